#include <pybind11/stl.h>

#include <chrono>
#include <memory>

#include "diurna/query/query.hpp"
#include "views.hpp"

namespace py = pybind11;

namespace diurna::python {
namespace {

py::object to_python(const Value& value);
Value to_value(const py::handle& object);

py::list to_python(const Value::List& list) {
  py::list out;
  for (const Value& item : list) out.append(to_python(item));
  return out;
}

py::dict to_python(const Value::Map& map) {
  py::dict out;
  for (const auto& [key, item] : map) out[py::str(key)] = to_python(item);
  return out;
}

py::object made(const char* type, py::tuple arguments) {
  return py::module_::import("diurna._query").attr(type)(*arguments);
}

py::object node_of(const Value& value) {
  const NodeRecord* record = value.node_record();
  return made("ResultNode", py::make_tuple(value.index(), py::cast(record->labels), to_python(record->properties)));
}

py::object relationship_of(const Value& value) {
  const RelationshipRecord* record = value.relationship_record();
  return made("ResultRelationship", py::make_tuple(value.index(), record->type, record->source_id, record->target_id,
                                                   to_python(record->properties)));
}

// datetime.date; text outside the years that it knows.
py::object date_of(const Value& value) {
  const std::chrono::year_month_day date(value.as_date());
  const int year = static_cast<int>(date.year());
  if (year < 1 || year > 9999) return py::str(to_text(value));
  return py::module_::import("datetime")
      .attr("date")(year, static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

py::object to_python(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::null:
      return py::none();
    case Value::Kind::boolean:
      return py::bool_(value.as_boolean());
    case Value::Kind::integer:
      return py::int_(value.as_integer());
    case Value::Kind::real:
      return py::float_(value.as_real());
    case Value::Kind::date:
      return date_of(value);
    case Value::Kind::moment:
      return py::str(to_text(value));
    case Value::Kind::string:
      return py::str(value.as_string());
    case Value::Kind::list:
      return to_python(value.as_list());
    case Value::Kind::map:
      return to_python(value.as_map());
    case Value::Kind::node:
      return node_of(value);
    case Value::Kind::relationship:
      return relationship_of(value);
    case Value::Kind::path:
      break;
  }
  return made("ResultPath", py::make_tuple(to_python(value.as_path().nodes), to_python(value.as_path().relationships)));
}

Value date_value(const py::handle& date) {
  const std::chrono::year_month_day day(std::chrono::year(date.attr("year").cast<int>()),
                                        std::chrono::month(date.attr("month").cast<unsigned>()),
                                        std::chrono::day(date.attr("day").cast<unsigned>()));
  return Value::Date(std::chrono::sys_days(day));
}

Value::Map to_map(const py::dict& dict) {
  Value::Map map;
  for (const auto& [key, item] : dict) map.insert_or_assign(py::cast<std::string>(key), to_value(item));
  return map;
}

Value to_value(const py::handle& object) {
  if (object.is_none()) return {};
  if (py::isinstance<py::bool_>(object)) return object.cast<bool>();
  if (py::isinstance<py::int_>(object)) return object.cast<std::int64_t>();
  if (py::isinstance<py::float_>(object)) return object.cast<double>();
  if (py::isinstance<py::str>(object)) return object.cast<std::string>();
  if (py::isinstance<py::dict>(object)) return to_map(py::reinterpret_borrow<py::dict>(object));
  if (py::isinstance(object, py::module_::import("datetime").attr("date"))) return date_value(object);
  if (py::isinstance<py::list>(object) || py::isinstance<py::tuple>(object)) {
    Value::List list;
    for (const py::handle item : object) list.push_back(to_value(item));
    return list;
  }
  throw py::type_error("a parameter cannot be " + py::repr(object).cast<std::string>());
}

// Ctrl-C ends a running query with KeyboardInterrupt.
bool signals_pending() {
  const py::gil_scoped_acquire acquire;
  return PyErr_CheckSignals() != 0;
}

py::object result_of(const PreparedQuery& query, const py::dict& parameters) {
  const Value::Map values = to_map(parameters);
  QueryResult result;
  try {
    const py::gil_scoped_release release;
    result = query.run(values, {.interrupted = signals_pending});
  } catch (const Error&) {
    if (PyErr_Occurred() != nullptr) throw py::error_already_set();
    throw;
  }
  py::list rows;
  for (const QueryRow& row : result) {
    py::tuple cells(row.size());
    for (std::size_t column = 0; column < row.size(); ++column) cells[column] = to_python(row[column]);
    rows.append(std::move(cells));
  }
  return made("Result", py::make_tuple(py::cast(result.columns()), rows));
}

std::unique_ptr<QueryGraph> indexed(const Graph& graph) {
  const py::gil_scoped_release release;
  return std::make_unique<QueryGraph>(graph);
}

PreparedQuery prepared(const QueryGraph& graph, const std::string& text) {
  const py::gil_scoped_release release;
  return graph.prepare(text);
}

py::dict or_empty(const py::object& parameters) { return parameters.is_none() ? py::dict() : py::dict(parameters); }

// Adds a method to a class that is bound elsewhere.
template <class Function, class... Extra>
void add_method(const py::object& type, const char* name, Function function, const Extra&... extra) {
  py::setattr(type, name, py::cpp_function(function, py::name(name), py::is_method(type), extra...));
}

}  // namespace

void bind_query(py::module_& module) {
  py::class_<QueryGraph>(
      module, "QueryGraph",
      "The index of a graph for queries: made once, asked often. The graph may not change meanwhile.")
      .def(py::init(&indexed), py::arg("graph"), py::keep_alive<1, 2>())
      .def(
          "query",
          [](const QueryGraph& graph, const std::string& text, const py::object& params) {
            return result_of(prepared(graph, text), or_empty(params));
          },
          py::arg("text"), py::arg("params") = py::none(), "Rows of a read-only openCypher query.")
      .def(
          "explain", [](const QueryGraph& graph, const std::string& text) { return prepared(graph, text).explain(); },
          py::arg("text"), "The plan as a tree, with estimated rows.")
      .def("__repr__", [](const QueryGraph&) { return "<QueryGraph>"; });
  const py::object graph = module.attr("Graph");
  add_method(
      graph, "query",
      [](const Graph& self, const std::string& text, const py::object& params) {
        const std::unique_ptr<QueryGraph> index = indexed(self);
        return result_of(prepared(*index, text), or_empty(params));
      },
      py::arg("text"), py::arg("params") = py::none(),
      "Rows of a read-only openCypher query; make a QueryGraph to ask a large graph more than once.");
  add_method(
      graph, "explain",
      [](const Graph& self, const std::string& text) { return prepared(*indexed(self), text).explain(); },
      py::arg("text"), "How a query would run: the plan as a tree, with estimated rows.");
}

}  // namespace diurna::python
