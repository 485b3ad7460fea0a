// Evidence as RDF: mentions and sentences as stretches of a document's text, in the terms of NIF.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "io/graph_json.hpp"
#include "io/rdf/term.hpp"

namespace diurna::io::detail::rdf {

/// Resources that have been described, by 128 bits of their hash.
class Described {
 public:
  /// True the first time.
  bool insert(std::string_view resource);
  void clear() { known_.clear(); }

 private:
  std::unordered_set<std::string> known_;
};

class MentionDescriber {
 public:
  /// `document_node` gives the resource of a document's node, "" when there is none.
  MentionDescriber(StatementSink& sink, const SentenceTable& sentences, Described& described,
                   std::function<std::string(const std::string&)> document_node)
      : sink_(sink), sentences_(sentences), described_(described), document_node_(std::move(document_node)) {}

  /// The mention, its sentence and its text, each only the first time.
  void describe(const GraphEvidence& proof);
  /// What another node was spoken of (graph/grouping.hpp).
  void say_origin(std::string_view subject, const Origin& origin);

 private:
  void say_words(std::string_view subject, const GraphEvidence& proof);
  void describe_sentence(std::string_view subject, const GraphEvidence& proof, std::size_t end);
  void say_stretch(std::string_view subject, std::string_view document, std::size_t begin, std::size_t end);
  void describe_text(const std::string& document);

  StatementSink& sink_;
  const SentenceTable& sentences_;
  Described& described_;
  std::function<std::string(const std::string&)> document_node_;
};

}  // namespace diurna::io::detail::rdf
