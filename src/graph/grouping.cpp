// A node's claims and evidence move whole, each with its origin; joining them is the union that Graph::add does.
#include "diurna/graph/grouping.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "diurna/core/error.hpp"
#include "graph/state.hpp"

namespace diurna {
namespace {

using Mapping = std::map<std::string, const Membership*, std::less<>>;

Mapping mapping_of(const Graph& graph, std::span<const Membership> members) {
  Mapping out;
  for (const Membership& member : members) {
    if (!graph.contains(member.node)) {
      throw Error({.code = "graph.no-node",
                   .place = {},
                   .message = "there is no node '" + member.node + "' to be shown as '" + member.canonical + "'",
                   .hint = "members are named by the ids of the ungrouped graph"});
    }
    if (member.node.empty()) {
      throw Error({.code = "graph.member",
                   .place = {},
                   .message = "the node without an id cannot be shown as '" + member.canonical + "'",
                   .hint = "give it an id"});
    }
    const auto [slot, is_new] = out.try_emplace(member.node, &member);
    if (is_new || *slot->second == member) continue;
    throw Error({.code = "graph.member",
                 .place = {},
                 .message = "node '" + member.node + "' is given to '" + slot->second->canonical + "' and to '" +
                            member.canonical + "'",
                 .hint = "name each node once"});
  }
  return out;
}

std::string shown_id(const Mapping& mapping, std::string_view id) {
  const auto found = mapping.find(id);
  return found == mapping.end() ? std::string(id) : found->second->canonical;
}

/// The ids of the qualifiers follow: "org=e:a time=t:2020".
std::string shown_key(const Mapping& mapping, std::string_view key) {
  std::string out;
  for (std::size_t at = 0; at <= key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    const std::string_view part = key.substr(at, end - at);
    const std::size_t value = part.find('=') + 1;  // npos + 1 is 0
    if (at > 0) out += ' ';
    out += part.substr(0, value);
    out += value == 0 ? std::string(part) : shown_id(mapping, part.substr(value));
    at = end + 1;
  }
  return out;
}

template <class Item>
void set_origin(Item& item, const Origin& origin) {
  for (Claim& claim : item.claims) claim.origin = origin;
  for (GraphEvidence& proof : item.evidence) proof.origin = origin;
}

/// What each origin contributed, under the empty origin.
template <class Item>
std::map<Origin, Item> by_origin(const Item& item) {
  std::map<Origin, Item> out;
  for (Claim claim : item.claims) {
    const Origin origin = std::exchange(claim.origin, {});
    out[origin].claims.push_back(std::move(claim));
  }
  for (GraphEvidence proof : item.evidence) {
    const Origin origin = std::exchange(proof.origin, {});
    out[origin].evidence.push_back(std::move(proof));
  }
  return out;
}

}  // namespace

Graph regroup(const Graph& graph, std::span<const Membership> members) {
  if (is_grouped(graph)) return regroup(ungroup(graph), members);
  const Mapping mapping = mapping_of(graph, members);
  Graph out;
  graph.for_each_node([&](Node node) {
    const auto found = mapping.find(node.id);
    if (found != mapping.end() && found->second->canonical != node.id) {
      set_origin(node, {.node = node.id, .target = {}, .key = {}});
      node.joins.push_back({node.id, found->second->rule, found->second->because});
      node.id = found->second->canonical;
    }
    out.add(node);
  });
  graph.for_each_edge([&](Edge edge) {
    const Origin origin{edge.source, edge.target, edge.key};
    edge.source = shown_id(mapping, edge.source);
    edge.target = shown_id(mapping, edge.target);
    edge.key = shown_key(mapping, edge.key);
    if (origin != Origin{edge.source, edge.target, edge.key}) set_origin(edge, origin);
    out.add(edge);
  });
  return out;
}

Graph ungroup(const Graph& graph) {
  Graph out;
  graph.for_each_node([&](const Node& node) {
    for (auto& [origin, part] : by_origin(node)) {
      part.kind = node.kind;
      part.id = origin.empty() ? node.id : origin.node;
      out.add(part);
    }
  });
  graph.for_each_edge([&](const Edge& edge) {
    for (auto& [origin, part] : by_origin(edge)) {
      part.type = edge.type;
      part.source = origin.empty() ? edge.source : origin.node;
      part.target = origin.empty() ? edge.target : origin.target;
      part.key = origin.empty() ? edge.key : origin.key;
      out.add(part);
    }
  });
  return out;
}

bool is_grouped(const Graph& graph) { return graph.state_->grouped; }

std::vector<Membership> memberships(const Graph& graph) {
  std::vector<Membership> out;
  graph.for_each_node([&out](const Node& node) {
    for (const Join& join : node.joins) out.push_back({join.node, node.id, join.rule, join.because});
  });
  return out;
}

}  // namespace diurna
