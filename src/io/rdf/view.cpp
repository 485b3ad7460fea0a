#include "io/rdf/view.hpp"

#include <algorithm>

#include "io/rdf/resources.hpp"

namespace diurna::io::detail::rdf {
namespace {

Node bare(const Node& node) {
  Node out;
  out.id = node.id;
  out.kind = node.kind;
  return out;
}

Edge bare(const Edge& edge) {
  Edge out;
  out.source = edge.source;
  out.target = edge.target;
  out.type = edge.type;
  out.key = edge.key;
  return out;
}

bool say_the_same(const Claim& a, const Claim& b) { return a.facet == b.facet && a.value == b.value; }

/// Claims are sorted, so those that differ in origin alone stand together.
template <class Item>
void sort_out(View<Item>& view) {
  const std::vector<Claim>& claims = view.item.claims;
  for (auto at = claims.begin(); at != claims.end();) {
    const auto end = std::find_if_not(at, claims.end(), [at](const Claim& c) { return say_the_same(*at, c); });
    view.direct.push_back(*at);
    if (std::any_of(at, end, [](const Claim& c) { return !c.origin.empty(); })) {
      view.apart.insert(view.apart.end(), at, end);
    }
    at = end;
  }
  for (Claim& claim : view.apart) claim.documents.clear();  // the graph says which
}

template <class Item>
void name_mentions(View<Item>& view) {
  view.mentions.reserve(view.item.evidence.size());
  for (const GraphEvidence& proof : view.item.evidence) view.mentions.push_back(mention_resource(proof));
}

}  // namespace

template <class Item>
View<Item> view_of_all(const Item& item) {
  View<Item> out{item};
  out.direct = plain_claims(item);
  if (item.claims != out.direct) out.apart = item.claims;
  name_mentions(out);
  return out;
}

template <class Item>
std::map<std::string, View<Item>> views_by_document(const Item& item) {
  std::map<std::string, View<Item>> out;
  const auto view = [&](const std::string& document) -> Item& {
    return out.try_emplace(document, View<Item>{bare(item)}).first->second.item;
  };
  for (const Claim& claim : item.claims) {
    for (const std::string& document : claim.documents) {
      view(document).claims.push_back({claim.facet, claim.value, {document}, claim.origin});
    }
  }
  for (const GraphEvidence& proof : item.evidence) view(proof.document).evidence.push_back(proof);
  for (auto& [document, part] : out) {
    apply_claims(part.item);
    sort_out(part);
    name_mentions(part);
  }
  return out;
}

template View<Node> view_of_all(const Node&);
template View<Edge> view_of_all(const Edge&);
template std::map<std::string, View<Node>> views_by_document(const Node&);
template std::map<std::string, View<Edge>> views_by_document(const Edge&);

}  // namespace diurna::io::detail::rdf
