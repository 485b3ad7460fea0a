// What each predicate of a file means to the reader.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diurna/graph/graph.hpp"
#include "io/rdf/statements.hpp"

namespace diurna::io::detail::rdf {

/// What a statement of a predicate is for. `derived` follows from others and is not read; `foreign` is not ours.
enum class Use {
  foreign,
  derived,
  is_a,
  type,
  label,
  alias,
  presence,
  property,
  subject,
  predicate,
  object,
  key,
  denoted_by,
  begin,
  end,
  context,
  sentence,
  anchor,
  sentence_text,
  sentence_begin,
  rule,
  path,
  score,
  origin,
  origin_target,
  origin_key,
  about,
  facet,
  value,
  claimed_by,
  joined,
  into,
  because,
  version,
  statements
};

/// What a resource is.
enum class Role { none, file, document_graph, node, edge, mention, sentence, context, claim, join };

class VocabularyIndex {
 public:
  explicit VocabularyIndex(const TermPool& terms);
  [[nodiscard]] Use use_of(TermId predicate) const;
  /// Of a class; `none` for those that only others read.
  [[nodiscard]] Role role_of(TermId type) const;
  [[nodiscard]] NodeKind kind_of(TermId type) const;

 private:
  const TermPool& terms_;
  std::unordered_map<TermId, Use> uses_;
  std::unordered_map<TermId, Role> roles_;
  std::unordered_map<TermId, NodeKind> kinds_;
  std::vector<std::string> derived_;  // namespaces
  std::string properties_;
};

}  // namespace diurna::io::detail::rdf
