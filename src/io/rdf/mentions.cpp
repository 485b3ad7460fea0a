#include "io/rdf/mentions.hpp"

#include <algorithm>
#include <utility>

#include "diurna/text/unicode.hpp"
#include "io/rdf/resources.hpp"
#include "io/rdf/vocabulary.hpp"

namespace diurna::io::detail::rdf {
namespace {

constexpr std::string_view index_type = "xsd:nonNegativeInteger";

std::string place_of(const GraphEvidence& proof) { return std::to_string(proof.text_begin) + ' ' + proof.document; }

}  // namespace

SharedSentences::SharedSentences(const Graph& graph) {
  const auto add_all = [this](const auto& item) {
    for (const GraphEvidence& proof : item.evidence) add(proof);
  };
  graph.for_each_node(add_all);
  graph.for_each_edge(add_all);
}

void SharedSentences::add(const GraphEvidence& proof) {
  if (proof.text.empty()) return;
  const auto [slot, is_new] = texts_.try_emplace(place_of(proof), proof.text);
  if (is_new || slot->second == proof.text) return;
  disputed_.insert(slot->first);
  slot->second = std::min(slot->second, proof.text);
}

bool SharedSentences::has(const GraphEvidence& proof) const {
  if (proof.text.empty()) return false;
  if (disputed_.empty()) return true;
  const auto known = texts_.find(place_of(proof));
  return known != texts_.end() && known->second == proof.text;
}

void MentionDescriber::describe(std::string_view subject, const GraphEvidence& proof) {
  if (!mentions_.insert(subject).second) return;
  sink_.say(subject, rdf_type, name("nif:OffsetBasedString"));
  say_stretch(subject, proof.document, proof.begin, proof.end);
  say_words(subject, proof);
  const bool shared = sentences_.has(proof);
  const std::size_t sentence_end = proof.text_begin + CodePointIndex(proof.text).size();
  const std::string sentence = span_resource(proof.document, proof.text_begin, sentence_end);
  if (shared) {
    sink_.say(subject, "nif:sentence", resource(sentence));
  } else if (!proof.text.empty() || proof.text_begin != 0) {
    sink_.say(subject, "dn:sentenceText", literal(proof.text));
    sink_.say(subject, "dn:sentenceBegin", literal(std::to_string(proof.text_begin), index_type));
  }
  if (!proof.rule.empty()) sink_.say(subject, "dn:rule", literal(proof.rule));
  if (!proof.path.empty()) sink_.say(subject, "dn:path", literal(proof.path));
  if (proof.score != 1.0) sink_.say(subject, "dn:score", literal(double_text(proof.score), "xsd:double"));
  say_origin(subject, proof.origin);
  if (shared) describe_sentence(sentence, proof, sentence_end);
  describe_text(proof.document);
}

void MentionDescriber::say_words(std::string_view subject, const GraphEvidence& proof) {
  if (proof.begin < proof.text_begin || proof.end < proof.begin) return;
  const CodePointIndex index(proof.text);
  if (proof.end - proof.text_begin > index.size()) return;
  const std::size_t from = index.byte_offset(proof.begin - proof.text_begin);
  const std::size_t to = index.byte_offset(proof.end - proof.text_begin);
  sink_.say(subject, "nif:anchorOf", literal(std::string_view(proof.text).substr(from, to - from)));
}

void MentionDescriber::say_origin(std::string_view subject, const Origin& origin) {
  if (origin.empty()) return;
  const std::string node = node_resource(origin.node);
  const std::string target = node_resource(origin.target);
  sink_.say(subject, "dn:origin", resource(node));
  if (!origin.target.empty()) sink_.say(subject, "dn:originTarget", resource(target));
  if (!origin.key.empty()) sink_.say(subject, "dn:originKey", literal(origin.key));
}

void MentionDescriber::describe_sentence(std::string_view subject, const GraphEvidence& proof, std::size_t end) {
  if (!spans_.emplace(subject).second) return;
  sink_.say(subject, rdf_type, name("nif:Sentence"));
  say_stretch(subject, proof.document, proof.text_begin, end);
  sink_.say(subject, "nif:anchorOf", literal(proof.text));
}

void MentionDescriber::say_stretch(std::string_view subject, std::string_view document, std::size_t begin,
                                   std::size_t end) {
  sink_.say(subject, "nif:beginIndex", literal(std::to_string(begin), index_type));
  sink_.say(subject, "nif:endIndex", literal(std::to_string(end), index_type));
  sink_.say(subject, "nif:referenceContext", resource(text_resource(document)));
}

void MentionDescriber::describe_text(const std::string& document) {
  if (!texts_.insert(document).second) return;
  const std::string subject = text_resource(document);
  sink_.say(subject, rdf_type, name("nif:Context"));
  const std::string node = document_node_(document);
  if (!node.empty()) sink_.say(subject, "prov:wasDerivedFrom", resource(node));
}

}  // namespace diurna::io::detail::rdf
