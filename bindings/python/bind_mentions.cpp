#include <pybind11/stl.h>

#include "diurna/mentions/edtf.hpp"
#include "diurna/text/unicode.hpp"
#include "views.hpp"

namespace py = pybind11;

namespace diurna::python {
namespace {

std::vector<std::string> names_of(const Entity& entity) {
  std::vector<std::string> names = {repaired_utf8(entity.name)};
  for (const std::string& alias : entity.aliases) names.push_back(repaired_utf8(alias));
  return names;
}

std::vector<View<Mention>> mentions_of(const View<Entity>& entity) {
  std::vector<View<Mention>> mentions;
  for (const MentionId id : entity->mentions)
    mentions.push_back({entity.reading, &entity.reading->mentions.mention(id)});
  return mentions;
}

/// An entity is shown by its first mention.
Span first_span(const View<Entity>& entity) {
  return entity->mentions.empty() ? Span{} : entity.reading->mentions.mention(entity->mentions.front()).span;
}

void bind_mention(py::module_& module) {
  py::class_<View<Mention>> mention(module, "Mention", "A phrase that talks about an entity.");
  add_span(mention, [](const View<Mention>& m) { return m->span; });
  mention.def_property_readonly("kind", [](const View<Mention>& m) { return to_text(m->kind); })
      .def_property_readonly("type", [](const View<Mention>& m) { return to_text(m->type); })
      .def_property_readonly("entity",
                             [](const View<Mention>& m) -> py::object {
                               if (!m->entity) return py::none();
                               return py::cast(View<Entity>{m.reading, &m.reading->mentions.entity(m->entity)});
                             })
      .def_property_readonly("rule", [](const View<Mention>& m) { return m->rule; })
      .def("__repr__", [](const View<Mention>& m) {
        return "<Mention " + quoted(text_of(m.document(), m->span)) + " " + std::string(to_text(m->kind)) + ">";
      });
}

void bind_entity(py::module_& module) {
  py::class_<View<Entity>> entity(module, "Entity", "A person, organisation, place or group with all its mentions.");
  add_span(entity, &first_span);
  entity.def_property_readonly("name", [](const View<Entity>& e) { return repaired_utf8(e->name); })
      .def_property_readonly("names", [](const View<Entity>& e) { return names_of(*e.value); })
      .def_property_readonly("type", [](const View<Entity>& e) { return to_text(e->type); })
      .def_property_readonly("country", [](const View<Entity>& e) { return e->country; })
      .def_property_readonly("is_named", [](const View<Entity>& e) { return e->named(); })
      .def_property_readonly("mentions", &mentions_of)
      .def(
          "__eq__", [](const View<Entity>& a, const View<Entity>& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const View<Entity>& e) { return std::hash<const void*>{}(e.value); })
      .def("__str__", [](const View<Entity>& e) { return repaired_utf8(e->name); })
      .def("__repr__", [](const View<Entity>& e) {
        return "<Entity " + quoted(repaired_utf8(e->name)) + " " + std::string(to_text(e->type)) + ">";
      });
}

void bind_time(py::module_& module) {
  py::class_<View<TimeExpression>> time(module, "Time", "A time of the text with its TIMEX3 value.");
  add_span(time, [](const View<TimeExpression>& t) { return t->span; });
  time.def_property_readonly("type", [](const View<TimeExpression>& t) { return to_text(t->type); })
      .def_property_readonly("value", [](const View<TimeExpression>& t) { return t->value; })
      .def_property_readonly("granularity", [](const View<TimeExpression>& t) { return to_text(t->granularity); })
      .def_property_readonly("anchor", [](const View<TimeExpression>& t) { return t->anchor; })
      .def_property_readonly("edtf", [](const View<TimeExpression>& t) { return edtf_of(*t.value); })
      .def_property_readonly("interval",
                             [](const View<TimeExpression>& t) -> py::object {
                               const auto bounds = bounds_of(t->value);
                               return bounds ? py::make_tuple(bounds->begin, bounds->end) : py::object(py::none());
                             })
      .def_property_readonly("modifier", [](const View<TimeExpression>& t) { return t->mod; })
      .def("__repr__", [](const View<TimeExpression>& t) {
        return "<Time " + quoted(text_of(t.document(), t->span)) + " " + t->value + ">";
      });
}

void bind_quantity(py::module_& module) {
  py::class_<View<Quantity>> quantity(module, "Quantity", "A number or range; `low` equals `high` when it is exact.");
  add_span(quantity, [](const View<Quantity>& q) { return q->span; });
  quantity.def_property_readonly("low", [](const View<Quantity>& q) { return q->low; })
      .def_property_readonly("high", [](const View<Quantity>& q) { return q->high; })
      .def_property_readonly("unit", [](const View<Quantity>& q) { return repaired_utf8(q->unit); })
      .def("__repr__",
           [](const View<Quantity>& q) { return "<Quantity " + quoted(text_of(q.document(), q->span)) + ">"; });
}

}  // namespace

void bind_mentions(py::module_& module) {
  bind_mention(module);
  bind_entity(module);
  bind_time(module);
  bind_quantity(module);
}

}  // namespace diurna::python
