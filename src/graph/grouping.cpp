// What documents say moves whole, each contribution with its origin; joining them is the union that merging does.
#include "diurna/graph/grouping.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "diurna/core/error.hpp"
#include "graph/transfer.hpp"

namespace diurna {
namespace {

using detail::Contribution;
using detail::ContributionView;
using detail::no_origin;
using detail::Offset;
using detail::Parcel;
using detail::Symbol;
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

/// Moves everything from one state to another under other ids. Vertices and edges that become one are taken together,
/// so that their contributions are joined in one pass.
class Grouping {
 public:
  Grouping(const Graph& from, Graph& to)
      : from_(GraphAccess::state(from)), to_(GraphAccess::state(to)), translate_(from_.texts, to_.texts, {}) {}

  void regroup(const Mapping& mapping) {
    for (const auto& [node, member] : mapping) {
      if (member->canonical != node) shown_[*from_.vertex(node)] = member;
    }
    to_.grouped = !shown_.empty();
    regroup_vertices();
    regroup_edges(mapping);
    deliver_edges();
  }

  void ungroup() {
    for (Vertex v = 0; v < from_.bgl.vertex_rows.size(); ++v) {
      const detail::VertexRow& row = from_.bgl.vertex_rows[v];
      from_.said.for_each_at(row.said, [&](Offset at, const ContributionView& view) {
        const Symbol id = view.origin() == no_origin ? row.id : from_.texts.origins[view.origin()][0];
        send(to_.vertex_for(translate_.symbol(id), row.kind), view, no_origin, at);
      });
      deliver_vertices();
    }
    for (const detail::EdgeRow& row : from_.bgl.edge_rows) {
      from_.said.for_each_at(row.said, [&](Offset at, const ContributionView& view) {
        send(ungrouped_edge(row, view.origin()), view, no_origin, at);
      });
      deliver_edges();
    }
  }

 private:
  using State = Graph::State;
  using Vertex = State::Vertex;

  void send(std::uint32_t owner, const ContributionView& view, std::uint32_t origin, Offset at) {
    parcels_.push_back({owner, translate_.document(view.document()), origin, at});
  }
  void deliver_vertices() {
    detail::deliver(parcels_, from_.said, translate_, [this](Vertex vertex, const Contribution& more, Offset& behind) {
      to_.say_of_vertex(vertex, more, behind);
    });
  }
  void deliver_edges() {
    detail::deliver(
        parcels_, from_.said, translate_,
        [this](std::uint32_t edge, const Contribution& more, Offset& behind) { to_.say_of_edge(edge, more, behind); });
  }

  void regroup_vertices() {
    const std::vector<detail::VertexRow>& rows = from_.bgl.vertex_rows;
    for (Vertex v = 0; v < rows.size(); ++v) {
      const auto member = shown_.find(v);
      if (member == shown_.end()) {
        vertices_.push_back(to_.vertex_for(translate_.symbol(rows[v].id), rows[v].kind));
        continue;
      }
      const Symbol node = translate_.symbol(rows[v].id);
      vertices_.push_back(to_.vertex_for(to_.texts.strings.intern(member->second->canonical), rows[v].kind));
      to_.add_join(vertices_[v], {node, to_.texts.strings.intern(member->second->rule),
                                  to_.texts.strings.intern(member->second->because), to_.texts.strings.intern("")});
    }
    const Symbol none = to_.texts.strings.intern("");
    for_each_group(
        vertices_,
        [&](Vertex v) {
          const std::uint32_t origin =
              shown_.contains(v) ? to_.texts.origins.intern({translate_.symbol(rows[v].id), none, none}) : no_origin;
          from_.said.for_each_at(
              rows[v].said, [&](Offset at, const ContributionView& view) { send(vertices_[v], view, origin, at); });
        },
        [this] { deliver_vertices(); });
  }

  void regroup_edges(const Mapping& mapping) {
    const std::vector<detail::EdgeRow>& rows = from_.bgl.edge_rows;
    std::vector<std::uint32_t> edges;
    std::vector<std::uint32_t> origins;
    for (const detail::EdgeRow& row : rows) {
      const auto& [type, key] = from_.texts.labels[row.label];
      const Symbol shown_key_symbol = key_symbol(mapping, key);
      edges.push_back(to_.edge_for(vertices_[row.source], vertices_[row.target],
                                   to_.texts.labels.intern({translate_.symbol(type), shown_key_symbol})));
      const bool same =
          !shown_.contains(row.source) && !shown_.contains(row.target) && shown_key_symbol == translate_.symbol(key);
      origins.push_back(same ? no_origin
                             : to_.texts.origins.intern({translate_.symbol(from_.bgl.vertex_rows[row.source].id),
                                                         translate_.symbol(from_.bgl.vertex_rows[row.target].id),
                                                         translate_.symbol(key)}));
    }
    for_each_group(
        edges,
        [&](std::uint32_t edge) {
          from_.said.for_each_at(rows[edge].said, [&](Offset at, const ContributionView& view) {
            send(edges[edge], view, origins[edge], at);
          });
        },
        [this] { deliver_edges(); });
  }
  [[nodiscard]] Symbol key_symbol(const Mapping& mapping, Symbol key) {
    const std::string_view text = from_.texts.strings.view(key);
    if (text.empty()) return translate_.symbol(key);
    return to_.texts.strings.intern(shown_key(mapping, text));
  }

  std::uint32_t ungrouped_edge(const detail::EdgeRow& row, std::uint32_t origin) {
    const auto& [type, key] = from_.texts.labels[row.label];
    Symbol source = from_.bgl.vertex_rows[row.source].id;
    Symbol target = from_.bgl.vertex_rows[row.target].id;
    Symbol raw_key = key;
    if (origin != no_origin) {
      source = from_.texts.origins[origin][0];
      target = from_.texts.origins[origin][1];
      raw_key = from_.texts.origins[origin][2];
    }
    return to_.edge_for(raw_vertex(source), raw_vertex(target),
                        to_.texts.labels.intern({translate_.symbol(type), translate_.symbol(raw_key)}));
  }
  /// A vertex that an edge names; what the edge's documents say vouches for it, so it is there.
  [[nodiscard]] Vertex raw_vertex(Symbol id) const { return to_.existing_vertex(from_.texts.strings.view(id)); }

  /// Calls `visit(i)` for all i, those with the same owner one after the other, and `done()` behind each such group.
  template <class Visit, class Done>
  static void for_each_group(const std::vector<std::uint32_t>& owners, Visit visit, Done done) {
    std::vector<std::uint32_t> order(owners.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return owners[a] < owners[b]; });
    for (std::size_t i = 0; i < order.size(); ++i) {
      visit(order[i]);
      if (i + 1 == order.size() || owners[order[i]] != owners[order[i + 1]]) done();
    }
  }

  const State& from_;
  State& to_;
  detail::Translation translate_;
  std::map<Vertex, const Membership*> shown_;
  std::vector<Vertex> vertices_;  // of `from_` → of `to_`
  std::vector<Parcel> parcels_;
};

}  // namespace

Graph regroup(const Graph& graph, std::span<const Membership> members) {
  if (is_grouped(graph)) return regroup(ungroup(graph), members);
  Graph out;
  Grouping(graph, out).regroup(mapping_of(graph, members));
  return out;
}

Graph ungroup(const Graph& graph) {
  if (!is_grouped(graph)) return graph;
  Graph out;
  Grouping(graph, out).ungroup();
  return out;
}

bool is_grouped(const Graph& graph) { return GraphAccess::state(graph).grouped; }

std::vector<Membership> memberships(const Graph& graph) {
  std::vector<Membership> out;
  const Graph::State& state = GraphAccess::state(graph);
  for (const Graph::State::Vertex vertex : state.sorted_vertices()) {
    if (!state.joins.contains(vertex)) continue;
    const Node node = state.node(vertex);
    for (const Join& join : node.joins) out.push_back({join.node, node.id, join.rule, join.because});
  }
  return out;
}

}  // namespace diurna
