#include "graph/claims.hpp"

#include <algorithm>
#include <set>

#include "diurna/graph/graph.hpp"

namespace diurna {
namespace {

using detail::facet_property;

/// How many documents make a claim, whatever the origin; claims are sorted, so those that differ in origin alone (or in
/// documents) stand together.
struct Tally {
  const Claim* claim = nullptr;
  std::size_t documents = 0;
};

std::vector<Tally> tallied(const std::vector<Claim>& claims) {
  std::vector<Tally> out;
  for (std::size_t at = 0; at < claims.size();) {
    const Claim& first = claims[at];
    std::size_t end = at + 1;
    while (end < claims.size() && claims[end].facet == first.facet && claims[end].value == first.value) ++end;
    std::size_t count = first.documents.size();
    if (end - at > 1) {
      std::set<std::string_view> documents;
      for (std::size_t i = at; i < end; ++i) documents.insert(claims[i].documents.begin(), claims[i].documents.end());
      count = documents.size();
    }
    out.push_back({&first, count});
    at = end;
  }
  return out;
}

/// For each property the value that most documents claim; of equally frequent ones the smallest.
Properties agreed_properties(const std::vector<Tally>& tallies) {
  std::map<std::string, Tally> best;
  for (const Tally& tally : tallies) {
    if (!tally.claim->facet.starts_with(facet_property)) continue;
    Tally& held = best[tally.claim->facet.substr(facet_property.size())];
    const bool as_many = held.claim != nullptr && tally.documents == held.documents;
    if (held.claim == nullptr || tally.documents > held.documents ||
        (as_many && tally.claim->value < held.claim->value))
      held = tally;
  }
  Properties out;
  for (const auto& [key, tally] : best) out[key] = tally.claim->value;
  return out;
}

template <class Item>
std::vector<std::string> documents_of(const Item& item) {
  std::set<std::string> documents;
  for (const GraphEvidence& evidence : item.evidence) documents.insert(evidence.document);
  if (documents.empty()) documents.insert("");
  return {documents.begin(), documents.end()};
}

void add_properties(std::vector<Claim>& claims, const Properties& properties,
                    const std::vector<std::string>& documents) {
  for (const auto& [key, value] : properties) claims.push_back({std::string(facet_property) + key, value, documents});
}

/// How often an event of several reports is told: counted, never claimed.
void count_reports(Node& node) {
  node.properties[std::string(detail::counted_documents)] = static_cast<std::int64_t>(documents_of(node).size());
  node.properties[std::string(detail::counted_mentions)] = static_cast<std::int64_t>(node.evidence.size());
}

}  // namespace

void detail::drop_counts(Properties& properties) {
  for (const std::string_view counted : {counted_documents, counted_mentions}) {
    const auto found = properties.find(counted);
    if (found != properties.end()) properties.erase(found);
  }
}

void apply_claims(Node& node) {
  node.type.clear();
  node.name.clear();
  std::size_t type_documents = 0;
  std::set<std::string> names;
  const std::vector<Tally> tallies = tallied(node.claims);
  for (const Tally& tally : tallies) {
    const Claim& claim = *tally.claim;
    if (claim.facet == detail::facet_type) {
      const std::string type = to_text(claim.value);
      if (!detail::better_type(type, tally.documents, node.type, type_documents)) continue;
      node.type = type;
      type_documents = tally.documents;
    } else if (claim.facet == detail::facet_name) {
      const std::string name = to_text(claim.value);
      if (detail::better_name(name, node.name)) node.name = name;
      names.insert(name);
    } else if (claim.facet == detail::facet_alias) {
      names.insert(to_text(claim.value));
    }
  }
  names.erase(node.name);
  node.aliases.assign(names.begin(), names.end());
  node.properties = agreed_properties(tallies);
  if (node.kind == NodeKind::event && !node.joins.empty()) count_reports(node);
}

void apply_claims(Edge& edge) { edge.properties = agreed_properties(tallied(edge.claims)); }

std::vector<Claim> plain_claims(const Node& node) {
  const std::vector<std::string> documents = documents_of(node);
  std::vector<Claim> claims;
  if (!node.type.empty()) claims.push_back({std::string(detail::facet_type), node.type, documents});
  if (!node.name.empty()) claims.push_back({std::string(detail::facet_name), node.name, documents});
  for (const std::string& alias : node.aliases) claims.push_back({std::string(detail::facet_alias), alias, documents});
  Properties claimed = node.properties;
  if (node.kind == NodeKind::event) detail::drop_counts(claimed);
  add_properties(claims, claimed, documents);
  if (claims.empty() && node.evidence.empty()) claims.push_back({std::string(detail::facet_presence), true, documents});
  std::sort(claims.begin(), claims.end());
  claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
  return claims;
}

std::vector<Claim> plain_claims(const Edge& edge) {
  const std::vector<std::string> documents = documents_of(edge);
  std::vector<Claim> claims;
  add_properties(claims, edge.properties, documents);
  if (claims.empty() && edge.evidence.empty()) claims.push_back({std::string(detail::facet_presence), true, documents});
  std::sort(claims.begin(), claims.end());
  return claims;
}

}  // namespace diurna
