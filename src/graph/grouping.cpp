// What documents say moves whole, each contribution with its origin; joining them is the union that merging does.
#include "diurna/graph/grouping.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "graph/membership_map.hpp"
#include "graph/transfer.hpp"

namespace diurna {
namespace {

using detail::Contribution;
using detail::ContributionView;
using detail::MembershipMap;
using detail::no_origin;
using detail::Offset;
using detail::Parcel;
using detail::Symbol;

/// Moves everything from one state to another under other ids. Vertices and edges that become one are taken together,
/// so that their contributions are joined in one pass.
class Grouping {
 public:
  Grouping(const Graph& from, Graph& to)
      : from_(GraphAccess::state(from)), to_(GraphAccess::state(to)), translate_(from_.texts, to_.texts, {}) {}

  void regroup(const MembershipMap& members) {
    regroup_vertices(members);
    regroup_edges(members);
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
  void deliver_vertices() { detail::deliver_to_vertices(parcels_, from_.said, translate_, to_); }
  void deliver_edges() {
    detail::deliver(
        parcels_, from_.said, translate_,
        [this](std::uint32_t edge, const Contribution& more, Offset& behind) { to_.say_of_edge(edge, more, behind); });
  }

  /// What some documents say of one vertex or edge, on its way to `owner`.
  struct Load {
    std::uint32_t owner = 0;
    std::uint32_t origin = no_origin;
    Offset said = 0;
    std::vector<std::uint32_t> documents;  // sorted, numbers in `from_`; empty for all
  };

  /// Documents of a list that go different ways, by where `way_of(document id)` says that they go.
  template <class WayOf>
  auto ways(Offset said, bool split, WayOf way_of) const {
    std::map<decltype(way_of(std::string_view{})), std::vector<std::uint32_t>> out;
    if (!split) {
      out[way_of(std::string_view{})];
      return out;
    }
    from_.said.for_each(said, [&](const ContributionView& view) {
      out[way_of(from_.texts.document(view.document()))].push_back(view.document());
    });
    for (auto& [way, documents] : out) std::sort(documents.begin(), documents.end());
    return out;
  }

  void regroup_vertices(const MembershipMap& members) {
    const Symbol none = to_.texts.strings.intern("");
    std::vector<Load> loads;
    for (const detail::VertexRow& row : from_.bgl.vertex_rows) {
      const std::string_view id = from_.texts.strings.view(row.id);
      const Symbol node = translate_.symbol(row.id);
      const auto way_of = [&](std::string_view document) {
        const Membership* member = members.of(id, document);
        return member == nullptr ? node : to_.texts.strings.intern(member->canonical);
      };
      for (auto& [shown, documents] : ways(row.said, members.splits(id), way_of)) {
        const Vertex vertex = to_.vertex_for(shown, row.kind);
        const std::uint32_t origin = shown == node ? no_origin : to_.texts.origins.intern({node, none, none});
        to_.grouped = to_.grouped || shown != node;
        loads.push_back({vertex, origin, row.said, std::move(documents)});
      }
      add_joins(members, id);
    }
    deliver_loads(loads, [this] { deliver_vertices(); });
  }

  void add_joins(const MembershipMap& members, std::string_view id) {
    const auto known = members.nodes().find(id);
    if (known == members.nodes().end()) return;
    detail::StringPool& strings = to_.texts.strings;
    for (const auto& [document, member] : known->second) {
      if (member->canonical == id) continue;
      const std::optional<Vertex> vertex = to_.vertex(member->canonical);
      if (!vertex) continue;
      to_.add_join(*vertex, {strings.intern(id), strings.intern(member->rule), strings.intern(member->because),
                             strings.intern(document)});
    }
  }

  void regroup_edges(const MembershipMap& members) {
    using Way = std::array<Symbol, 3>;  // source, target, key
    std::vector<Load> loads;
    for (const detail::EdgeRow& row : from_.bgl.edge_rows) {
      const auto& [type, key] = from_.texts.labels[row.label];
      const std::string_view source = from_.id(row.source);
      const std::string_view target = from_.id(row.target);
      const std::string_view key_text = from_.texts.strings.view(key);
      const Way raw{translate_.symbol(from_.bgl.vertex_rows[row.source].id),
                    translate_.symbol(from_.bgl.vertex_rows[row.target].id), translate_.symbol(key)};
      const bool split = members.splits(source) || members.splits(target) || members.splits_key(key_text);
      const auto way_of = [&](std::string_view document) {
        Way way = raw;
        detail::StringPool& strings = to_.texts.strings;
        if (const Membership* member = members.of(source, document)) way[0] = strings.intern(member->canonical);
        if (const Membership* member = members.of(target, document)) way[1] = strings.intern(member->canonical);
        if (!key_text.empty()) way[2] = strings.intern(members.shown_key(key_text, document));
        return way;
      };
      const Symbol type_symbol = translate_.symbol(type);
      for (auto& [way, documents] : ways(row.said, split, way_of)) {
        const std::uint32_t edge =
            to_.edge_for(shown_vertex(way[0]), shown_vertex(way[1]), to_.texts.labels.intern({type_symbol, way[2]}));
        const std::uint32_t origin = way == raw ? no_origin : to_.texts.origins.intern({raw[0], raw[1], raw[2]});
        loads.push_back({edge, origin, row.said, std::move(documents)});
      }
    }
    deliver_loads(loads, [this] { deliver_edges(); });
  }
  [[nodiscard]] Vertex shown_vertex(Symbol id) const { return to_.existing_vertex(to_.texts.strings.view(id)); }

  /// Those with the same owner together.
  template <class Deliver>
  void deliver_loads(std::vector<Load>& loads, Deliver deliver) {
    std::stable_sort(loads.begin(), loads.end(), [](const Load& a, const Load& b) { return a.owner < b.owner; });
    for (std::size_t i = 0; i < loads.size(); ++i) {
      const Load& load = loads[i];
      from_.said.for_each_at(load.said, [&](Offset at, const ContributionView& view) {
        const std::vector<std::uint32_t>& some = load.documents;
        if (!some.empty() && !std::binary_search(some.begin(), some.end(), view.document())) return;
        send(load.owner, view, load.origin, at);
      });
      if (i + 1 == loads.size() || load.owner != loads[i + 1].owner) deliver();
    }
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

  const State& from_;
  State& to_;
  detail::Translation translate_;
  std::vector<Parcel> parcels_;
};

}  // namespace

Graph regroup(const Graph& graph, std::span<const Membership> members) {
  if (is_grouped(graph)) return regroup(ungroup(graph), members);
  Graph out;
  Grouping(graph, out).regroup(MembershipMap(graph, members));
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
    for (const Join& join : node.joins) out.push_back({join.node, node.id, join.rule, join.because, join.document});
  }
  return out;
}

}  // namespace diurna
