#include "diurna/graph/graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>

#include "diurna/core/error.hpp"
#include "diurna/graph/builder.hpp"
#include "diurna/graph/grouping.hpp"
#include "diurna/graph/identity.hpp"
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

template <class Item>
bool has_origin(const Item& item, const std::vector<Claim>& claims) {
  const auto elsewhere = [](const auto& one) { return !one.origin.empty(); };
  return std::any_of(claims.begin(), claims.end(), elsewhere) ||
         std::any_of(item.evidence.begin(), item.evidence.end(), elsewhere);
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
  const std::optional<detail::Symbol> document = state_->strings.find(document_id);
  if (!document) return false;
  const std::vector<detail::Record>& records = state_->node_records;
  const auto knows = [document](const detail::Record& record) { return record.has_document(*document); };
  if (std::none_of(records.begin(), records.end(), knows)) return false;
  if (state_->grouped) {
    *this = ungroup(*this);
    return remove(document_id);
  }
  auto rest = std::make_unique<State>();
  rest->absorb(*state_, document);
  state_ = std::move(rest);
  return true;
}

void Graph::add(const Node& node) {
  const std::vector<Claim> claims = node.claims.empty() ? plain_claims(node) : node.claims;
  require_finite(node, claims);
  const State::Vertex vertex = state_->vertex_for(node.id, node.kind);
  detail::Record& record = state_->node_records[vertex];
  const std::size_t known = record.statements.size();
  detail::join(record, claims, node.evidence, state_->strings);
  state_->refresh_node(vertex, known);
  if (!node.joins.empty()) {
    std::vector<Join>& joins = state_->joins[vertex];
    joins.insert(joins.end(), node.joins.begin(), node.joins.end());
    std::sort(joins.begin(), joins.end());
    joins.erase(std::unique(joins.begin(), joins.end()), joins.end());
  }
  state_->grouped = state_->grouped || !node.joins.empty() || has_origin(node, claims);
}

void Graph::add(const Edge& edge) {
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
  const State::EdgeIdentity ends{*state_->vertex(edge.source), *state_->vertex(edge.target),
                                 state_->strings.intern(edge.type), state_->strings.intern(edge.key)};
  const std::uint32_t number = state_->edge_for(ends);
  detail::Record& record = state_->edge_records[number];
  detail::join(record, claims, edge.evidence, state_->strings);
  state_->vouch_for_ends(ends, record);
  state_->refresh_edge(number);
  state_->grouped = state_->grouped || has_origin(edge, claims);
}

void Graph::for_each_node(const std::function<void(const Node&)>& visit) const {
  std::vector<State::Vertex> order(node_count());
  std::iota(order.begin(), order.end(), State::Vertex{0});
  const BglGraph& bgl = state_->bgl;
  std::sort(order.begin(), order.end(), [&bgl](auto a, auto b) { return bgl[a].id < bgl[b].id; });
  for (const State::Vertex vertex : order) visit(state_->node(vertex));
}

void Graph::for_each_edge(const std::function<void(const Edge&)>& visit) const {
  std::vector<State::EdgeDescriptor> order = state_->edge_descriptors;
  const BglGraph& bgl = state_->bgl;
  const auto place = [&bgl](const State::EdgeDescriptor& edge) {
    return std::tie(bgl[boost::source(edge, bgl)].id, bgl[edge].type, bgl[boost::target(edge, bgl)].id, bgl[edge].key);
  };
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
  for (const State::EdgeDescriptor& descriptor : order) visit(state_->edge(descriptor));
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

std::size_t Graph::node_count() const { return state_->node_records.size(); }
std::size_t Graph::edge_count() const { return state_->edge_records.size(); }

std::vector<std::string> Graph::documents() const {
  std::set<detail::Symbol> symbols;
  for (const detail::Record& record : state_->node_records) {
    for (const detail::ClaimEntry& entry : record.claims) symbols.insert(entry.document);
    for (const detail::EvidenceEntry& entry : record.evidence) symbols.insert(entry.document);
  }
  std::vector<std::string> out;
  for (const detail::Symbol symbol : symbols) out.emplace_back(state_->strings.view(symbol));
  std::erase(out, "");
  std::sort(out.begin(), out.end());
  return out;
}

bool Graph::contains(std::string_view id) const { return state_->vertex(id).has_value(); }

Node Graph::node(std::string_view id) const { return state_->node(state_->existing_vertex(id)); }

std::vector<std::string> Graph::find(std::string_view name) const {
  const auto found = state_->by_name.find(name_key(name));
  if (found == state_->by_name.end()) return {};
  std::set<std::string> ids;
  for (const State::Vertex vertex : found->second) ids.emplace(state_->bgl[vertex].id);
  return {ids.begin(), ids.end()};
}

std::vector<Edge> Graph::edges_of(std::string_view id) const {
  const State::Vertex vertex = state_->existing_vertex(id);
  std::vector<Edge> out;
  const auto [out_begin, out_end] = boost::out_edges(vertex, state_->bgl);
  for (auto at = out_begin; at != out_end; ++at) out.push_back(state_->edge(*at));
  const auto [in_begin, in_end] = boost::in_edges(vertex, state_->bgl);
  for (auto at = in_begin; at != in_end; ++at) {
    if (boost::source(*at, state_->bgl) != vertex) out.push_back(state_->edge(*at));
  }
  sort_edges(out);
  return out;
}

std::vector<std::string> Graph::neighbors(std::string_view id) const {
  const State::Vertex vertex = state_->existing_vertex(id);
  std::set<std::string> ids;
  const auto [out_begin, out_end] = boost::out_edges(vertex, state_->bgl);
  for (auto at = out_begin; at != out_end; ++at) ids.emplace(state_->bgl[boost::target(*at, state_->bgl)].id);
  const auto [in_begin, in_end] = boost::in_edges(vertex, state_->bgl);
  for (auto at = in_begin; at != in_end; ++at) ids.emplace(state_->bgl[boost::source(*at, state_->bgl)].id);
  ids.erase(std::string(id));
  return {ids.begin(), ids.end()};
}

bool Graph::operator==(const Graph& other) const {
  return node_count() == other.node_count() && edge_count() == other.edge_count() && nodes() == other.nodes() &&
         edges() == other.edges();
}

const BglGraph& Graph::bgl() const& { return state_->bgl; }

}  // namespace diurna
