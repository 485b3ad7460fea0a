#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>

#include "diurna/query/value.hpp"

namespace diurna {
namespace {

using Kind = Value::Kind;

void write(std::string& out, const Value& value);

void write_string(std::string& out, std::string_view text) {
  out += '\'';
  for (const char c : text) {
    switch (c) {
      case '\'':
        out += "\\'";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  out += '\'';
}

void write_real(std::string& out, double real) {
  if (std::isnan(real)) {
    out += "NaN";
    return;
  }
  if (std::isinf(real)) {
    out += real > 0 ? "Infinity" : "-Infinity";
    return;
  }
  const std::string text = number_text(real);
  out += text;
  if (text.find_first_of(".e") == std::string::npos) out += ".0";
}

bool is_plain_name(std::string_view name) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  if (name.empty() || (name.front() >= '0' && name.front() <= '9')) return false;
  for (const char c : name)
    if (!plain(c)) return false;
  return true;
}

void write_name(std::string& out, std::string_view name) {
  if (is_plain_name(name)) {
    out += name;
    return;
  }
  out += '`';
  for (const char c : name) out.append(c == '`' ? 2 : 1, c);
  out += '`';
}

void write_list(std::string& out, const Value::List& list) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ", ";
    write(out, list[i]);
  }
  out += ']';
}

void write_map(std::string& out, const Value::Map& map) {
  out += '{';
  bool first = true;
  for (const auto& [key, value] : map) {
    if (!first) out += ", ";
    first = false;
    write_name(out, key);
    out += ": ";
    write(out, value);
  }
  out += '}';
}

void write_node(std::string& out, const Value& value) {
  out += '(';
  if (const NodeRecord* record = value.node_record()) {
    for (const std::string& label : record->labels) {
      out += ':';
      write_name(out, label);
    }
    if (!record->labels.empty() && !record->properties.empty()) out += ' ';
    if (!record->properties.empty()) write_map(out, record->properties);
  } else {
    out += '#' + std::to_string(value.index());
  }
  out += ')';
}

void write_relationship(std::string& out, const Value& value) {
  out += '[';
  if (const RelationshipRecord* record = value.relationship_record()) {
    out += ':';
    write_name(out, record->type);
    if (!record->properties.empty()) {
      out += ' ';
      write_map(out, record->properties);
    }
  } else {
    out += '#' + std::to_string(value.index());
  }
  out += ']';
}

void write_path(std::string& out, const PathRecord& path) {
  out += '<';
  for (std::size_t i = 0; i < path.nodes.size(); ++i) {
    write_node(out, path.nodes[i]);
    if (i == path.relationships.size()) break;
    const RelationshipRecord* record = path.relationships[i].relationship_record();
    const bool backwards = record != nullptr && record->source != path.nodes[i].index();
    out += backwards ? "<-" : "-";
    write_relationship(out, path.relationships[i]);
    out += backwards ? "-" : "->";
  }
  out += '>';
}

void write_date(std::string& out, Value::Date date) {
  const std::chrono::year_month_day day(date);
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  out += text.data();
}

void write(std::string& out, const Value& value) {
  switch (value.kind()) {
    case Kind::null:
      out += "null";
      return;
    case Kind::boolean:
      out += value.as_boolean() ? "true" : "false";
      return;
    case Kind::integer:
      out += std::to_string(value.as_integer());
      return;
    case Kind::real:
      return write_real(out, value.as_real());
    case Kind::string:
      return write_string(out, value.as_string());
    case Kind::list:
      return write_list(out, value.as_list());
    case Kind::map:
      return write_map(out, value.as_map());
    case Kind::node:
      return write_node(out, value);
    case Kind::relationship:
      return write_relationship(out, value);
    case Kind::path:
      return write_path(out, value.as_path());
    case Kind::moment:
      out += '\'' + to_text(value.as_moment()) + '\'';
      return;
    case Kind::date:
      out += '\'';
      write_date(out, value.as_date());
      out += '\'';
  }
}

}  // namespace

std::string to_literal(const Value& value) {
  std::string out;
  write(out, value);
  return out;
}

std::string to_text(const Value& value) {
  if (value.kind() == Kind::string) return value.as_string();
  if (value.kind() == Kind::moment) return to_text(value.as_moment());
  if (value.kind() != Kind::date) return to_literal(value);
  std::string out;
  write_date(out, value.as_date());
  return out;
}

std::ostream& operator<<(std::ostream& out, const Value& value) { return out << to_text(value); }

std::string_view kind_name(Value::Kind kind) {
  constexpr std::array<std::string_view, 12> names = {"NULL",   "BOOLEAN", "INTEGER", "FLOAT", "DATE",         "TIME",
                                                      "STRING", "LIST",    "MAP",     "NODE",  "RELATIONSHIP", "PATH"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace diurna
