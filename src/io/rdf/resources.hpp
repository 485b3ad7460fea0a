// IRIs of resources, minted from content: there are no blank nodes, and the same thing has the same IRI in every file.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "diurna/graph/graph.hpp"

namespace diurna::io::detail::rdf {

[[nodiscard]] std::string node_resource(std::string_view id);
[[nodiscard]] std::string edge_resource(const Edge& edge);
[[nodiscard]] std::string graph_resource(std::string_view document);
/// The text of a document: what offsets count in.
[[nodiscard]] std::string text_resource(std::string_view document);
/// A stretch of that text: "text/DOCUMENT#char=45,53".
[[nodiscard]] std::string span_resource(std::string_view document, std::size_t begin, std::size_t end);
/// One piece of evidence: the stretch, told apart by what was read there.
[[nodiscard]] std::string mention_resource(const GraphEvidence& evidence);
/// A day as a point of time, for the ends of intervals.
[[nodiscard]] std::string instant_resource(std::chrono::sys_days day);
[[nodiscard]] std::string claim_resource(std::string_view subject, const Claim& claim);
[[nodiscard]] std::string join_resource(std::string_view node_id, const Join& join);

}  // namespace diurna::io::detail::rdf
