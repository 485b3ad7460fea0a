// The statements of a file sorted by what they describe, with typed access that knows the place of every fault.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/graph/graph.hpp"
#include "io/rdf/statements.hpp"
#include "io/rdf/vocabulary_index.hpp"

namespace diurna::io::detail::rdf {

/// What one graph says about one subject.
struct Description {
  TermId subject = 0;
  TermId graph = 0;
  Role role = Role::none;
  NodeKind kind = NodeKind::entity;  ///< Of nodes.
  std::size_t begin = 0;             ///< Of the sorted statements.
  std::size_t end = 0;
};

class Descriptions {
 public:
  /// Throws ParseError "rdf.format", "rdf.version", "rdf.count", "rdf.vocabulary" or "rdf.class".
  Descriptions(Statements statements, std::string_view name);

  [[nodiscard]] const std::vector<Description>& list() const { return list_; }
  [[nodiscard]] const std::string& text(TermId id) const { return statements_.terms.text(id); }

  /// Statements of one use, in the order of the file; the same one twice counts once.
  [[nodiscard]] std::vector<const Statement*> all(const Description& description, Use use) const;
  /// At most one; throws "rdf.twice".
  [[nodiscard]] const Statement* find(const Description& description, Use use) const;
  /// Exactly one; throws "rdf.missing", naming the predicate.
  [[nodiscard]] const Statement& require(const Description& description, Use use, std::string_view predicate) const;

  /// The object as a text, a number of code points, a property value or a resource; throws "rdf.type".
  [[nodiscard]] const std::string& literal(const Statement& statement) const;
  [[nodiscard]] std::size_t offset(const Statement& statement) const;
  [[nodiscard]] Property scalar(const Statement& statement) const;
  [[nodiscard]] TermId resource(const Statement& statement) const;
  /// The text behind a folder of the base or a namespace, percent-decoded; throws "rdf.base".
  [[nodiscard]] std::string below(TermId iri, std::string_view folder, const Statement& at) const;
  [[nodiscard]] std::optional<std::string> in_namespace(TermId iri, std::string_view prefix) const;
  /// A statement of the description, for messages.
  [[nodiscard]] const Statement& first(const Description& description) const { return sorted_[description.begin]; }

  [[noreturn]] void fail(const Statement& at, std::string_view code, std::string message, std::string hint) const;

 private:
  void find_bases();
  void check_counts() const;
  void check_predicates() const;
  void sort();
  void classify(Description& description) const;
  [[nodiscard]] Property number(const Statement& statement, const std::string& datatype) const;

  Statements statements_;
  std::string name_;
  VocabularyIndex vocabulary_;
  std::vector<Use> use_of_;  // by predicate id
  std::vector<std::string> bases_;
  std::vector<Statement> sorted_;
  std::vector<Description> list_;
};

}  // namespace diurna::io::detail::rdf
