#include "graph/state.hpp"

#include <algorithm>

#include "diurna/core/error.hpp"
#include "diurna/graph/identity.hpp"
#include "graph/claims.hpp"

namespace diurna {
namespace {

using detail::Record;
using detail::StringPool;
using detail::Symbol;

constexpr Symbol unmapped = 0xFFFFFFFFU;

/// Carries symbols and records of one pool over to another.
class Translation {
 public:
  Translation(const StringPool& from, StringPool& to, std::optional<Symbol> without)
      : from_(from), to_(to), without_(without), symbols_(from.size(), unmapped) {}

  Symbol operator()(Symbol symbol) {
    Symbol& known = symbols_[symbol];
    if (known == unmapped) known = to_.intern(from_.view(symbol));
    return known;
  }

  Symbol origin(Symbol symbol) { return symbol == detail::no_origin ? symbol : (*this)(symbol); }

  /// Whether anything of the record is left without the document that is taken out.
  [[nodiscard]] bool leaves_something(const Record& record) const {
    const auto stays = [this](const auto& entry) { return entry.document != without_; };
    return std::any_of(record.claims.begin(), record.claims.end(), stays) ||
           std::any_of(record.evidence.begin(), record.evidence.end(), stays);
  }

  void join(Record& into, const Record& record) {
    std::vector<detail::ClaimEntry> claims;
    claims.reserve(record.claims.size());
    for (const detail::ClaimEntry& entry : record.claims) {
      if (entry.document == without_) continue;
      const detail::Statement& statement = record.statements[entry.statement];
      claims.push_back({(*this)(entry.document), into.statement((*this)(statement.facet), (*this)(statement.value)),
                        origin(entry.origin)});
    }
    into.unite(std::move(claims));
    std::vector<detail::EvidenceEntry> evidence;
    evidence.reserve(record.evidence.size());
    for (detail::EvidenceEntry entry : record.evidence) {
      if (entry.document == without_) continue;
      entry.document = (*this)(entry.document);
      entry.text = (*this)(entry.text);
      entry.rule = (*this)(entry.rule);
      entry.path = (*this)(entry.path);
      entry.origin = origin(entry.origin);
      evidence.push_back(entry);
    }
    into.unite(std::move(evidence));
  }

 private:
  const StringPool& from_;
  StringPool& to_;
  std::optional<Symbol> without_;
  std::vector<Symbol> symbols_;
};

}  // namespace

std::size_t Graph::State::EdgeIdentityHash::operator()(const EdgeIdentity& edge) const {
  std::uint64_t hash = edge.source * 0x9E3779B97F4A7C15ULL;
  hash = (hash ^ edge.target) * 0xC2B2AE3D27D4EB4FULL;
  hash = (hash ^ ((std::uint64_t{edge.type} << 32U) | edge.key)) * 0x165667B19E3779F9ULL;
  return hash ^ (hash >> 29U);
}

std::optional<Graph::State::Vertex> Graph::State::vertex(std::string_view id) const {
  const std::optional<Symbol> symbol = strings.find(id);
  if (!symbol) return std::nullopt;
  const auto found = by_id.find(*symbol);
  return found == by_id.end() ? std::nullopt : std::optional(found->second);
}

Graph::State::Vertex Graph::State::existing_vertex(std::string_view id) const {
  if (const std::optional<Vertex> found = vertex(id)) return *found;
  throw Error({.code = "graph.no-node",
               .place = {},
               .message = "there is no node '" + std::string(id) + "' in this graph",
               .hint = "Graph::find gives the ids for a name"});
}

Graph::State::Vertex Graph::State::vertex_for(std::string_view id, NodeKind kind) {
  const Symbol symbol = strings.intern(id);
  const auto [slot, is_new] = by_id.try_emplace(symbol, boost::num_vertices(bgl));
  if (is_new) {
    node_records.emplace_back();
    return boost::add_vertex(NodeProperties{.id = strings.view(symbol), .kind = kind, .type = {}, .name = {}}, bgl);
  }
  if (bgl[slot->second].kind == kind) return slot->second;
  throw Error({.code = "graph.kind",
               .place = {},
               .message = "node '" + std::string(id) + "' is of kind " + std::string(to_text(bgl[slot->second].kind)) +
                          " here and of kind " + std::string(to_text(kind)) + " there",
               .hint = "give things of different kinds different ids"});
}

std::uint32_t Graph::State::edge_for(const EdgeIdentity& identity) {
  const auto next = static_cast<std::uint32_t>(edge_records.size());
  const auto [slot, is_new] = by_ends.try_emplace(identity, next);
  if (is_new) {
    edge_records.emplace_back();
    const EdgeProperties bundle{
        .type = strings.view(identity.type), .key = strings.view(identity.key), .weight = 1, .record = next};
    edge_descriptors.push_back(boost::add_edge(identity.source, identity.target, bundle, bgl).first);
  }
  return slot->second;
}

void Graph::State::refresh_node(Vertex vertex, std::size_t known_statements) {
  const Record& record = node_records[vertex];
  NodeProperties& bundle = bgl[vertex];
  bundle.type = bundle.name = {};
  std::size_t type_documents = 0;
  for (std::size_t i = 0; i < record.statements.size(); ++i) {
    const detail::Statement& statement = record.statements[i];
    const std::string_view facet = strings.view(statement.facet);
    const std::string_view value = strings.view(statement.value).substr(1);
    const bool names = facet == detail::facet_name;
    if (facet == detail::facet_type && detail::better_type(value, statement.documents, bundle.type, type_documents)) {
      bundle.type = value;
      type_documents = statement.documents;
    }
    if (names && detail::better_name(value, bundle.name)) bundle.name = value;
    if (i < known_statements || !(names || facet == detail::facet_alias)) continue;
    std::vector<Vertex>& same_name = by_name[name_key(value)];
    if (same_name.empty() || same_name.back() != vertex) same_name.push_back(vertex);
  }
}

void Graph::State::refresh_edge(std::uint32_t record) {
  bgl[edge_descriptors[record]].weight = static_cast<double>(edge_records[record].document_count());
}

void Graph::State::vouch_for_ends(const EdgeIdentity& ends, const Record& edge) {
  std::vector<std::pair<Symbol, Symbol>> sayings;  // document, origin
  for (const detail::ClaimEntry& entry : edge.claims) sayings.emplace_back(entry.document, entry.origin);
  for (const detail::EvidenceEntry& entry : edge.evidence) sayings.emplace_back(entry.document, entry.origin);
  std::sort(sayings.begin(), sayings.end());
  sayings.erase(std::unique(sayings.begin(), sayings.end()), sayings.end());
  for (const bool at_source : {true, false}) {
    const Vertex end = at_source ? ends.source : ends.target;
    Record& record = node_records[end];
    std::vector<detail::ClaimEntry> missing;
    for (const auto& [document, edge_origin] : sayings) {
      Symbol origin = detail::no_origin;
      if (edge_origin != detail::no_origin) {
        const Origin whole = detail::decode_origin(strings.view(edge_origin));
        const std::string& id = at_source ? whole.node : whole.target;
        if (id != bgl[end].id) origin = strings.intern(detail::encode(Origin{.node = id, .target = {}, .key = {}}));
      }
      if (record.has_document(document, origin)) continue;
      const Symbol present = strings.intern(detail::encode(Property(true)));
      missing.push_back({document, record.statement(strings.intern(detail::facet_presence), present), origin});
    }
    record.unite(std::move(missing));
  }
}

void Graph::State::absorb(const State& other, std::optional<Symbol> without) {
  Translation translate(other.strings, strings, without);
  std::vector<Vertex> vertices(other.node_records.size());
  for (Vertex theirs = 0; theirs < other.node_records.size(); ++theirs) {
    const Record& record = other.node_records[theirs];
    if (!translate.leaves_something(record)) continue;
    const Vertex ours = vertex_for(other.bgl[theirs].id, other.bgl[theirs].kind);
    vertices[theirs] = ours;
    const std::size_t known = node_records[ours].statements.size();
    translate.join(node_records[ours], record);
    refresh_node(ours, known);
  }
  grouped = grouped || other.grouped;
  for (const auto& [vertex, why] : other.joins) joins[vertices[vertex]] = why;
  for (const EdgeDescriptor& descriptor : other.edge_descriptors) {
    const EdgeProperties& bundle = other.bgl[descriptor];
    const Record& record = other.edge_records[bundle.record];
    if (!translate.leaves_something(record)) continue;
    const std::uint32_t ours =
        edge_for({vertices[boost::source(descriptor, other.bgl)], vertices[boost::target(descriptor, other.bgl)],
                  strings.intern(bundle.type), strings.intern(bundle.key)});
    translate.join(edge_records[ours], record);
    refresh_edge(ours);
  }
}

Node Graph::State::node(Vertex vertex) const {
  Node out;
  out.id = bgl[vertex].id;
  out.kind = bgl[vertex].kind;
  out.claims = detail::claims_of(node_records[vertex], strings);
  out.evidence = detail::evidence_of(node_records[vertex], strings);
  if (const auto why = joins.find(vertex); why != joins.end()) out.joins = why->second;
  apply_claims(out);
  return out;
}

Edge Graph::State::edge(EdgeDescriptor descriptor) const {
  const EdgeProperties& bundle = bgl[descriptor];
  Edge out;
  out.source = bgl[boost::source(descriptor, bgl)].id;
  out.target = bgl[boost::target(descriptor, bgl)].id;
  out.type = bundle.type;
  out.key = bundle.key;
  out.claims = detail::claims_of(edge_records[bundle.record], strings);
  out.evidence = detail::evidence_of(edge_records[bundle.record], strings);
  apply_claims(out);
  return out;
}

}  // namespace diurna
