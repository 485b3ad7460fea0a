#include <pybind11/stl.h>

#include "diurna/pipeline/pipeline.hpp"
#include "diurna/pipeline/rule_check.hpp"
#include "diurna/text/unicode.hpp"
#include "diurna/version.hpp"
#include "views.hpp"

namespace py = pybind11;

namespace diurna::python {
namespace {

/// UTF-8 of a str (lone surrogates become U+FFFD, one for one) or the bytes of a bytes object as they are.
std::string utf8_of(const py::handle& text, const char* argument) {
  if (text.is_none()) return {};
  if (py::isinstance<py::bytes>(text)) return py::cast<std::string>(text);
  if (!py::isinstance<py::str>(text)) {
    throw py::type_error(std::string(argument) + " must be str or bytes, not " + Py_TYPE(text.ptr())->tp_name);
  }
  Py_ssize_t size = 0;
  if (const char* bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size)) {
    return {bytes, static_cast<std::size_t>(size)};
  }
  PyErr_Clear();
  const py::object units = text.attr("encode")("utf-16", "surrogatepass");
  return py::cast<std::string>(units.attr("decode")("utf-16", "replace"));
}

/// A date may be a str, or anything with isoformat(): datetime.date, datetime.datetime.
std::string date_of(const py::object& date) {
  if (!py::hasattr(date, "isoformat")) return utf8_of(date, "date");
  return py::cast<std::string>(date.attr("isoformat")()).substr(0, 10);
}

OpenLayer layer_named(const std::string& name) {
  if (name == "maximal") return OpenLayer::maximal;
  if (name == "all") return OpenLayer::all;
  throw std::invalid_argument("open_layer must be 'maximal' or 'all', not '" + name + "'");
}

std::shared_ptr<Reading> read(const Pipeline& pipeline, Article article) {
  const py::gil_scoped_release released;
  return std::make_shared<OwnedReading>(pipeline(std::move(article)), pipeline);
}

/// One dict an example.
py::list check(const Pipeline& pipeline) {
  std::vector<ExampleOutcome> outcomes;
  {
    const py::gil_scoped_release released;
    outcomes = check_examples(pipeline);
  }
  py::list out;
  for (const ExampleOutcome& outcome : outcomes) {
    py::dict entry;
    entry["rule"] = outcome.rule;
    entry["text"] = repaired_utf8(outcome.example.text);
    entry["line"] = outcome.example.line;
    entry["passed"] = outcome.passed;
    entry["reasons"] = outcome.reasons;
    entry["found"] = outcome.found;
    out.append(entry);
  }
  return out;
}

}  // namespace

void bind_pipeline(py::module_& module) {
  module.attr("__version__") = DIURNA_VERSION;
  py::class_<Pipeline, std::shared_ptr<Pipeline>>(module, "Pipeline")
      .def(py::init([](std::string model, std::string extraction_model, std::string ontology,
                       const std::string& open_layer, std::vector<std::string> rules) {
             const py::gil_scoped_release released;
             return std::make_shared<Pipeline>(PipelineOptions{.model = std::move(model),
                                                               .extraction_model = std::move(extraction_model),
                                                               .ontology = std::move(ontology),
                                                               .rules = std::move(rules),
                                                               .open_layer = layer_named(open_layer)});
           }),
           py::arg("model") = "", py::arg("extraction_model") = "", py::arg("ontology") = "",
           py::arg("open_layer") = "maximal", py::arg("rules") = std::vector<std::string>())
      .def(
          "read",
          [](const Pipeline& pipeline, const py::object& text, const py::object& date, const py::object& id,
             const py::object& title, const py::object& source, const py::object& url) {
            return read(pipeline, {.id = utf8_of(id, "id"),
                                   .date = date_of(date),
                                   .title = utf8_of(title, "title"),
                                   .text = utf8_of(text, "text"),
                                   .source = utf8_of(source, "source"),
                                   .url = utf8_of(url, "url")});
          },
          py::arg("text"), py::kw_only(), py::arg("date") = py::none(), py::arg("id") = py::none(),
          py::arg("title") = py::none(), py::arg("source") = py::none(), py::arg("url") = py::none())
      .def("check_examples", &check)
      .def_property_readonly("version", &Pipeline::version);
}

}  // namespace diurna::python
