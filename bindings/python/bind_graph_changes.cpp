#include <pybind11/stl.h>

#include "diurna/graph/diff.hpp"
#include "diurna/graph/graph.hpp"
#include "views.hpp"

namespace py = pybind11;

namespace diurna::python {
void bind_graph_claims(py::module_& module) {
  py::class_<Origin>(module, "Origin", "What a document spoke of, before identity was resolved.")
      .def_readonly("node", &Origin::node)
      .def_readonly("target", &Origin::target)
      .def_readonly("key", &Origin::key)
      .def("__bool__", [](const Origin& origin) { return !origin.empty(); });
  py::class_<Claim>(module, "Claim", "One statement about a node or edge with the documents that make it.")
      .def_readonly("facet", &Claim::facet)
      .def_readonly("value", &Claim::value)
      .def_readonly("documents", &Claim::documents)
      .def_readonly("origin", &Claim::origin)
      .def("__repr__",
           [](const Claim& claim) { return "<Claim " + claim.facet + " = " + quoted(to_text(claim.value)) + ">"; });
  py::class_<Join>(module, "Join", "Why another node was joined into this one.")
      .def_readonly("node", &Join::node)
      .def_readonly("rule", &Join::rule)
      .def_readonly("because", &Join::because)
      .def("__repr__", [](const Join& join) { return "<Join " + join.node + " by " + join.rule + ">"; });
}

void bind_graph_changes(py::module_& module) {
  py::class_<FieldChange>(module, "FieldChange", "One field that differs; '' where it is not there.")
      .def_readonly("field", &FieldChange::field)
      .def_readonly("before", &FieldChange::before)
      .def_readonly("after", &FieldChange::after)
      .def("__repr__", [](const FieldChange& change) {
        return "<FieldChange " + change.field + ": " + quoted(change.before) + " -> " + quoted(change.after) + ">";
      });
  py::class_<NodeChange>(module, "NodeChange", "A node that appeared, vanished or changed.")
      .def_property_readonly("change", [](const NodeChange& one) { return to_text(one.change); })
      .def_readonly("node", &NodeChange::node)
      .def_readonly("fields", &NodeChange::fields)
      .def("__repr__", [](const NodeChange& one) {
        return "<NodeChange " + std::string(to_text(one.change)) + " " + one.node.id + ">";
      });
  py::class_<EdgeChange>(module, "EdgeChange", "An edge that appeared, vanished or changed.")
      .def_property_readonly("change", [](const EdgeChange& one) { return to_text(one.change); })
      .def_readonly("edge", &EdgeChange::edge)
      .def_readonly("fields", &EdgeChange::fields)
      .def("__repr__", [](const EdgeChange& one) {
        return "<EdgeChange " + std::string(to_text(one.change)) + " " + one.edge.source + " -" + one.edge.type +
               "-> " + one.edge.target + ">";
      });
  py::class_<GraphDiff>(module, "GraphDiff", "What has changed between two graphs; false when nothing has.")
      .def_readonly("nodes", &GraphDiff::nodes)
      .def_readonly("edges", &GraphDiff::edges)
      .def("__bool__", [](const GraphDiff& difference) { return !difference.empty(); })
      .def("__len__", [](const GraphDiff& difference) { return difference.nodes.size() + difference.edges.size(); });
}

}  // namespace diurna::python
