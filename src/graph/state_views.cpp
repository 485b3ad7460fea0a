// What the storage shows: nodes and edges as plain values, in their order.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "graph/claims.hpp"
#include "graph/state.hpp"

namespace diurna {
namespace {

using detail::ContributionView;
using detail::Offset;

std::string_view shown(const detail::StringPool& strings, detail::Symbol value) {
  const std::string_view text = strings.view(value);
  return text.substr(std::min<std::size_t>(1, text.size()));  // encoded, see encode()
}

}  // namespace

NodeProperties BglGraph::operator[](vertex_descriptor vertex) const {
  const detail::VertexRow& row = vertex_rows[vertex];
  const detail::StringPool& strings = texts->strings;
  return {
      .id = strings.view(row.id), .kind = row.kind, .type = shown(strings, row.type), .name = shown(strings, row.name)};
}

EdgeProperties BglGraph::operator[](edge_descriptor edge) const {
  const detail::EdgeRow& row = edge_rows[edge.index];
  const auto& [type, key] = texts->labels[row.label];
  return {.type = texts->strings.view(type),
          .key = texts->strings.view(key),
          .weight = static_cast<double>(row.documents),
          .record = edge.index};
}

std::vector<Claim> Graph::State::claims(Offset head) const {
  using Saying = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;  // statement, origin, document
  std::vector<Saying> sayings;
  said.for_each(head, [&](const ContributionView& view) {
    for (const std::uint32_t statement : view.statements()) {
      sayings.emplace_back(statement, view.origin(), view.document());
    }
  });
  std::sort(sayings.begin(), sayings.end());
  std::vector<Claim> out;
  for (std::size_t at = 0; at < sayings.size();) {
    const auto [statement, origin, first] = sayings[at];
    Claim& claim = out.emplace_back(
        Claim{std::string(texts.facet(statement)), detail::decode(texts.value(statement)), {}, texts.origin(origin)});
    for (; at < sayings.size() && std::get<0>(sayings[at]) == statement && std::get<1>(sayings[at]) == origin; ++at) {
      claim.documents.emplace_back(texts.document(std::get<2>(sayings[at])));
    }
    std::sort(claim.documents.begin(), claim.documents.end());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<GraphEvidence> Graph::State::evidence(Offset head) const {
  std::vector<GraphEvidence> out;
  said.for_each(head, [&](const ContributionView& view) {
    for (std::size_t i = 0; i < view.evidence_count(); ++i) out.push_back(texts.evidence(view.evidence(i), view));
  });
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return (a <=> b) < 0; });
  return out;
}

Node Graph::State::node(Vertex vertex) const {
  const detail::VertexRow& row = bgl.vertex_rows[vertex];
  Node out;
  out.id = id(vertex);
  out.kind = row.kind;
  out.claims = claims(row.said);
  out.evidence = evidence(row.said);
  if (const auto known = joins.find(vertex); known != joins.end()) {
    const auto text = [this](detail::Symbol symbol) { return std::string(texts.strings.view(symbol)); };
    for (const JoinRow& join : known->second) {
      out.joins.push_back({text(join.node), text(join.rule), text(join.because), text(join.document)});
    }
    std::sort(out.joins.begin(), out.joins.end());
  }
  apply_claims(out);
  return out;
}

Edge Graph::State::edge(EdgeNumber edge) const {
  const detail::EdgeRow& row = bgl.edge_rows[edge];
  const auto& [type, key] = texts.labels[row.label];
  Edge out;
  out.source = id(row.source);
  out.target = id(row.target);
  out.type = texts.strings.view(type);
  out.key = texts.strings.view(key);
  out.claims = claims(row.said);
  out.evidence = evidence(row.said);
  apply_claims(out);
  return out;
}

std::vector<Graph::State::Vertex> Graph::State::sorted_vertices() const {
  std::vector<Vertex> order(bgl.vertex_rows.size());
  std::iota(order.begin(), order.end(), Vertex{0});
  if (!frozen) std::sort(order.begin(), order.end(), [this](Vertex a, Vertex b) { return id(a) < id(b); });
  return order;
}

std::vector<Graph::State::EdgeNumber> Graph::State::sorted_edges() const {
  std::vector<EdgeNumber> order(bgl.edge_rows.size());
  std::iota(order.begin(), order.end(), EdgeNumber{0});
  if (frozen) return order;
  std::vector<std::uint32_t> rank(bgl.vertex_rows.size());
  const std::vector<Vertex> vertices = sorted_vertices();
  for (std::size_t i = 0; i < vertices.size(); ++i) rank[vertices[i]] = static_cast<std::uint32_t>(i);
  const auto text = [this](detail::Symbol symbol) { return texts.strings.view(symbol); };
  std::sort(order.begin(), order.end(), [&](EdgeNumber a, EdgeNumber b) {
    const detail::EdgeRow& one = bgl.edge_rows[a];
    const detail::EdgeRow& two = bgl.edge_rows[b];
    if (one.source != two.source) return rank[one.source] < rank[two.source];
    const auto& [type, key] = texts.labels[one.label];
    const auto& [other_type, other_key] = texts.labels[two.label];
    if (type != other_type) return text(type) < text(other_type);
    if (one.target != two.target) return rank[one.target] < rank[two.target];
    return text(key) < text(other_key);
  });
  return order;
}

}  // namespace diurna
