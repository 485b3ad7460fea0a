#include "views.hpp"

PYBIND11_MODULE(_core, module) {
  module.doc() = "Conversion between Diurna's C++ library and Python; use the package `diurna`.";
  diurna::python::bind_errors(module);
  diurna::python::bind_mentions(module);
  diurna::python::bind_facts(module);
  diurna::python::bind_document(module);
  diurna::python::bind_graph_claims(module);
  diurna::python::bind_graph(module);
  diurna::python::bind_graph_changes(module);
  diurna::python::bind_query(module);
  diurna::python::bind_algorithms(module);
  diurna::python::bind_pipeline(module);
  diurna::python::bind_evaluation(module);
}
