#include "diurna/graph/digest.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "graph/claims.hpp"
#include "graph/state.hpp"

namespace diurna {
namespace {

using detail::ContributionView;
using detail::Offset;

std::string_view without_tag(std::string_view encoded) {
  return encoded.substr(std::min<std::size_t>(1, encoded.size()));
}

// Reads what is said of one node or edge after the other; its vectors are used again.
class Reader {
 public:
  explicit Reader(const Graph::State& state) : state_(state), texts_(state.texts) {}

  ShownContent read(Offset head) {
    documents_.clear();
    statements_.clear();
    ShownContent content;
    state_.said.for_each(head, [&](const ContributionView& view) {
      documents_.push_back(view.document());
      for (const std::uint32_t statement : view.statements()) statements_.emplace_back(statement, view.document());
      content.mentions += view.evidence_count();
      for (std::size_t i = 0; i < view.evidence_count(); ++i)
        content.score = std::max(content.score, score(view.evidence(i)));
    });
    sort_documents();
    choose_properties();
    content.statements = shown_;
    content.documents = documents_;
    return content;
  }

  // Names and aliases other than `name`, of what was read last.
  std::span<const std::string_view> aliases(std::string_view name) {
    aliases_.clear();
    for (const auto& [statement, document] : statements_) {
      const std::string_view facet = texts_.facet(statement);
      if (facet != detail::facet_name && facet != detail::facet_alias) continue;
      const std::string_view alias = without_tag(texts_.value(statement));
      if (alias != name) aliases_.push_back(alias);
    }
    std::sort(aliases_.begin(), aliases_.end());
    aliases_.erase(std::unique(aliases_.begin(), aliases_.end()), aliases_.end());
    return aliases_;
  }

 private:
  struct Tally {
    std::uint32_t statement = 0;
    std::size_t documents = 0;
  };

  [[nodiscard]] double score(const detail::EvidenceRow& row) const {
    const auto& manner = texts_.manners[row.manner];
    return std::bit_cast<double>((std::uint64_t{manner[3]} << 32U) | manner[2]);
  }

  void sort_documents() {
    std::sort(documents_.begin(), documents_.end());
    documents_.erase(std::unique(documents_.begin(), documents_.end()), documents_.end());
    std::sort(documents_.begin(), documents_.end(),
              [this](std::uint32_t a, std::uint32_t b) { return texts_.document(a) < texts_.document(b); });
    if (!documents_.empty() && texts_.document(documents_.front()).empty()) documents_.erase(documents_.begin());
  }

  // For each property the statement of most documents, of equals the one with the smallest value.
  void choose_properties() {
    std::sort(statements_.begin(), statements_.end());
    statements_.erase(std::unique(statements_.begin(), statements_.end()), statements_.end());
    tallies_.clear();
    for (const auto& [statement, document] : statements_) {
      if (!texts_.facet(statement).starts_with(detail::facet_property)) continue;
      if (tallies_.empty() || tallies_.back().statement != statement) tallies_.push_back({statement, 0});
      ++tallies_.back().documents;
    }
    std::sort(tallies_.begin(), tallies_.end(), [this](const Tally& a, const Tally& b) { return comes_before(a, b); });
    shown_.clear();
    for (const Tally& tally : tallies_)
      if (shown_.empty() || texts_.facet(shown_.back()) != texts_.facet(tally.statement))
        shown_.push_back(tally.statement);
  }

  [[nodiscard]] bool comes_before(const Tally& a, const Tally& b) const {
    const std::string_view key_a = texts_.facet(a.statement);
    const std::string_view key_b = texts_.facet(b.statement);
    if (key_a != key_b) return key_a < key_b;
    if (a.documents != b.documents) return a.documents > b.documents;
    return detail::decode(texts_.value(a.statement)) < detail::decode(texts_.value(b.statement));
  }

  const Graph::State& state_;
  const detail::GraphTexts& texts_;
  std::vector<std::uint32_t> documents_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> statements_;  // with the document that makes it
  std::vector<Tally> tallies_;
  std::vector<std::uint32_t> shown_;
  std::vector<std::string_view> aliases_;
};

NodeOutline outline(const Graph::State& state, Graph::State::Vertex vertex) {
  const NodeProperties shown = state.bgl[vertex];
  return {.id = shown.id, .kind = shown.kind, .type = shown.type, .name = shown.name};
}

EdgeOutline outline(const Graph::State& state, const std::vector<std::uint32_t>& ranks,
                    Graph::State::EdgeNumber number) {
  const detail::EdgeRow& row = state.bgl.edge_rows[number];
  return {.source = ranks[row.source],
          .target = ranks[row.target],
          .type = state.texts.strings.view(state.texts.labels[row.label][0])};
}

// Of each vertex, its place in the order of ids.
std::vector<std::uint32_t> ranks_of(const Graph::State& state) {
  std::vector<std::uint32_t> ranks(state.bgl.vertex_rows.size());
  std::uint32_t next = 0;
  for (const Graph::State::Vertex vertex : state.sorted_vertices()) ranks[vertex] = next++;
  return ranks;
}

}  // namespace

GraphDigest::GraphDigest(const Graph& graph) : graph_(graph) {}

void GraphDigest::for_each_node(const std::function<void(const NodeDigest&)>& visit) const {
  const Graph::State& state = GraphAccess::state(graph_);
  Reader reader(state);
  NodeDigest node;
  for (const Graph::State::Vertex vertex : state.sorted_vertices()) {
    static_cast<NodeOutline&>(node) = outline(state, vertex);
    static_cast<ShownContent&>(node) = reader.read(state.bgl.vertex_rows[vertex].said);
    node.aliases = reader.aliases(node.name);
    visit(node);
  }
}

void GraphDigest::for_each_edge(const std::function<void(const EdgeDigest&)>& visit) const {
  const Graph::State& state = GraphAccess::state(graph_);
  const std::vector<std::uint32_t> ranks = ranks_of(state);
  Reader reader(state);
  EdgeDigest edge;
  for (const Graph::State::EdgeNumber number : state.sorted_edges()) {
    static_cast<EdgeOutline&>(edge) = outline(state, ranks, number);
    static_cast<ShownContent&>(edge) = reader.read(state.bgl.edge_rows[number].said);
    visit(edge);
  }
}

void GraphDigest::for_each_node_outline(const std::function<void(const NodeOutline&)>& visit) const {
  const Graph::State& state = GraphAccess::state(graph_);
  for (const Graph::State::Vertex vertex : state.sorted_vertices()) visit(outline(state, vertex));
}

void GraphDigest::for_each_edge_outline(const std::function<void(const EdgeOutline&)>& visit) const {
  const Graph::State& state = GraphAccess::state(graph_);
  const std::vector<std::uint32_t> ranks = ranks_of(state);
  for (const Graph::State::EdgeNumber number : state.sorted_edges()) visit(outline(state, ranks, number));
}

std::string_view GraphDigest::key(std::uint32_t statement) const {
  return GraphAccess::state(graph_).texts.facet(statement).substr(detail::facet_property.size());
}

Property GraphDigest::value(std::uint32_t statement) const {
  return detail::decode(GraphAccess::state(graph_).texts.value(statement));
}

std::size_t GraphDigest::statement_count() const { return GraphAccess::state(graph_).texts.statements.size(); }

bool GraphDigest::is_property(std::uint32_t statement) const {
  return GraphAccess::state(graph_).texts.facet(statement).starts_with(detail::facet_property);
}

std::string_view GraphDigest::document(std::uint32_t number) const {
  return GraphAccess::state(graph_).texts.document(number);
}

std::size_t GraphDigest::document_count() const { return GraphAccess::state(graph_).texts.documents.size(); }

}  // namespace diurna
