#include "diurna/graph/graph.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "diurna/core/error.hpp"
#include "diurna/graph/builder.hpp"
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
  const GraphParts parts = graph_parts(reading, options);
  for (const Node& node : parts.nodes) add(node);
  for (const Edge& edge : parts.edges) add(edge);
}

void Graph::merge(const Graph& other) {
  if (this != &other) state_->absorb(*other.state_);
}

bool Graph::remove(std::string_view document_id) {
  const std::optional<detail::Symbol> document = state_->strings.find(document_id);
  if (!document) return false;
  const std::vector<detail::Record>& records = state_->node_records;
  const auto knows = [document](const detail::Record& record) { return record.has_document(*document); };
  if (std::none_of(records.begin(), records.end(), knows)) return false;
  auto rest = std::make_unique<State>();
  rest->absorb(*state_, document);
  state_ = std::move(rest);
  return true;
}

void Graph::add(const Node& node) {
  const State::Vertex vertex = state_->vertex_for(node.id, node.kind);
  detail::Record& record = state_->node_records[vertex];
  const std::size_t known = record.statements.size();
  detail::join(record, node.claims.empty() ? plain_claims(node) : node.claims, node.evidence, state_->strings);
  state_->refresh_node(vertex, known);
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
  const State::EdgeIdentity ends{*state_->vertex(edge.source), *state_->vertex(edge.target),
                                 state_->strings.intern(edge.type), state_->strings.intern(edge.key)};
  const std::uint32_t number = state_->edge_for(ends);
  detail::Record& record = state_->edge_records[number];
  detail::join(record, edge.claims.empty() ? plain_claims(edge) : edge.claims, edge.evidence, state_->strings);
  state_->vouch_for_ends(ends, record);
  state_->refresh_edge(number);
}

std::vector<Node> Graph::nodes() const {
  std::vector<Node> out;
  out.reserve(node_count());
  for (State::Vertex vertex = 0; vertex < node_count(); ++vertex) out.push_back(state_->node(vertex));
  std::sort(out.begin(), out.end(), [](const Node& a, const Node& b) { return a.id < b.id; });
  return out;
}

std::vector<Edge> Graph::edges() const {
  std::vector<Edge> out;
  out.reserve(edge_count());
  for (const State::EdgeDescriptor& descriptor : state_->edge_descriptors) out.push_back(state_->edge(descriptor));
  sort_edges(out);
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
