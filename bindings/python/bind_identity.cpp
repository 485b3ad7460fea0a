#include <pybind11/stl.h>

#include "diurna/graph/resolution.hpp"
#include "views.hpp"

namespace py = pybind11;

namespace diurna::python {
namespace {

SameAsStatement statement(const py::tuple& fields) {
  std::string line;
  for (const py::handle field : fields) line += (line.empty() ? "" : "\t") + py::cast<std::string>(py::str(field));
  return parse_same_as(line, "same_as").at(0);
}

/// A path, or rows ("same" or "different", name or id, name or id, document, document).
SameAs statements(const py::object& same_as) {
  if (same_as.is_none()) return {};
  if (py::isinstance<py::str>(same_as) || py::hasattr(same_as, "__fspath__")) {
    return read_same_as(py::cast<std::string>(py::module_::import("os").attr("fspath")(same_as)));
  }
  SameAs out;
  for (const py::handle row : same_as) out.push_back(statement(py::tuple(py::reinterpret_borrow<py::object>(row))));
  return out;
}

ResolutionOptions options(const py::object& same_as, bool entities, bool events) {
  return {.entities = entities, .events = events, .refusals = true, .same_as = statements(same_as)};
}

Resolution resolution_of(const Graph& graph, const py::object& same_as, bool entities, bool events) {
  const ResolutionOptions how = options(same_as, entities, events);
  const py::gil_scoped_release release;
  return resolve_identity(graph, how);
}

}  // namespace

void bind_identity_values(py::module_& module) {
  py::class_<Membership>(module, "Membership", "A node that is shown as part of another, and why.")
      .def_readonly("node", &Membership::node)
      .def_readonly("canonical", &Membership::canonical)
      .def_readonly("rule", &Membership::rule)
      .def_readonly("because", &Membership::because)
      .def_readonly("document", &Membership::document)
      .def("__repr__", [](const Membership& m) {
        return "<Membership " + m.node + (m.document.empty() ? "" : " of " + m.document) + " = " + m.canonical + " " +
               m.rule + ">";
      });
  py::class_<Refusal>(module, "Refusal", "Two that a reader may take for one, left apart, and why.")
      .def_readonly("node", &Refusal::node)
      .def_readonly("document", &Refusal::document)
      .def_readonly("other", &Refusal::other)
      .def_readonly("other_document", &Refusal::other_document)
      .def_readonly("rule", &Refusal::rule)
      .def_readonly("because", &Refusal::because)
      .def("__repr__",
           [](const Refusal& r) { return "<Refusal " + r.node + " != " + r.other + " " + quoted(r.because) + ">"; });
}

void bind_identity(py::class_<Graph>& graph) {
  graph
      .def(
          "resolve",
          [](const Graph& self, const py::object& same_as, bool entities, bool events) {
            const ResolutionOptions how = options(same_as, entities, events);
            const py::gil_scoped_release release;
            return resolve(self, how);
          },
          py::kw_only(), py::arg("same_as") = py::none(), py::arg("entities") = true, py::arg("events") = true,
          "The graph with each thing and each happening shown once. `same_as` is a file of statements or rows of them.")
      .def_property_readonly("members", &memberships, "What was joined into other nodes, and why.")
      .def(
          "refusals",
          [](const Graph& self, const py::object& same_as, bool entities, bool events) {
            return resolution_of(self, same_as, entities, events).refusals;
          },
          py::kw_only(), py::arg("same_as") = py::none(), py::arg("entities") = true, py::arg("events") = true,
          "Pairs that a reader may take for one, left apart, and why.");
}

}  // namespace diurna::python
