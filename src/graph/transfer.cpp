#include "graph/transfer.hpp"

#include <algorithm>
#include <tuple>

namespace diurna::detail {

Translation::Translation(const GraphTexts& from, GraphTexts& to, std::span<const char> without)
    : from_(from),
      to_(to),
      symbols_(from.strings.size(), no_symbol),
      documents_(from.documents.size(), no_symbol),
      statements_(from.statements.size(), no_symbol),
      sentences_(from.sentences.size(), no_symbol),
      manners_(from.manners.size(), no_symbol),
      origins_(from.origins.size(), no_symbol),
      labels_(from.labels.size(), no_symbol) {
  for (std::uint32_t i = 0; i < documents_.size(); ++i) {
    if (without.empty() || without[i] == 0) documents_[i] = to.documents.intern({symbol(from.documents[i][0])});
  }
}

Symbol Translation::symbol(Symbol symbol) {
  Symbol& known = symbols_[symbol];
  if (known == no_symbol) known = to_.strings.intern(from_.strings.view(symbol));
  return known;
}

std::uint32_t Translation::label(std::uint32_t label) {
  std::uint32_t& known = labels_[label];
  const auto& [type, key] = from_.labels[label];
  if (known == no_symbol) known = to_.labels.intern({symbol(type), symbol(key)});
  return known;
}

std::uint32_t Translation::origin(std::uint32_t origin) {
  if (origin == no_origin) return no_origin;
  std::uint32_t& known = origins_[origin];
  const auto& [node, target, key] = from_.origins[origin];
  if (known == no_symbol) known = to_.origins.intern({symbol(node), symbol(target), symbol(key)});
  return known;
}

std::uint32_t Translation::statement(std::uint32_t statement) {
  std::uint32_t& known = statements_[statement];
  const auto& [facet, value] = from_.statements[statement];
  if (known == no_symbol) known = to_.statements.intern({symbol(facet), symbol(value)});
  return known;
}

std::uint32_t Translation::sentence(std::uint32_t sentence, std::uint32_t document) {
  std::uint32_t& known = sentences_[sentence];
  const auto& [owner, start, text] = from_.sentences[sentence];
  if (known == no_symbol) known = to_.sentences.intern({document, start, symbol(text)});
  return known;
}

std::uint32_t Translation::manner(std::uint32_t manner) {
  std::uint32_t& known = manners_[manner];
  const auto& [rule, path, low, high] = from_.manners[manner];
  if (known == no_symbol) known = to_.manners.intern({symbol(rule), symbol(path), low, high});
  return known;
}

Contribution Translation::contribution(const ContributionView& view, std::uint32_t origin) {
  Contribution out{.document = document(view.document()), .origin = origin, .statements = {}, .evidence = {}};
  for (const std::uint32_t number : view.statements()) out.statements.push_back(statement(number));
  for (std::size_t i = 0; i < view.evidence_count(); ++i) {
    EvidenceRow row = view.evidence(i);
    row.sentence = sentence(row.sentence, out.document);
    row.manner = manner(row.manner);
    out.evidence.push_back(row);
  }
  std::sort(out.statements.begin(), out.statements.end());
  std::sort(out.evidence.begin(), out.evidence.end());
  return out;
}

void sort_for_delivery(std::vector<Parcel>& parcels) {
  std::sort(parcels.begin(), parcels.end(), [](const Parcel& a, const Parcel& b) {
    return std::tie(a.owner, b.document, a.origin) < std::tie(b.owner, a.document, b.origin);
  });
}

void deliver_to_vertices(std::vector<Parcel>& parcels, const ContributionStore& from, Translation& translate,
                         Graph::State& to) {
  sort_for_delivery(parcels);
  std::vector<Contribution> together;
  for (std::size_t i = 0; i < parcels.size(); ++i) {
    together.push_back(translate.contribution(from.at(parcels[i].from), parcels[i].origin));
    if (i + 1 < parcels.size() && parcels[i + 1].owner == parcels[i].owner) continue;
    to.say_of_vertex(parcels[i].owner, together);
    together.clear();
  }
  parcels.clear();
}

}  // namespace diurna::detail

namespace diurna {

namespace {

using detail::Parcel;

/// Joins one state into another.
class Absorption {
 public:
  Absorption(const Graph::State& from, Graph::State& to, std::span<const char> without)
      : from_(from),
        to_(to),
        translate_(from.texts, to.texts, without),
        vertices_(from.bgl.vertex_rows.size(), detail::no_symbol) {}

  void run() {
    for (Graph::State::Vertex v = 0; v < vertices_.size(); ++v) take_vertex(v);
    for (const detail::EdgeRow& row : from_.bgl.edge_rows) take_edge(row);
    for (const auto& [vertex, rows] : from_.joins) {
      for (const auto& row : rows) {
        to_.add_join(end_of(vertex), {translate_.symbol(row.node), translate_.symbol(row.rule),
                                      translate_.symbol(row.because), translate_.symbol(row.document)});
      }
    }
    to_.grouped = to_.grouped || from_.grouped;
  }

 private:
  /// Whether the list has anything to take.
  bool collect(detail::Offset head) {
    from_.said.for_each_at(head, [this](detail::Offset at, const detail::ContributionView& view) {
      if (translate_.leaves_out(view.document())) return;
      parcels_.push_back({0, translate_.document(view.document()), translate_.origin(view.origin()), at});
    });
    return !parcels_.empty();
  }

  Graph::State::Vertex end_of(Graph::State::Vertex theirs) {
    Graph::State::Vertex& mine = vertices_[theirs];
    const detail::VertexRow& row = from_.bgl.vertex_rows[theirs];
    if (mine == detail::no_symbol) mine = to_.vertex_for(translate_.symbol(row.id), row.kind);
    return mine;
  }

  void take_vertex(Graph::State::Vertex theirs) {
    if (!collect(from_.bgl.vertex_rows[theirs].said)) return;
    const auto mine = end_of(theirs);
    for (Parcel& parcel : parcels_) parcel.owner = mine;
    detail::deliver_to_vertices(parcels_, from_.said, translate_, to_);
  }

  void take_edge(const detail::EdgeRow& row) {
    if (!collect(row.said)) return;
    const bool has_ends = vertices_[row.source] != detail::no_symbol && vertices_[row.target] != detail::no_symbol;
    const auto edge = to_.edge_for(end_of(row.source), end_of(row.target), translate_.label(row.label));
    const auto say = [&](auto, const detail::Contribution& more, detail::Offset& behind) {
      to_.say_of_edge(edge, more, behind);
      if (!has_ends) to_.vouch_for_ends(edge, more);
    };
    detail::deliver(parcels_, from_.said, translate_, say);
  }

  const Graph::State& from_;
  Graph::State& to_;
  detail::Translation translate_;
  std::vector<Graph::State::Vertex> vertices_;
  std::vector<Parcel> parcels_;
};

}  // namespace

void Graph::State::require_same_kinds(const State& other) const {
  if (bgl.vertex_rows.empty()) return;
  for (const detail::VertexRow& row : other.bgl.vertex_rows) {
    const std::string_view id = other.texts.strings.view(row.id);
    const std::optional<Vertex> mine = vertex(id);
    if (mine) require_kind(*mine, row.kind);
  }
}

void Graph::State::absorb(const State& other, std::span<const char> without) {
  thaw();
  require_same_kinds(other);
  Absorption(other, *this, without).run();
}

}  // namespace diurna
