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

}  // namespace diurna::detail

namespace diurna {

using detail::Parcel;

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
  detail::Translation translate(other.texts, texts, without);
  std::vector<Parcel> parcels;
  const auto collect = [&](detail::Offset head) {
    while (head != 0) {
      const detail::ContributionView view = other.said.at(head);
      if (!translate.leaves_out(view.document())) {
        parcels.push_back({0, translate.document(view.document()), translate.origin(view.origin()), head});
      }
      head = view.next();
    }
    return !parcels.empty();
  };
  std::vector<Vertex> vertices(other.bgl.vertex_rows.size());
  for (std::size_t theirs = 0; theirs < vertices.size(); ++theirs) {
    const detail::VertexRow& row = other.bgl.vertex_rows[theirs];
    if (!collect(row.said)) continue;
    vertices[theirs] = vertex_for(translate.symbol(row.id), row.kind);
    detail::deliver(parcels, other.said, translate,
                    [&](auto, const detail::Contribution& more, detail::Offset& behind) {
                      say_of_vertex(vertices[theirs], more, behind);
                    });
  }
  for (const detail::EdgeRow& row : other.bgl.edge_rows) {
    if (!collect(row.said)) continue;
    const EdgeNumber edge = edge_for(vertices[row.source], vertices[row.target], translate.label(row.label));
    detail::deliver(
        parcels, other.said, translate,
        [&](auto, const detail::Contribution& more, detail::Offset& behind) { say_of_edge(edge, more, behind); });
  }
  for (const auto& [vertex, rows] : other.joins) {
    for (const JoinRow& row : rows) {
      add_join(vertices[vertex],
               {translate.symbol(row.node), translate.symbol(row.rule), translate.symbol(row.because)});
    }
  }
  grouped = grouped || other.grouped;
}

}  // namespace diurna
