#include "graph/state.hpp"

#include <algorithm>
#include <set>

#include "diurna/core/error.hpp"
#include "diurna/graph/identity.hpp"
#include "graph/claims.hpp"

namespace diurna {
namespace {

using detail::ContributionView;
using detail::mixed;
using detail::no_symbol;
using detail::Offset;
using detail::Symbol;

std::uint64_t hash_of_ends(std::uint32_t source, std::uint32_t target, std::uint32_t label) {
  return mixed(mixed((std::uint64_t{source} << 32U) | target) + label);
}
std::uint64_t hash_of_ends(const detail::EdgeRow& row) { return hash_of_ends(row.source, row.target, row.label); }

}  // namespace

void Graph::State::thaw() {
  if (!frozen) return;
  texts.index();
  by_id_.fill(bgl.vertex_rows.size(), [this](Vertex vertex) { return mixed(bgl.vertex_rows[vertex].id); });
  by_ends_.fill(bgl.edge_rows.size(), [this](EdgeNumber edge) { return hash_of_ends(bgl.edge_rows[edge]); });
  frozen = false;
}

std::optional<Graph::State::Vertex> Graph::State::vertex(std::string_view id) const {
  const std::vector<detail::VertexRow>& rows = bgl.vertex_rows;
  if (frozen) {
    const auto at = std::lower_bound(rows.begin(), rows.end(), id, [this](const auto& row, std::string_view wanted) {
      return texts.strings.view(row.id) < wanted;
    });
    if (at == rows.end() || texts.strings.view(at->id) != id) return std::nullopt;
    return static_cast<Vertex>(at - rows.begin());
  }
  const std::optional<Symbol> symbol = texts.strings.find(id);
  if (!symbol) return std::nullopt;
  return by_id_.find(mixed(*symbol), [&](Vertex vertex) { return rows[vertex].id == *symbol; });
}

Graph::State::Vertex Graph::State::existing_vertex(std::string_view id) const {
  if (const std::optional<Vertex> found = vertex(id)) return *found;
  throw Error({.code = "graph.no-node",
               .place = {},
               .message = "there is no node '" + std::string(id) + "' in this graph",
               .hint = "Graph::find gives the ids for a name"});
}

Graph::State::Vertex Graph::State::vertex_for(Symbol id, NodeKind kind) {
  std::vector<detail::VertexRow>& rows = bgl.vertex_rows;
  const auto known = by_id_.find(mixed(id), [&](Vertex vertex) { return rows[vertex].id == id; });
  if (known) {
    require_kind(*known, kind);
    return *known;
  }
  const auto vertex = static_cast<Vertex>(rows.size());
  rows.push_back({.id = id, .kind = kind});
  by_id_.insert(mixed(id), vertex, [&rows](Vertex other) { return mixed(rows[other].id); });
  return vertex;
}

void Graph::State::require_kind(Vertex vertex, NodeKind kind) const {
  const NodeKind known = bgl.vertex_rows[vertex].kind;
  if (known == kind) return;
  throw Error({.code = "graph.kind",
               .place = {},
               .message = "node '" + std::string(id(vertex)) + "' is of kind " + std::string(to_text(known)) +
                          " here and of kind " + std::string(to_text(kind)) + " there",
               .hint = "give things of different kinds different ids"});
}

void Graph::State::add_join(Vertex vertex, const JoinRow& join) {
  std::vector<JoinRow>& rows = joins[vertex];
  const auto place = std::lower_bound(rows.begin(), rows.end(), join);
  if (place == rows.end() || *place != join) rows.insert(place, join);
}

Graph::State::EdgeNumber Graph::State::edge_for(Vertex source, Vertex target, std::uint32_t label) {
  std::vector<detail::EdgeRow>& rows = bgl.edge_rows;
  const std::uint64_t hash = hash_of_ends(source, target, label);
  const auto known = by_ends_.find(hash, [&](EdgeNumber edge) {
    return rows[edge].source == source && rows[edge].target == target && rows[edge].label == label;
  });
  if (known) return *known;
  const auto edge = static_cast<EdgeNumber>(rows.size());
  std::uint32_t& first_out = bgl.vertex_rows[source].first_out;
  std::uint32_t& first_in = bgl.vertex_rows[target].first_in;
  rows.push_back({.source = source, .target = target, .label = label, .next_out = first_out, .next_in = first_in});
  first_out = first_in = edge;
  by_ends_.insert(hash, edge, [&rows](EdgeNumber other) { return hash_of_ends(rows[other]); });
  return edge;
}

void Graph::State::say_of_vertex(Vertex vertex, const detail::Contribution& more, Offset& behind) {
  const detail::Growth growth = said.unite(bgl.vertex_rows[vertex].said, more, behind);
  if (growth.is_new) refresh_shown(vertex, more.statements, growth.new_document);
}

void Graph::State::say_of_vertex(Vertex vertex, std::span<const detail::Contribution> more) {
  Offset behind = 0;
  if (more.size() == 1) {
    say_of_vertex(vertex, more.front(), behind);
    return;
  }
  for (const detail::Contribution& one : more) said.unite(bgl.vertex_rows[vertex].said, one, behind);
  show(vertex);
  names.note(vertex);
}

void Graph::State::say_of_edge(EdgeNumber edge, const detail::Contribution& more, Offset& behind) {
  detail::EdgeRow& row = bgl.edge_rows[edge];
  if (said.unite(row.said, more, behind).new_document) ++row.documents;
}

void Graph::State::vouch_for_ends(EdgeNumber edge, const detail::Contribution& more) {
  const detail::EdgeRow& row = bgl.edge_rows[edge];
  for (const bool at_source : {true, false}) {
    const Vertex end = at_source ? row.source : row.target;
    detail::Contribution presence{
        .document = more.document, .origin = detail::no_origin, .statements = {}, .evidence = {}};
    if (more.origin != detail::no_origin) {
      const Symbol raw = texts.origins[more.origin][at_source ? 0 : 1];
      const Symbol none = texts.strings.intern("");
      if (raw != bgl.vertex_rows[end].id) presence.origin = texts.origins.intern({raw, none, none});
    }
    if (said.contains(bgl.vertex_rows[end].said, presence.document, presence.origin)) continue;
    presence.statements = {texts.statement_number(detail::facet_presence, true)};
    Offset behind = 0;
    say_of_vertex(end, presence, behind);
  }
}

std::vector<Graph::State::TypeCount> Graph::State::counted_types(Offset head) const {
  std::vector<TypeCount> counts;
  said.for_each(head, [&](const ContributionView& view) {
    for (const std::uint32_t statement : view.statements()) {
      if (texts.facet(statement) != detail::facet_type) continue;
      const Symbol type = texts.statements[statement][1];
      const auto same = [=](const TypeCount& count) { return count.type == type; };
      const auto known = std::find_if(counts.begin(), counts.end(), same);
      if (known == counts.end()) {
        counts.push_back({type, 1, view.document()});
      } else if (known->last_document != view.document()) {
        known->last_document = view.document();
        ++known->documents;
      }
    }
  });
  return counts;
}

Symbol Graph::State::agreed_type(std::span<const TypeCount> counts) const {
  Symbol best = no_symbol;
  std::size_t documents = 0;
  for (const TypeCount& count : counts) {
    const std::string_view type = texts.strings.view(count.type);
    if (!detail::better_type(type, count.documents, texts.strings.view(best), documents)) continue;
    best = count.type;
    documents = count.documents;
  }
  return best;
}

void Graph::State::show(Vertex vertex) {
  detail::VertexRow& row = bgl.vertex_rows[vertex];
  row.type = row.name = no_symbol;
  bool types_differ = false;
  said.for_each(row.said, [&](const ContributionView& view) {
    for (const std::uint32_t statement : view.statements()) {
      const auto& [facet_symbol, value] = texts.statements[statement];
      const std::string_view facet = texts.strings.view(facet_symbol);
      if (facet == detail::facet_type) {
        types_differ = types_differ || (row.type != no_symbol && row.type != value);
        row.type = value;
      } else if (facet == detail::facet_name &&
                 (row.name == no_symbol ||
                  detail::better_name(texts.strings.view(value), texts.strings.view(row.name)))) {
        row.name = value;
      }
    }
  });
  if (types_differ) row.type = agreed_type(counted_types(row.said));
  type_counts_.erase(vertex);
}

/// Counting starts with the first type that differs; from then on a new document only adds to the counts, so that a
/// node that very many documents know is not counted anew with each of them.
void Graph::State::refresh_type(Vertex vertex, std::span<const Symbol> types, bool by_new_document) {
  detail::VertexRow& row = bgl.vertex_rows[vertex];
  const auto known = type_counts_.find(vertex);
  if (known == type_counts_.end()) {
    if (row.type == no_symbol) row.type = types.front();
    if (std::all_of(types.begin(), types.end(), [&row](Symbol type) { return type == row.type; })) return;
  }
  std::vector<TypeCount>& counts = known == type_counts_.end() ? type_counts_[vertex] : known->second;
  if (counts.empty() || !by_new_document) {
    counts = counted_types(row.said);
  } else {
    for (const Symbol type : types) {
      const auto place = std::find_if(counts.begin(), counts.end(), [=](const TypeCount& c) { return c.type == type; });
      if (place == counts.end()) {
        counts.push_back({type, 1, 0});
      } else {
        ++place->documents;
      }
    }
  }
  row.type = agreed_type(counts);
}

void Graph::State::refresh_shown(Vertex vertex, std::span<const std::uint32_t> statements, bool by_new_document) {
  detail::VertexRow& row = bgl.vertex_rows[vertex];
  std::vector<Symbol> types;
  bool named = false;
  for (const std::uint32_t statement : statements) {
    const std::string_view facet = texts.facet(statement);
    const Symbol value = texts.statements[statement][1];
    if (facet == detail::facet_type) {
      types.push_back(value);
    } else if (facet == detail::facet_name) {
      named = true;
      if (row.name == no_symbol || detail::better_name(texts.strings.view(value), texts.strings.view(row.name))) {
        row.name = value;
      }
    } else if (facet == detail::facet_alias) {
      named = true;
    }
  }
  if (!types.empty()) refresh_type(vertex, types, by_new_document);
  if (named) names.note(vertex);
}

void Graph::State::for_each_name_key(Vertex vertex, const std::function<void(std::string_view)>& visit) const {
  std::set<Symbol> seen;
  said.for_each(bgl.vertex_rows[vertex].said, [&](const ContributionView& view) {
    for (const std::uint32_t statement : view.statements()) {
      const std::string_view facet = texts.facet(statement);
      if (facet != detail::facet_name && facet != detail::facet_alias) continue;
      if (seen.insert(texts.statements[statement][1]).second) visit(name_key(texts.value(statement).substr(1)));
    }
  });
}

std::vector<Graph::State::Vertex> Graph::State::named(std::string_view key) const {
  const auto keys_of = [this](Vertex vertex, const auto& visit) { for_each_name_key(vertex, visit); };
  std::vector<Vertex> out = names.find(key, keys_of);
  std::erase_if(out, [&](Vertex vertex) {
    bool has_it = false;
    for_each_name_key(vertex, [&](std::string_view other) { has_it = has_it || other == key; });
    return !has_it;
  });
  return out;
}

const std::vector<detail::NameIndex::Entry>& Graph::State::name_entries() const {
  return names.entries([this](Vertex vertex, const auto& visit) { for_each_name_key(vertex, visit); });
}

}  // namespace diurna
