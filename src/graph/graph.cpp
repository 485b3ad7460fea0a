#include "diurna/graph/graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "diurna/core/error.hpp"
#include "diurna/graph/builder.hpp"
#include "diurna/graph/grouping.hpp"
#include "diurna/graph/identity.hpp"
#include "graph/claims.hpp"
#include "graph/state.hpp"

namespace diurna {
namespace {

constexpr std::array<std::string_view, 6> kind_names = {"document", "entity", "event", "time", "quantity", "phrase"};

void sort_edges(std::vector<Edge>& edges) {
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::tie(a.source, a.type, a.target, a.key) < std::tie(b.source, b.type, b.target, b.key);
  });
}

/// Numbers that JSON cannot hold are refused where they come in.
template <class Item>
void require_finite(const Item& item, const std::vector<Claim>& claims) {
  const auto endless = [](const Property& value) {
    const double* number = std::get_if<double>(&value);
    return number != nullptr && !std::isfinite(*number);
  };
  const bool bad = std::any_of(claims.begin(), claims.end(), [&](const Claim& c) { return endless(c.value); }) ||
                   std::any_of(item.evidence.begin(), item.evidence.end(),
                               [](const GraphEvidence& proof) { return !std::isfinite(proof.score); });
  if (!bad) return;
  throw Error({.code = "graph.number",
               .place = {},
               .message = "a property or score is not a finite number",
               .hint = "leave it out"});
}

/// What each document says of each origin; nobody ("") at least that it is there.
std::vector<detail::Contribution> contributions(const std::vector<Claim>& claims,
                                                const std::vector<GraphEvidence>& evidence, detail::GraphTexts& texts) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, detail::Contribution> out;
  for (const Claim& claim : claims) {
    const std::uint32_t statement = texts.statement_number(claim.facet, claim.value);
    const std::uint32_t origin = texts.origin_number(claim.origin);
    for (const std::string& document : claim.documents) {
      out[{texts.document_number(document), origin}].statements.push_back(statement);
    }
  }
  for (const GraphEvidence& proof : evidence) {
    const std::uint32_t document = texts.document_number(proof.document);
    out[{document, texts.origin_number(proof.origin)}].evidence.push_back(texts.evidence_row(proof, document));
  }
  std::vector<detail::Contribution> list;
  const auto normalise = [](auto& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
  };
  if (out.empty()) {
    out[{texts.document_number(""), detail::no_origin}].statements.push_back(
        texts.statement_number(detail::facet_presence, true));
  }
  for (auto& [place, contribution] : out) {
    std::tie(contribution.document, contribution.origin) = place;
    normalise(contribution.statements);
    normalise(contribution.evidence);
    list.push_back(std::move(contribution));
  }
  return list;
}

}  // namespace

std::string_view to_text(NodeKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<NodeKind> parse_node_kind(std::string_view text) {
  const auto found = std::find(kind_names.begin(), kind_names.end(), text);
  if (found == kind_names.end()) return std::nullopt;
  return static_cast<NodeKind>(found - kind_names.begin());
}

Graph::Graph() : state_(std::make_unique<State>()) {}
Graph::~Graph() = default;
Graph::Graph(const Graph& other) : Graph() { state_->absorb(*other.state_); }
Graph::Graph(Graph&& other) noexcept = default;
Graph& Graph::operator=(Graph&& other) noexcept = default;
Graph& Graph::operator=(const Graph& other) {
  if (this != &other) *this = Graph(other);
  return *this;
}

void Graph::add(const Reading& reading, const GraphOptions& options) {
  if (state_->grouped) *this = ungroup(*this);
  const GraphParts parts = graph_parts(reading, options);
  for (const Node& node : parts.nodes) add(node);
  for (const Edge& edge : parts.edges) add(edge);
}

void Graph::merge(const Graph& other) {
  if (state_->grouped) *this = ungroup(*this);
  if (other.state_->grouped) {
    state_->absorb(*ungroup(other).state_);
  } else if (this != &other) {
    state_->absorb(*other.state_);
  }
}

bool Graph::remove(std::string_view document_id) {
  const std::string id(document_id);
  return remove(std::span(&id, 1)) == 1;
}

std::size_t Graph::remove(std::span<const std::string> document_ids) {
  const std::set<std::string_view> wanted(document_ids.begin(), document_ids.end());
  const detail::GraphTexts& texts = state_->texts;
  std::vector<char> without(texts.documents.size());
  std::size_t known = 0;
  for (std::uint32_t i = 0; i < without.size(); ++i) {
    if (!wanted.contains(texts.document(i))) continue;
    without[i] = 1;
    ++known;
  }
  if (known == 0) return 0;
  if (state_->grouped) {
    *this = ungroup(*this);
    return remove(document_ids);
  }
  auto rest = std::make_unique<State>();
  rest->absorb(*state_, without);
  state_ = std::move(rest);
  return known;
}

void Graph::add(const Node& node) {
  const std::vector<Claim> claims = node.claims.empty() ? plain_claims(node) : node.claims;
  require_finite(node, claims);
  state_->thaw();
  const State::Vertex vertex = state_->vertex_for(state_->texts.strings.intern(node.id), node.kind);
  for (const detail::Contribution& more : contributions(claims, node.evidence, state_->texts)) {
    state_->grouped = state_->grouped || more.origin != detail::no_origin;
    detail::Offset behind = 0;
    state_->say_of_vertex(vertex, more, behind);
  }
  detail::StringPool& strings = state_->texts.strings;
  for (const Join& join : node.joins) {
    state_->grouped = true;
    state_->add_join(vertex, {strings.intern(join.node), strings.intern(join.rule), strings.intern(join.because),
                              strings.intern(join.document)});
  }
}

void Graph::add(const Edge& edge) {
  state_->thaw();
  for (const std::string* end : {&edge.source, &edge.target}) {
    if (contains(*end)) continue;
    throw Error(
        {.code = "graph.dangling",
         .place = {},
         .message = "edge '" + edge.source + "' -" + edge.type + "-> '" + edge.target + "' has no node '" + *end + "'",
         .hint = "add both nodes before the edge"});
  }
  const std::vector<Claim> claims = edge.claims.empty() ? plain_claims(edge) : edge.claims;
  require_finite(edge, claims);
  detail::GraphTexts& texts = state_->texts;
  const std::uint32_t label = texts.labels.intern({texts.strings.intern(edge.type), texts.strings.intern(edge.key)});
  const State::EdgeNumber number = state_->edge_for(*state_->vertex(edge.source), *state_->vertex(edge.target), label);
  for (const detail::Contribution& more : contributions(claims, edge.evidence, texts)) {
    state_->grouped = state_->grouped || more.origin != detail::no_origin;
    detail::Offset behind = 0;
    state_->say_of_edge(number, more, behind);
    state_->vouch_for_ends(number, more);
  }
}

void Graph::for_each_node(const std::function<void(const Node&)>& visit) const {
  for (const State::Vertex vertex : state_->sorted_vertices()) visit(state_->node(vertex));
}

void Graph::for_each_edge(const std::function<void(const Edge&)>& visit) const {
  for (const State::EdgeNumber edge : state_->sorted_edges()) visit(state_->edge(edge));
}

std::vector<Node> Graph::nodes() const {
  std::vector<Node> out;
  out.reserve(node_count());
  for_each_node([&out](const Node& node) { out.push_back(node); });
  return out;
}

std::vector<Edge> Graph::edges() const {
  std::vector<Edge> out;
  out.reserve(edge_count());
  for_each_edge([&out](const Edge& edge) { out.push_back(edge); });
  return out;
}

std::size_t Graph::node_count() const { return state_->bgl.vertex_rows.size(); }
std::size_t Graph::edge_count() const { return state_->bgl.edge_rows.size(); }

std::vector<std::string> Graph::documents() const {
  std::vector<std::string> out;
  const detail::GraphTexts& texts = state_->texts;
  for (std::uint32_t i = 0; i < texts.documents.size(); ++i) out.emplace_back(texts.document(i));
  std::erase(out, "");
  std::sort(out.begin(), out.end());
  return out;
}

bool Graph::contains(std::string_view id) const { return state_->vertex(id).has_value(); }

Node Graph::node(std::string_view id) const { return state_->node(state_->existing_vertex(id)); }

std::vector<std::string> Graph::find(std::string_view name) const {
  const std::string key = name_key(name);
  std::vector<std::string> ids;
  for (const State::Vertex vertex : state_->named(key)) ids.emplace_back(state_->id(vertex));
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<Edge> Graph::edges_of(std::string_view id) const {
  const State::Vertex vertex = state_->existing_vertex(id);
  const std::vector<detail::EdgeRow>& rows = state_->bgl.edge_rows;
  std::vector<Edge> out;
  for (auto at = state_->bgl.vertex_rows[vertex].first_out; at != detail::no_edge; at = rows[at].next_out) {
    out.push_back(state_->edge(at));
  }
  for (auto at = state_->bgl.vertex_rows[vertex].first_in; at != detail::no_edge; at = rows[at].next_in) {
    if (rows[at].source != vertex) out.push_back(state_->edge(at));
  }
  sort_edges(out);
  return out;
}

std::vector<std::string> Graph::neighbors(std::string_view id) const {
  const State::Vertex vertex = state_->existing_vertex(id);
  const std::vector<detail::EdgeRow>& rows = state_->bgl.edge_rows;
  std::set<std::string> ids;
  for (auto at = state_->bgl.vertex_rows[vertex].first_out; at != detail::no_edge; at = rows[at].next_out) {
    ids.emplace(state_->id(rows[at].target));
  }
  for (auto at = state_->bgl.vertex_rows[vertex].first_in; at != detail::no_edge; at = rows[at].next_in) {
    ids.emplace(state_->id(rows[at].source));
  }
  ids.erase(std::string(id));
  return {ids.begin(), ids.end()};
}

bool Graph::operator==(const Graph& other) const {
  return node_count() == other.node_count() && edge_count() == other.edge_count() && nodes() == other.nodes() &&
         edges() == other.edges();
}

const BglGraph& Graph::bgl() const& { return state_->bgl; }

}  // namespace diurna
