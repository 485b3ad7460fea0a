#include <exception>

#include "diurna/core/error.hpp"
#include "diurna/events/rules.hpp"
#include "diurna/query/error.hpp"
#include "views.hpp"

namespace py = pybind11;

namespace diurna::python {
namespace {

py::object new_error(const char* type_name, const Error& error) {
  const py::object type = py::module_::import("diurna._core").attr(type_name);
  py::object raised = type(error.what());
  raised.attr("code") = error.code();
  raised.attr("place") = error.place();
  raised.attr("message") = error.message();
  raised.attr("hint") = error.hint();
  return raised;
}

void raise(const char* type_name, const Error& error) {
  const py::object raised = new_error(type_name, error);
  PyErr_SetObject(py::type::handle_of(raised).ptr(), raised.ptr());
}

void raise_query_error(const QueryError& error) {
  const py::object raised = new_error("QueryError", error);
  raised.attr("line") = error.line();
  raised.attr("column") = error.column();
  PyErr_SetObject(py::type::handle_of(raised).ptr(), raised.ptr());
}

void raise_rule_error(const RuleError& error) {
  const py::object raised = new_error("RuleError", error);
  py::list problems;
  for (const RuleProblem& problem : error.problems()) {
    py::dict entry;
    entry["code"] = problem.code;
    entry["file"] = problem.file;
    entry["line"] = problem.line;
    entry["column"] = problem.column;
    entry["message"] = problem.message;
    entry["hint"] = problem.hint;
    problems.append(entry);
  }
  raised.attr("problems") = problems;
  PyErr_SetObject(py::type::handle_of(raised).ptr(), raised.ptr());
}

void translate(std::exception_ptr pointer) {
  try {
    if (pointer) std::rethrow_exception(pointer);
  } catch (const RuleError& error) {
    raise_rule_error(error);
  } catch (const IoError& error) {
    raise("IoError", error);
  } catch (const ParseError& error) {
    raise("ParseError", error);
  } catch (const ModelError& error) {
    raise("ModelError", error);
  } catch (const QueryError& error) {
    raise_query_error(error);
  } catch (const Error& error) {
    raise("Error", error);
  }
}

py::object new_exception(py::module_& module, const char* name, const char* doc, PyObject* base) {
  const std::string full_name = std::string("diurna.") + name;
  py::object type = py::reinterpret_steal<py::object>(PyErr_NewExceptionWithDoc(full_name.c_str(), doc, base, nullptr));
  if (!type) throw py::error_already_set();
  module.attr(name) = type;
  return type;
}

}  // namespace

void bind_errors(py::module_& module) {
  const py::object base = new_exception(
      module, "Error", "Anything that Diurna refuses; has code, place, message and hint.", PyExc_Exception);
  for (const char* attribute : {"code", "place", "message", "hint"}) base.attr(attribute) = "";
  new_exception(module, "IoError", "A file could not be opened, read or written.", base.ptr());
  const py::object parse =
      new_exception(module, "ParseError", "The bytes of a file are not what its format asks for.", base.ptr());
  new_exception(module, "RuleError", "Rule files cannot be used; `problems` lists every fault with its place.",
                parse.ptr())
      .attr("problems") = py::tuple();
  new_exception(module, "ModelError", "A model file is damaged, foreign or of another version.", base.ptr());
  const py::object query =
      new_exception(module, "QueryError", "A query that cannot be read or run; has line and column.", base.ptr());
  for (const char* attribute : {"line", "column"}) query.attr(attribute) = 0;
  py::register_exception_translator(&translate);
}

}  // namespace diurna::python
