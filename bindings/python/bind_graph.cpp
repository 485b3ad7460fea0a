#include <pybind11/stl.h>

#include <map>
#include <sstream>

#include "diurna/core/error.hpp"
#include "diurna/graph/diff.hpp"
#include "diurna/graph/graph.hpp"
#include "diurna/graph/grouping.hpp"
#include "diurna/io/format.hpp"
#include "views.hpp"

namespace py = pybind11;

namespace diurna::python {
namespace {

std::string bytes_of(const Graph& graph, const std::string& format, const std::string& base = {}) {
  const py::gil_scoped_release release;
  std::ostringstream out;
  io::write_graph(out, graph, format, {.base = base});
  return std::move(out).str();
}

std::map<std::string, std::string> tables(const Graph& graph, const std::string& format) {
  std::map<std::string, std::string> out;
  for (io::Table& table : io::graph_tables(graph, format)) out[table.name] = std::move(table.bytes);
  return out;
}

std::string dumps(const Graph& graph, const std::string& format, const std::string& base) {
  const io::Format* known = io::find_format(format);
  if (known == nullptr || !known->binary) return bytes_of(graph, format, base);
  throw Error({.code = "io.format",
               .place = {},
               .message = "the format '" + format + "' is not text",
               .hint = "use to_bytes or save"});
}

Graph from_bytes(const py::bytes& data, const std::string& format, const std::string& name) {
  const std::string_view bytes = data;
  const py::gil_scoped_release release;
  return io::read_graph(bytes, format, name);
}

Graph loads(const std::string& text, const std::string& format, const std::string& name) {
  return io::read_graph(text, format, name);
}

py::object exported(const char* function, const py::object& self) {
  return py::module_::import("diurna._export").attr(function)(self);
}

void bind_evidence(py::module_& module) {
  py::class_<GraphEvidence>(module, "GraphEvidence", "Where a document says what a node or edge holds.")
      .def_readonly("document", &GraphEvidence::document)
      .def_readonly("start", &GraphEvidence::begin)
      .def_readonly("end", &GraphEvidence::end)
      .def_readonly("text", &GraphEvidence::text)
      .def_readonly("text_start", &GraphEvidence::text_begin)
      .def_readonly("rule", &GraphEvidence::rule)
      .def_readonly("path", &GraphEvidence::path)
      .def_readonly("score", &GraphEvidence::score)
      .def_readonly("origin", &GraphEvidence::origin)
      .def("__repr__", [](const GraphEvidence& e) {
        return "<GraphEvidence " + quoted(e.document) + " " + std::to_string(e.begin) + "-" + std::to_string(e.end) +
               ">";
      });
}

void bind_node(py::module_& module) {
  py::class_<Node>(module, "Node", "A document, entity, event, time, quantity or phrase.")
      .def_readonly("id", &Node::id)
      .def_property_readonly("kind", [](const Node& n) { return to_text(n.kind); })
      .def_readonly("type", &Node::type)
      .def_readonly("name", &Node::name)
      .def_readonly("aliases", &Node::aliases)
      .def_readonly("properties", &Node::properties)
      .def_readonly("evidence", &Node::evidence)
      .def_readonly("claims", &Node::claims)
      .def_readonly("joins", &Node::joins)
      .def(
          "__eq__", [](const Node& a, const Node& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const Node& n) { return std::hash<std::string>{}(n.id); })
      .def("__repr__", [](const Node& n) { return "<Node " + n.id + " " + n.type + " " + quoted(n.name) + ">"; });
}

void bind_edge(py::module_& module) {
  py::class_<Edge>(module, "Edge", "A role, relation, attribution or mention between two nodes.")
      .def_readonly("source", &Edge::source)
      .def_readonly("target", &Edge::target)
      .def_readonly("type", &Edge::type)
      .def_readonly("key", &Edge::key)
      .def_readonly("properties", &Edge::properties)
      .def_readonly("evidence", &Edge::evidence)
      .def_readonly("claims", &Edge::claims)
      .def(
          "__eq__", [](const Edge& a, const Edge& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const Edge& e) { return std::hash<std::string>{}(e.source + e.type + e.target + e.key); })
      .def("__repr__", [](const Edge& e) { return "<Edge " + e.source + " -" + e.type + "-> " + e.target + ">"; });
}

void bind_formats(py::module_& module) {
  using io::Format;
  py::class_<Format>(module, "Format", "A format that documents or graphs are written in.")
      .def_readonly("name", &Format::name)
      .def_readonly("extension", &Format::extension)
      .def_readonly("media_type", &Format::media_type)
      .def_readonly("description", &Format::description)
      .def_readonly("of_documents", &Format::of_readings, "Written document by document; else a graph.")
      .def_readonly("readable", &Format::readable, "Graph.load reads it.")
      .def_readonly("in_tables", &Format::in_tables, "Several files; see Graph.tables.")
      .def("__repr__", [](const Format& f) { return "<Format " + std::string(f.name) + ">"; });
  module.def(
      "formats", [] { return std::vector<Format>(io::formats().begin(), io::formats().end()); },
      "All formats, in the order of the command's help.");
}

}  // namespace

void bind_graph(py::module_& module) {
  bind_formats(module);
  bind_evidence(module);
  bind_node(module);
  bind_edge(module);
  bind_identity_values(module);
  py::class_<Graph> graph_class(module, "Graph", "The event knowledge graph: add documents, merge graphs, ask, save.");
  bind_identity(graph_class);
  graph_class.def(py::init<>())
      .def(
          "add", [](Graph& graph, const Reading& doc) { graph.add(doc); }, py::arg("doc"),
          "Adds all that a document says; adding it again changes nothing.")
      .def("merge", &Graph::merge, py::arg("other"), "Joins another graph into this one.")
      .def("remove", py::overload_cast<std::string_view>(&Graph::remove), py::arg("document"),
           "Takes out all that a document says, as if it had never been added; False when the graph does not know it.")
      .def(
          "remove_all", [](Graph& graph, const std::vector<std::string>& documents) { return graph.remove(documents); },
          py::arg("documents"), "Takes out several documents in the time of one; how many of them the graph knew.")
      .def("diff", &diff, py::arg("after"), py::call_guard<py::gil_scoped_release>(),
           "What has changed from this graph to another.")
      .def("ungroup", &ungroup, "The graph as its documents made it, before identity was resolved.")
      .def_property_readonly("grouped", &is_grouped, "Whether identity has joined any nodes.")
      .def("copy", [](const Graph& graph) { return Graph(graph); })
      .def_property_readonly("nodes", &Graph::nodes)
      .def_property_readonly("edges", &Graph::edges)
      .def_property_readonly("documents", &Graph::documents, "Ids of the documents that say something here.")
      .def("node", &Graph::node, py::arg("id"))
      .def("find", &Graph::find, py::arg("name"), "Ids of the nodes with this name or alias.")
      .def("edges_of", &Graph::edges_of, py::arg("id"))
      .def("neighbors", &Graph::neighbors, py::arg("id"))
      .def("dumps", &dumps, py::arg("format") = "json", py::arg("base") = "",
           "The graph as text: json, turtle, graphml …; `base` is what the IRIs of RDF formats begin with.")
      .def("tables", &tables, py::arg("format"),
           "The tables of a format that has several (csv, graphrag), by file name.")
      .def(
          "to_bytes",
          [](const Graph& graph, const std::string& format, const std::string& base) {
            return py::bytes(bytes_of(graph, format, base));
          },
          py::arg("format") = "snapshot", py::arg("base") = "", "The graph as bytes: snapshot or any other format.")
      .def_static("from_bytes", &from_bytes, py::arg("data"), py::arg("format") = "snapshot", py::arg("name") = "graph")
      .def_static("loads", &loads, py::arg("text"), py::arg("format") = "json", py::arg("name") = "graph")
      .def(
          "save",
          [](const py::object& self, const py::object& path, const py::object& format, const std::string& base) {
            py::module_::import("diurna._export").attr("save")(self, path, format, base);
          },
          py::arg("path"), py::arg("format") = py::none(), py::arg("base") = "",
          "Writes a file that appears whole or not at all; formats of several tables make a folder.")
      .def_static(
          "load",
          [](const py::object& path, const py::object& format) {
            return py::module_::import("diurna._export").attr("load_graph")(path, format);
          },
          py::arg("path"), py::arg("format") = py::none(), "Reads a graph that was saved.")
      .def(
          "to_networkx", [](const py::object& self) { return exported("to_networkx", self); },
          "A networkx.MultiDiGraph; node and edge attributes are scalars and lists.")
      .def(
          "to_rdflib",
          [](const py::object& self, bool named_graphs) {
            return py::module_::import("diurna._export").attr("to_rdflib")(self, named_graphs);
          },
          py::arg("named_graphs") = false,
          "An rdflib.Graph; with `named_graphs` an rdflib.Dataset with one graph for each document.")
      .def(
          "to_pandas", [](const py::object& self) { return exported("to_pandas", self); },
          "Two pandas.DataFrame: nodes and edges, properties as columns.")
      .def(
          "to_graphrag", [](const py::object& self) { return exported("to_graphrag", self); },
          "The tables of GraphRAG as pandas.DataFrame by name, with lists as lists: ready for to_parquet.")
      .def(
          "to_svg", [](const py::object& self) { return exported("to_svg", self); },
          "A picture, drawn by Graphviz's dot (which must be installed).")
      .def("_repr_html_",
           [](const py::object& self) { return py::module_::import("diurna._html").attr("graph_html")(self); })
      .def("__len__", &Graph::node_count)
      .def("__contains__", [](const Graph& graph, const std::string& id) { return graph.contains(id); })
      .def(
          "__eq__", [](const Graph& a, const Graph& b) { return a == b; }, py::is_operator())
      .def("__repr__",
           [](const Graph& g) {
             return "<Graph: " + std::to_string(g.node_count()) + " nodes, " + std::to_string(g.edge_count()) +
                    " edges>";
           })
      .def(py::pickle([](const Graph& graph) { return py::bytes(bytes_of(graph, "snapshot")); },
                      [](const py::bytes& state) { return from_bytes(state, "snapshot", "pickle"); }));
}

}  // namespace diurna::python
