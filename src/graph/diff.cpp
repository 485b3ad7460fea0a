// Both graphs are walked in their order at the same time, as two sorted lists are merged.
#include "diurna/graph/diff.hpp"

#include <array>
#include <set>
#include <tuple>

#include "graph/state.hpp"

namespace diurna {
namespace {

std::string_view id_of(const Node& node) { return node.id; }
auto id_of(const Edge& edge) { return std::tie(edge.source, edge.type, edge.target, edge.key); }

void compare_value(std::vector<FieldChange>& out, std::string field, const std::string& before,
                   const std::string& after) {
  if (before != after) out.push_back({std::move(field), before, after});
}

void compare_sets(std::vector<FieldChange>& out, const std::string& field, const std::set<std::string>& before,
                  const std::set<std::string>& after) {
  for (const std::string& value : before) {
    if (!after.contains(value)) out.push_back({field, value, ""});
  }
  for (const std::string& value : after) {
    if (!before.contains(value)) out.push_back({field, "", value});
  }
}

void compare_properties(std::vector<FieldChange>& out, const Properties& before, const Properties& after) {
  std::set<std::string> keys;
  for (const auto& [key, value] : before) keys.insert(key);
  for (const auto& [key, value] : after) keys.insert(key);
  const auto text = [](const Properties& properties, const std::string& key) {
    const auto found = properties.find(key);
    return found == properties.end() ? std::string() : to_text(found->second);
  };
  for (const std::string& key : keys) {
    const std::string was = text(before, key);
    const std::string is = text(after, key);
    const bool same_kind = before.contains(key) == after.contains(key) && was == is;
    if (!same_kind) out.push_back({"property." + key, was, is});
  }
}

std::string line_of(const Origin& origin) {
  if (origin.empty()) return {};
  const std::string key = origin.key.empty() ? "" : " " + origin.key;
  return " (of " + origin.node + (origin.target.empty() ? "" : " to " + origin.target) + key + ")";
}

template <class Item>
std::set<std::string> documents_of(const Item& item) {
  std::set<std::string> out;
  for (const Claim& claim : item.claims) out.insert(claim.documents.begin(), claim.documents.end());
  for (const GraphEvidence& proof : item.evidence) out.insert(proof.document);
  return out;
}

/// Every claim of every document as a line; of documents that one of the graphs does not know here, `document` tells
/// enough.
template <class Item>
std::set<std::string> claim_lines(const Item& item, const std::set<std::string>& documents) {
  std::set<std::string> out;
  for (const Claim& claim : item.claims) {
    for (const std::string& document : claim.documents) {
      if (!documents.contains(document)) continue;
      out.insert(claim.facet + " = " + to_text(claim.value) + " in " + document + line_of(claim.origin));
    }
  }
  return out;
}

template <class Item>
std::set<std::string> evidence_lines(const Item& item, const std::set<std::string>& documents) {
  std::set<std::string> out;
  for (const GraphEvidence& proof : item.evidence) {
    if (!documents.contains(proof.document)) continue;
    std::string line = proof.document + " " + std::to_string(proof.begin) + "-" + std::to_string(proof.end);
    for (const std::string* part : {&proof.rule, &proof.path, &proof.text}) line += part->empty() ? "" : " " + *part;
    out.insert(line + " " + number_text(proof.score) + line_of(proof.origin));
  }
  return out;
}

template <class Item>
void compare_sources(std::vector<FieldChange>& out, const Item& before, const Item& after) {
  const std::set<std::string> were = documents_of(before);
  const std::set<std::string> are = documents_of(after);
  compare_sets(out, "document", were, are);
  std::set<std::string> both;
  for (const std::string& document : were) {
    if (are.contains(document)) both.insert(document);
  }
  compare_sets(out, "claim", claim_lines(before, both), claim_lines(after, both));
  compare_sets(out, "evidence", evidence_lines(before, both), evidence_lines(after, both));
}

std::set<std::string> join_lines(const Node& node) {
  std::set<std::string> out;
  for (const Join& join : node.joins) out.insert(join.node + " by " + join.rule + ": " + join.because);
  return out;
}

std::vector<FieldChange> changes(const Node& before, const Node& after) {
  std::vector<FieldChange> out;
  compare_value(out, "kind", std::string(to_text(before.kind)), std::string(to_text(after.kind)));
  compare_value(out, "type", before.type, after.type);
  compare_value(out, "name", before.name, after.name);
  compare_sets(out, "alias", {before.aliases.begin(), before.aliases.end()},
               {after.aliases.begin(), after.aliases.end()});
  compare_properties(out, before.properties, after.properties);
  compare_sets(out, "join", join_lines(before), join_lines(after));
  compare_sources(out, before, after);
  return out;
}

std::vector<FieldChange> changes(const Edge& before, const Edge& after) {
  std::vector<FieldChange> out;
  compare_properties(out, before.properties, after.properties);
  compare_sources(out, before, after);
  return out;
}

/// Two sorted lists given by number and access; `found(change, item, fields)` sees each difference.
template <class AtBefore, class AtAfter, class Found>
void walk(std::size_t before_count, AtBefore before, std::size_t after_count, AtAfter after, Found found) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before_count || j < after_count) {
    if (j == after_count) {
      found(Change::vanished, before(i++), {});
      continue;
    }
    if (i == before_count) {
      found(Change::appeared, after(j++), {});
      continue;
    }
    auto was = before(i);
    auto is = after(j);
    if (id_of(was) < id_of(is)) {
      found(Change::vanished, std::move(was), {});
      ++i;
    } else if (id_of(is) < id_of(was)) {
      found(Change::appeared, std::move(is), {});
      ++j;
    } else {
      if (!(was == is)) {
        std::vector<FieldChange> fields = changes(was, is);
        found(Change::changed, std::move(is), std::move(fields));
      }
      ++i;
      ++j;
    }
  }
}

}  // namespace

std::string_view to_text(Change change) {
  static constexpr std::array<std::string_view, 3> names = {"appeared", "vanished", "changed"};
  return names[static_cast<std::size_t>(change)];
}

GraphDiff diff(const Graph& before, const Graph& after) {
  const Graph::State& was = GraphAccess::state(before);
  const Graph::State& is = GraphAccess::state(after);
  GraphDiff out;
  const auto old_nodes = was.sorted_vertices();
  const auto new_nodes = is.sorted_vertices();
  walk(
      old_nodes.size(), [&](std::size_t i) { return was.node(old_nodes[i]); }, new_nodes.size(),
      [&](std::size_t i) { return is.node(new_nodes[i]); },
      [&](Change change, Node node, std::vector<FieldChange> fields) {
        out.nodes.push_back({change, std::move(node), std::move(fields)});
      });
  const auto old_edges = was.sorted_edges();
  const auto new_edges = is.sorted_edges();
  walk(
      old_edges.size(), [&](std::size_t i) { return was.edge(old_edges[i]); }, new_edges.size(),
      [&](std::size_t i) { return is.edge(new_edges[i]); },
      [&](Change change, Edge edge, std::vector<FieldChange> fields) {
        out.edges.push_back({change, std::move(edge), std::move(fields)});
      });
  return out;
}

}  // namespace diurna
