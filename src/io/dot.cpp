// `dot`: the graph as Graphviz draws it best for people. Documents are left out, and whoever only stands in them;
// colours tell kinds (white: nobody with a name), dashed frames events that are not told as having happened.
#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <set>

#include "diurna/text/unicode.hpp"
#include "io/markup.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

constexpr std::size_t line_length = 26;
constexpr std::size_t most_lines = 4;

constexpr std::string_view head =
    "digraph diurna {\n"
    "  graph [rankdir=LR, nodesep=0.22, ranksep=0.55, splines=true, outputorder=edgesfirst, bgcolor=white, pad=0.3];\n"
    "  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=12, margin=\"0.12,0.06\", penwidth=1.1];\n"
    "  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=9, color=\"#7a7a7a\", fontcolor=\"#444444\", "
    "arrowsize=0.7];\n";

struct Look {
  std::string_view shape;
  std::string_view fill;
  std::string_view line;
};

Look look_of(const Node& node) {
  static constexpr std::array<std::pair<std::string_view, Look>, 5> by_type = {{
      {"PERSON", {"ellipse", "#cfe3f7", "#2f6db0"}},
      {"ORG", {"ellipse", "#ddd3f3", "#6b4fb0"}},
      {"GPE", {"ellipse", "#d3eed8", "#2f8a4c"}},
      {"LOC", {"ellipse", "#d3eed8", "#2f8a4c"}},
      {"FACILITY", {"ellipse", "#d3eed8", "#2f8a4c"}},
  }};
  switch (node.kind) {
    case NodeKind::event:
      return {"box", "#fde7c3", "#b9770e"};
    case NodeKind::time:
      return {"note", "#f4f4f4", "#8a8a8a"};
    case NodeKind::quantity:
      return {"plaintext", "#ffffff", "#8a8a8a"};
    case NodeKind::phrase:
      return {"plaintext", "#ffffff", "#8a8a8a"};
    default:
      break;
  }
  const auto named = node.properties.find("named");
  const bool unnamed = named != node.properties.end() && named->second == Property(false);
  Look look{"ellipse", "#e6eef0", "#5d7a84"};
  for (const auto& [type, special] : by_type) {
    if (node.type == type) look = special;
  }
  if (unnamed) look.fill = "#ffffff";
  return look;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : repaired_utf8(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out + "\"";
}

std::size_t width(std::string_view text) { return CodePointIndex(text).size(); }

/// Cuts at blanks into lines of a readable length; what is too long ends in "…".
std::vector<std::string> wrapped(std::string_view text) {
  std::vector<std::string> lines(1);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t blank = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, blank - at);
    if (!lines.back().empty() && width(lines.back()) + width(word) >= line_length) {
      if (lines.size() == most_lines) {
        lines.back() += " …";
        break;
      }
      lines.emplace_back();
    }
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
    at = blank + 1;
  }
  return lines;
}

std::string text_property(const Properties& properties, std::string_view key) {
  const auto found = properties.find(key);
  return found == properties.end() ? std::string() : to_text(found->second);
}

/// Second line of a node in small type: what kind of thing it is.
std::string remark_of(const Node& node) {
  if (node.kind == NodeKind::event) {
    const std::string factuality = text_property(node.properties, "factuality");
    return node.type + (factuality.empty() || factuality == "actual" ? "" : " · " + factuality);
  }
  return node.kind == NodeKind::entity ? node.type : std::string();
}

std::string label_of(const Node& node) {
  std::string out = "<";
  const bool bold = node.kind == NodeKind::event;
  const char* separator = "";
  for (const std::string& line : wrapped(node.name)) {
    out += separator + std::string(bold ? "<b>" : "") + xml_escaped(line) + (bold ? "</b>" : "");
    separator = "<br/>";
  }
  const std::string remark = remark_of(node);
  if (!remark.empty()) {
    out += "<br/><font point-size=\"8\" color=\"#666666\">" + xml_escaped(remark) + "</font>";
  }
  return out + ">";
}

void write_node(std::ostream& out, const Node& node) {
  const Look look = look_of(node);
  const std::string factuality = text_property(node.properties, "factuality");
  const bool uncertain = node.kind == NodeKind::event && !factuality.empty() && factuality != "actual";
  const std::string style = std::string(node.kind == NodeKind::event ? "rounded,filled" : "filled");
  out << "  " << quoted(node.id) << " [label=" << label_of(node) << ", shape=" << look.shape << ", style=\"" << style
      << (uncertain ? ",dashed" : "") << "\", fillcolor=\"" << look.fill << "\", color=\"" << look.line << "\"";
  if (!node.evidence.empty()) out << ", tooltip=" << quoted(node.evidence.front().text);
  out << "];\n";
}

/// "person.member_of" → "member of".
std::string short_type(const Edge& edge) {
  std::string out = edge.type.substr(edge.type.find('.') + 1);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string edge_label(const Edge& edge) {
  if (edge.type == "attribution") return "says";
  if (edge.type == "open") return text_property(edge.properties, "relation");
  std::string label = short_type(edge);
  for (const auto& [key, value] : edge.properties) {
    if (key != "words") label += "\n" + key + ": " + to_text(value);
  }
  return label;
}

std::string multi_line(std::string_view text) {
  std::string out = "\"";
  for (const char c : repaired_utf8(text)) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

void write_edge(std::ostream& out, const Edge& edge, bool from_event) {
  out << "  " << quoted(edge.source) << " -> " << quoted(edge.target) << " [label=" << multi_line(edge_label(edge));
  if (edge.type == "attribution") {
    out << ", style=dashed";
  } else if (!from_event) {
    out << ", color=\"#2f6db0\", fontcolor=\"#2f6db0\"";
  }
  out << "];\n";
}

}  // namespace

void write_dot(std::ostream& out, const Graph& graph) {
  std::map<std::string, Node> shown;
  for (Node& node : graph.nodes()) {
    if (node.kind != NodeKind::document) shown.emplace(node.id, std::move(node));
  }
  std::vector<Edge> edges = graph.edges();
  std::erase_if(edges, [&](const Edge& edge) { return !shown.contains(edge.source) || !shown.contains(edge.target); });
  std::set<std::string_view> joined;
  for (const Edge& edge : edges) joined.insert({edge.source, edge.target});
  out << head;
  for (const auto& [id, node] : shown) {
    if (node.kind == NodeKind::event || joined.contains(id)) write_node(out, node);
  }
  for (const Edge& edge : edges) write_edge(out, edge, shown.at(edge.source).kind == NodeKind::event);
  out << "}\n";
}

}  // namespace diurna::io::detail
