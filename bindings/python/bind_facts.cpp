#include <pybind11/stl.h>

#include <sstream>
#include <type_traits>

#include "diurna/events/explanation.hpp"
#include "diurna/io/explanation.hpp"
#include "diurna/text/unicode.hpp"
#include "views.hpp"

namespace py = pybind11;

namespace diurna::python {
namespace {

std::vector<FillerView> fillers(const SharedReading& reading, const std::vector<Filler>& values) {
  std::vector<FillerView> out;
  for (const Filler& filler : values) out.push_back({reading, filler});
  return out;
}

/// The entity, time, quantity or event behind a filler; None for a phrase.
py::object target_of(const FillerView& filler) {
  const Reading& reading = *filler.reading;
  const auto view = [&]<class T>(const T& value) { return py::cast(View<T>{filler.reading, &value}); };
  return std::visit(
      [&](auto id) -> py::object {
        using Kind = decltype(id);
        if constexpr (std::is_same_v<Kind, EntityId>) return view(reading.mentions.entity(id));
        if constexpr (std::is_same_v<Kind, TimeId>) return view(reading.mentions.time(id));
        if constexpr (std::is_same_v<Kind, QuantityId>) return view(reading.mentions.quantity(id));
        if constexpr (std::is_same_v<Kind, EventId>) return view(reading.facts.event(id));
        return py::none();
      },
      filler->value);
}

std::string_view kind_of(const Filler& filler) {
  constexpr std::string_view kinds[] = {"phrase", "entity", "time", "quantity", "event"};
  return kinds[filler.value.index()];
}

std::string name_of(const SharedReading& reading, const Filler& filler) {
  return repaired_utf8(reading->name_of(filler));
}

std::vector<std::string> names_of(const FillerView& filler) {
  std::vector<std::string> names = filler.reading->names_of(filler.value);
  for (std::string& name : names) name = repaired_utf8(name);
  return names;
}

std::string label_of(const View<Event>& event) {
  const EventType* type = event.reading->ontology ? event.reading->ontology->event_type(event->type) : nullptr;
  return type == nullptr ? event->type : type->label;
}

std::string label_of(const View<Relation>& relation) {
  const RelationType* type =
      relation.reading->ontology ? relation.reading->ontology->relation_type(relation->type) : nullptr;
  return type == nullptr ? relation->type : type->label;
}

std::map<std::string, std::string> codes_of(const View<Event>& event) {
  const EventType* type = event.reading->ontology ? event.reading->ontology->event_type(event->type) : nullptr;
  return type == nullptr ? std::map<std::string, std::string>{} : type->codes;
}

/// `evidence` and `sentence`, which every fact has.
template <class Class>
void add_evidence(Class& type) {
  using Viewed = typename Class::type;
  type.def_property_readonly("evidence", [](const Viewed& v) { return EvidenceView{v.reading, v->evidence}; });
  type.def_property_readonly("sentence", [](const Viewed& v) { return sentence_of(v.reading, v->evidence.sentence); });
}

/// What the library writes as JSON, as Python's own lists and dicts.
template <class Explanation>
py::object as_dict(const SharedReading& reading, const Explanation& explanation) {
  std::ostringstream json;
  io::write_explanation_json(json, *reading, explanation);
  return py::module_::import("json").attr("loads")(py::str(json.str()));
}

py::object explain(const View<Event>& event) {
  const EventId id{static_cast<std::size_t>(event.value - event.reading->facts.events().data())};
  return as_dict(event.reading, pipeline_of(event.reading).explain(*event.reading, id));
}

py::object explain(const View<Relation>& relation) {
  const auto number = static_cast<std::size_t>(relation.value - relation.reading->facts.relations().data());
  return as_dict(relation.reading, pipeline_of(relation.reading).explain_relation(*relation.reading, number));
}

void bind_evidence(py::module_& module) {
  py::class_<EvidenceView> evidence(module, "Evidence",
                                    "The words behind a fact, and the rule or model that read them.");
  add_span(evidence, [](const EvidenceView& e) { return e->span; });
  evidence.def_property_readonly("sentence", [](const EvidenceView& e) { return sentence_of(e.reading, e->sentence); })
      .def_property_readonly("rule", [](const EvidenceView& e) { return e->rule; })
      .def_property_readonly("path", [](const EvidenceView& e) { return e->path; })
      .def_property_readonly("score", [](const EvidenceView& e) { return e->score; })
      .def("__repr__", [](const EvidenceView& e) { return "<Evidence " + quoted(e->rule) + ">"; });
}

void bind_filler(py::module_& module) {
  py::class_<FillerView> filler(module, "Filler", "What fills a role: an entity, time, quantity, event or phrase.");
  add_span(filler, [](const FillerView& f) { return f->span; });
  filler.def_property_readonly("kind", [](const FillerView& f) { return kind_of(f.value); })
      .def_property_readonly("name", [](const FillerView& f) { return name_of(f.reading, f.value); })
      .def_property_readonly("names", &names_of)
      .def_property_readonly("target", &target_of)
      .def("__str__", [](const FillerView& f) { return name_of(f.reading, f.value); })
      .def("__repr__", [](const FillerView& f) {
        return "<Filler " + quoted(name_of(f.reading, f.value)) + " " + std::string(kind_of(f.value)) + ">";
      });
}

void bind_event(py::module_& module) {
  py::class_<View<Event>> event(module, "Event", "A trigger with its type, roles, factuality and attribution.");
  add_span(event, [](const View<Event>& e) { return e->trigger; });
  add_evidence(event);
  event.def_property_readonly("type", [](const View<Event>& e) { return e->type; })
      .def_property_readonly("label", [](const View<Event>& e) { return label_of(e); })
      .def_property_readonly("codes", &codes_of)
      .def("explain", [](const View<Event>& e) { return explain(e); })
      .def_property_readonly("factuality", [](const View<Event>& e) { return to_text(e->factuality); })
      .def_property_readonly("reported",
                             [](const View<Event>& e) -> py::object {
                               const std::string& date = e.document().date();
                               return date.empty() ? py::object(py::none()) : py::str(repaired_utf8(date));
                             })
      .def_property_readonly("time_fallback",
                             [](const View<Event>& e) -> py::object {
                               return e->time_fallback.empty() ? py::object(py::none())
                                                               : py::str(repaired_utf8(e->time_fallback));
                             })
      .def_property_readonly("attribution", [](const View<Event>& e) { return fillers(e.reading, e->attribution); })
      .def_property_readonly("roles", [](const View<Event>& e) { return by_role(e.reading, e->arguments); })
      .def(
          "__eq__", [](const View<Event>& a, const View<Event>& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const View<Event>& e) { return std::hash<const void*>{}(e.value); })
      .def("__str__", [](const View<Event>& e) { return repaired_utf8(e.reading->describe(*e.value)); })
      .def("__repr__",
           [](const View<Event>& e) { return "<Event " + repaired_utf8(e.reading->describe(*e.value)) + ">"; });
}

void bind_relation(py::module_& module) {
  py::class_<View<Relation>> relation(module, "Relation", "A lasting tie: subject, type, object, qualifiers.");
  add_span(relation, [](const View<Relation>& r) { return r->evidence.span; });
  add_evidence(relation);
  relation.def("explain", [](const View<Relation>& r) { return explain(r); })
      .def_property_readonly("type", [](const View<Relation>& r) { return r->type; })
      .def_property_readonly("label", [](const View<Relation>& r) { return label_of(r); })
      .def_property_readonly("subject", [](const View<Relation>& r) { return FillerView{r.reading, r->subject}; })
      .def_property_readonly("object", [](const View<Relation>& r) { return FillerView{r.reading, r->object}; })
      .def_property_readonly("qualifiers", [](const View<Relation>& r) { return by_role(r.reading, r->qualifiers); })
      .def(
          "__eq__", [](const View<Relation>& a, const View<Relation>& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const View<Relation>& r) { return std::hash<const void*>{}(r.value); })
      .def("__str__", [](const View<Relation>& r) { return repaired_utf8(r.reading->describe(*r.value)); })
      .def("__repr__",
           [](const View<Relation>& r) { return "<Relation " + repaired_utf8(r.reading->describe(*r.value)) + ">"; });
}

void bind_triple(py::module_& module) {
  const auto words = [](const TripleView& t) {
    return py::make_tuple(repaired_utf8(t->subject), t->predicate, repaired_utf8(t->object));
  };
  py::class_<TripleView> triple(module, "Triple", "An event or relation as (subject, predicate, object); unpacks.");
  add_evidence(triple);
  triple.def_property_readonly("subject", [](const TripleView& t) { return repaired_utf8(t->subject); })
      .def_property_readonly("predicate", [](const TripleView& t) { return t->predicate; })
      .def_property_readonly("label", [](const TripleView& t) { return t->label; })
      .def_property_readonly("object", [](const TripleView& t) { return repaired_utf8(t->object); })
      .def_property_readonly("subject_filler",
                             [](const TripleView& t) { return FillerView{t.reading, t->subject_filler}; })
      .def_property_readonly("object_filler",
                             [](const TripleView& t) { return FillerView{t.reading, t->object_filler}; })
      .def_property_readonly("factuality", [](const TripleView& t) { return to_text(t->factuality); })
      .def_property_readonly("attribution", [](const TripleView& t) { return fillers(t.reading, t->attribution); })
      .def_property_readonly("qualifiers", [](const TripleView& t) { return by_role(t.reading, t->qualifiers); })
      .def("__iter__", [words](const TripleView& t) { return py::iter(words(t)); })
      .def("__repr__",
           [words](const TripleView& t) { return "<Triple " + py::cast<std::string>(py::repr(words(t))) + ">"; });
}

void bind_open_triple(py::module_& module) {
  const auto words = [](const View<OpenTriple>& t) {
    return py::make_tuple(repaired_utf8(t->subject), repaired_utf8(t->relation), repaired_utf8(t->object));
  };
  py::class_<View<OpenTriple>> triple(module, "OpenTriple",
                                      "A clause as (subject, relation, object) in its own words.");
  add_evidence(triple);
  triple.def_property_readonly("subject", [](const View<OpenTriple>& t) { return repaired_utf8(t->subject); })
      .def_property_readonly("relation", [](const View<OpenTriple>& t) { return repaired_utf8(t->relation); })
      .def_property_readonly("object", [](const View<OpenTriple>& t) { return repaired_utf8(t->object); })
      .def_property_readonly("negated", [](const View<OpenTriple>& t) { return t->negated; })
      .def_property_readonly("modality", [](const View<OpenTriple>& t) { return t->modality; })
      .def_property_readonly("attribution",
                             [](const View<OpenTriple>& t) { return fillers(t.reading, t->attribution); })
      .def("__iter__", [words](const View<OpenTriple>& t) { return py::iter(words(t)); })
      .def("__repr__", [words](const View<OpenTriple>& t) {
        return "<OpenTriple " + py::cast<std::string>(py::repr(words(t))) + ">";
      });
}

}  // namespace

py::dict by_role(const SharedReading& reading, const std::vector<Argument>& arguments) {
  py::dict roles;
  for (const Argument& argument : arguments) {
    const py::str role(argument.role);
    if (!roles.contains(role)) roles[role] = py::list();
    py::list(roles[role]).append(py::cast(FillerView{reading, argument.filler}));
  }
  return roles;
}

void bind_facts(py::module_& module) {
  bind_evidence(module);
  bind_filler(module);
  bind_event(module);
  bind_relation(module);
  bind_triple(module);
  bind_open_triple(module);
}

}  // namespace diurna::python
