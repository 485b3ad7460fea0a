#include <pybind11/stl.h>

#include "diurna/io/gold.hpp"
#include "diurna/pipeline/evaluation.hpp"
#include "views.hpp"

namespace py = pybind11;

namespace diurna::python {
namespace {

std::string tally_text(const Tally& tally) {
  const auto three = [](double value) { return py::cast<std::string>(py::str("{:.3f}").attr("format")(value)); };
  return "<Tally precision " + three(tally.precision()) + " recall " + three(tally.recall()) + " f1 " +
         three(tally.f1()) + ">";
}

void bind_tally(py::module_& module) {
  py::class_<Tally>(module, "Tally")
      .def_readonly("right", &Tally::hits)
      .def_readonly("extra", &Tally::extra)
      .def_readonly("missed", &Tally::missed)
      .def_property_readonly("precision", &Tally::precision)
      .def_property_readonly("recall", &Tally::recall)
      .def_property_readonly("f1", &Tally::f1)
      .def(
          "__eq__", [](const Tally& a, const Tally& b) { return a == b; }, py::is_operator())
      .def("__repr__", &tally_text);
}

void bind_mistake(py::module_& module) {
  py::class_<Mistake>(module, "Mistake")
      .def_readonly("kind", &Mistake::kind)
      .def_readonly("document", &Mistake::document)
      .def_readonly("type", &Mistake::type)
      .def_readonly("text", &Mistake::words)
      .def_readonly("context", &Mistake::context)
      .def("__repr__", [](const Mistake& mistake) {
        return "<Mistake " + mistake.kind + " " + mistake.type + " '" + mistake.words + "'>";
      });
}

}  // namespace

void bind_evaluation(py::module_& module) {
  bind_tally(module);
  bind_mistake(module);
  py::class_<Evaluation>(module, "Evaluation")
      .def_readonly("events", &Evaluation::events)
      .def_readonly("detection", &Evaluation::detection)
      .def_readonly("roles", &Evaluation::roles)
      .def_readonly("core_roles", &Evaluation::core_roles)
      .def_readonly("relations", &Evaluation::relations)
      .def_readonly("attribution", &Evaluation::attribution)
      .def_readonly("matched_events", &Evaluation::matched_events)
      .def_property_readonly("factuality", &Evaluation::factuality)
      .def_property_readonly("certainty", &Evaluation::certainty)
      .def_readonly("event_types", &Evaluation::event_types)
      .def_readonly("role_names", &Evaluation::role_names)
      .def_readonly("relation_types", &Evaluation::relation_types)
      .def_readonly("mistakes", &Evaluation::mistakes);
  module.def(
      "evaluate",
      [](const std::string& gold, const std::shared_ptr<Pipeline>& pipeline, const std::string& facts, unsigned jobs) {
        const py::gil_scoped_release released;
        const std::vector<GoldDocument> documents = io::read_gold(gold);
        if (!facts.empty()) return evaluate(documents, io::read_stated_facts(facts, documents));
        return pipeline ? evaluate(*pipeline, documents, jobs) : evaluate(Pipeline(), documents, jobs);
      },
      py::arg("gold"), py::arg("pipeline") = nullptr, py::arg("facts") = "", py::arg("jobs") = 1);
}

}  // namespace diurna::python
