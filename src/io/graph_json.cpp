#include "io/graph_json.hpp"

#include <algorithm>
#include <variant>

namespace diurna::io::detail {
namespace {

OrderedJson property_json(const Property& property) {
  return std::visit([](const auto& value) { return OrderedJson(value); }, property);
}

OrderedJson properties_json(const Properties& properties) {
  OrderedJson out = OrderedJson::object();
  for (const auto& [key, value] : properties) out[key] = property_json(value);
  return out;
}

/// A node is named by its id, an edge by its ends and its key.
OrderedJson origin_json(const Origin& origin) {
  if (origin.target.empty() && origin.key.empty()) return origin.node;
  OrderedJson out{{"source", origin.node}, {"target", origin.target}};
  if (!origin.key.empty()) out["key"] = origin.key;
  return out;
}

OrderedJson evidence_json(const std::vector<GraphEvidence>& evidence, const SentenceTable& sentences) {
  OrderedJson out = OrderedJson::array();
  for (const GraphEvidence& proof : evidence) {
    OrderedJson item{{"document", proof.document}, {"start", proof.begin}, {"end", proof.end}};
    const std::string* known = sentences.find(proof.document, proof.text_begin);
    if (known != nullptr && *known == proof.text) {
      item["sentence"] = proof.text_begin;
    } else if (!proof.text.empty() || proof.text_begin != 0) {
      item["text"] = proof.text;
      item["text_start"] = proof.text_begin;
    }
    if (!proof.rule.empty()) item["rule"] = proof.rule;
    if (!proof.path.empty()) item["path"] = proof.path;
    if (proof.score != 1.0) item["score"] = proof.score;
    if (!proof.origin.empty()) item["origin"] = origin_json(proof.origin);
    out.push_back(std::move(item));
  }
  return out;
}

/// Claims are written only where documents differ in what they say; else they follow from the other members.
template <class Item>
void add_claims(OrderedJson& out, const Item& item) {
  if (item.claims == plain_claims(item)) return;
  OrderedJson claims = OrderedJson::array();
  for (const Claim& claim : item.claims) {
    claims.push_back({{"facet", claim.facet}, {"value", property_json(claim.value)}, {"documents", claim.documents}});
    if (!claim.origin.empty()) claims.back()["origin"] = origin_json(claim.origin);
  }
  out["claims"] = std::move(claims);
}

}  // namespace

SentenceTable::SentenceTable(const Graph& graph) {
  const auto add_all = [this](const auto& item) {
    for (const GraphEvidence& proof : item.evidence) {
      if (!proof.text.empty()) add(proof.document, proof.text_begin, proof.text);
    }
  };
  graph.for_each_node(add_all);
  graph.for_each_edge(add_all);
}

void SentenceTable::add(const std::string& document, std::size_t start, std::string text) {
  const auto [slot, is_new] = texts_.try_emplace({document, start}, std::move(text));
  if (!is_new && text < slot->second) slot->second = std::move(text);  // two versions of a document: keep one here
}

const std::string* SentenceTable::find(const std::string& document, std::size_t start) const {
  const auto found = texts_.find({document, start});
  return found == texts_.end() ? nullptr : &found->second;
}

void SentenceTable::for_each_row(const std::function<void(const OrderedJson&)>& visit) const {
  for (const auto& [place, text] : texts_) {
    visit({{"document", place.first}, {"start", place.second}, {"text", text}});
  }
}

OrderedJson node_json(const Node& node, const SentenceTable& sentences) {
  OrderedJson out{{"id", node.id}, {"kind", to_text(node.kind)}, {"type", node.type}, {"name", node.name}};
  out["aliases"] = node.aliases;
  out["properties"] = properties_json(node.properties);
  out["evidence"] = evidence_json(node.evidence, sentences);
  add_claims(out, node);
  for (const Join& join : node.joins) {
    out["joins"].push_back({{"node", join.node}, {"rule", join.rule}, {"because", join.because}});
    if (!join.document.empty()) out["joins"].back()["document"] = join.document;
  }
  return out;
}

OrderedJson edge_json(const Edge& edge, const SentenceTable& sentences) {
  OrderedJson out{{"source", edge.source}, {"type", edge.type}, {"target", edge.target}};
  if (!edge.key.empty()) out["key"] = edge.key;
  out["properties"] = properties_json(edge.properties);
  out["evidence"] = evidence_json(edge.evidence, sentences);
  add_claims(out, edge);
  return out;
}

}  // namespace diurna::io::detail
