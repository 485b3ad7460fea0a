// Evidence as RDF: mentions and sentences as stretches of a document's text, in the terms of NIF.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "diurna/graph/graph.hpp"
#include "io/rdf/term.hpp"

namespace diurna::io::detail::rdf {

/// The sentences of a graph's evidence: which are described once for all mentions in them. Where texts differ that
/// stand at one place (two versions of a document), that is the smallest; the others stay with their mentions.
class SharedSentences {
 public:
  explicit SharedSentences(const Graph& graph);
  [[nodiscard]] bool has(const GraphEvidence& proof) const;

 private:
  void add(const GraphEvidence& proof);

  std::unordered_map<std::string, std::string> texts_;  // by document and place
  std::unordered_set<std::string> disputed_;            // places with several texts
};

class MentionDescriber {
 public:
  /// `document_node` gives the resource of a document's node, "" when there is none.
  MentionDescriber(StatementSink& sink, const SharedSentences& sentences,
                   std::function<std::string(const std::string&)> document_node)
      : sink_(sink), sentences_(sentences), document_node_(std::move(document_node)) {}

  /// The mention, its sentence and its text, each only the first time. `resource` must outlive the describer.
  void describe(std::string_view resource, const GraphEvidence& proof);
  /// What another node was spoken of (graph/grouping.hpp).
  void say_origin(std::string_view subject, const Origin& origin);

 private:
  void say_words(std::string_view subject, const GraphEvidence& proof);
  void describe_sentence(std::string_view subject, const GraphEvidence& proof, std::size_t end);
  void say_stretch(std::string_view subject, std::string_view document, std::size_t begin, std::size_t end);
  void describe_text(const std::string& document);

  StatementSink& sink_;
  const SharedSentences& sentences_;
  std::unordered_set<std::string_view> mentions_;  // described already, as the others
  std::unordered_set<std::string> spans_;
  std::unordered_set<std::string> texts_;
  std::function<std::string(const std::string&)> document_node_;
};

}  // namespace diurna::io::detail::rdf
