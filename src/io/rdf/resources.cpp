#include "io/rdf/resources.hpp"

#include <initializer_list>

#include "core/hash.hpp"
#include "diurna/mentions/time_interval.hpp"
#include "io/rdf/term.hpp"
#include "io/rdf/vocabulary.hpp"

namespace diurna::io::detail::rdf {
namespace {

constexpr std::size_t hash_digits = 20;  // 80 bits, as in node ids

/// A field is told from the next by its length, so that no text can imitate another division.
std::string hash_of(std::initializer_list<std::string_view> fields) {
  std::string bytes;
  for (const std::string_view field : fields) {
    bytes += std::to_string(field.size()) + ':';
    bytes += field;
  }
  return diurna::detail::hash128_hex(bytes).substr(0, hash_digits);
}

std::string below(std::string_view folder, std::string_view text) { return std::string(folder) + segment(text); }

std::string char_fragment(std::size_t begin, std::size_t end) {
  return "#char=" + std::to_string(begin) + "," + std::to_string(end);
}

}  // namespace

std::string node_resource(std::string_view id) { return below(node_folder, id); }

std::string edge_resource(const Edge& edge) {
  return std::string(edge_folder) + hash_of({edge.source, edge.type, edge.target, edge.key});
}

std::string graph_resource(std::string_view document) { return below(graph_folder, document); }

std::string text_resource(std::string_view document) { return below(text_folder, document); }

std::string span_resource(std::string_view document, std::size_t begin, std::size_t end) {
  return text_resource(document) + char_fragment(begin, end);
}

std::string mention_resource(const GraphEvidence& evidence) {
  const std::string hash =
      hash_of({evidence.text, std::to_string(evidence.text_begin), evidence.rule, evidence.path,
               number_text(evidence.score), evidence.origin.node, evidence.origin.target, evidence.origin.key});
  return text_resource(evidence.document) + "?m=" + hash + char_fragment(evidence.begin, evidence.end);
}

std::string instant_resource(std::chrono::sys_days day) { return below(instant_folder, iso_date(day)); }

std::string claim_resource(std::string_view subject, const Claim& claim) {
  const LiteralText value = literal_of(claim.value);
  return std::string(claim_folder) + hash_of({subject, claim.facet, value.text, value.datatype, claim.origin.node,
                                              claim.origin.target, claim.origin.key});
}

std::string join_resource(std::string_view node_id, const Join& join) {
  return std::string(join_folder) + hash_of({node_id, join.node, join.rule, join.because});
}

}  // namespace diurna::io::detail::rdf
