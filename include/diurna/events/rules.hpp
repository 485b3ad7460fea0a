/// Rules of the user: short texts that say which words are an event or relation, and who fills its roles.
///
///     rule grounding -> disaster.occur
///       example "The ferry ran aground off Karsa on Monday."  gives disaster.occur(theme: ferry)
///       trigger run | go aground
///       theme   any  = >nsubj
///
///     const diurna::RuleSet rules = diurna::RuleSet::load({"grounding.rule"}, *ontology);
///     const diurna::Extractor extractor = diurna::Extractor::load({.rules = {"grounding.rule"}});
///
/// docs/rules.md describes the language. A set does not depend on the order of files or of rules in them: rules are
/// sorted by priority (highest first), then by name. Immutable; safe to share between threads.
#pragma once

#include <compare>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/core/error.hpp"
#include "diurna/events/ontology.hpp"

namespace diurna {

/// One thing that is wrong in a rule file, with its place; line and column count from 1, columns in code points.
struct RuleProblem {
  std::string code;  ///< "rule.unknown-role"
  std::string file;
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t length = 1;  ///< Code points to underline.
  std::string message;
  std::string hint;     ///< "did you mean 'patient'?"; may be empty.
  std::string excerpt;  ///< The line of the file.

  /// The problem as a compiler would print it, with the line and a caret below.
  [[nodiscard]] std::string text() const;
};

/// Thrown for rule files that cannot be used: all their problems at once. As an Error, it speaks of the first.
class RuleError : public ParseError {
 public:
  /// Requires at least one problem.
  explicit RuleError(std::vector<RuleProblem> problems);
  [[nodiscard]] const std::vector<RuleProblem>& problems() const& { return problems_; }
  /// All problems, each with its line and caret.
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

 private:
  std::vector<RuleProblem> problems_;
  std::string text_;
};

/// What an example says that its sentence gives: a type, and the words or names that fill some of its roles.
struct ExpectedFact {
  std::string type;
  std::vector<std::pair<std::string, std::string>> parts;  ///< {"patient", "the bridge"}; "nothing": the role is empty.
};

struct RuleExample {
  std::string text;
  std::string date;                 ///< Publication date of the text; may be empty.
  std::vector<ExpectedFact> gives;  ///< Empty: nothing of the rule's type.
  std::size_t line = 0;
};

/// A role line of a rule.
struct RuleRole {
  std::string name;
  std::vector<std::string> types;  ///< What may fill it: "PERSON", "place", "any" …
  bool optional = false;
  bool many = false;
  std::string path;  ///< As written; "nothing" where the role is to stay empty.
};

/// A rule for people and programs to look at.
struct RuleDescription {
  std::string name;
  std::string type;  ///< Event or relation type; "nothing" for a rule that forbids events.
  int priority = 1;
  std::string comment;  ///< Comment lines right above the rule.
  std::string file;
  std::size_t line = 0;
  std::vector<std::string> triggers;  ///< As written.
  std::vector<RuleRole> roles;
  std::vector<RuleExample> examples;
};

namespace detail {
class CompiledRules;
}

/// A checked and compiled set of rules.
class RuleSet {
 public:
  /// No rules.
  RuleSet() = default;
  /// Reads files, and of folders all files that end in ".rule". Throws RuleError with every problem of every file, or
  /// IoError.
  [[nodiscard]] static RuleSet load(const std::vector<std::string>& paths, const Ontology& ontology);
  /// Rules from a text; `file` is its name in messages.
  [[nodiscard]] static RuleSet parse(std::string_view text, const std::string& file, const Ontology& ontology);

  [[nodiscard]] bool empty() const { return rules().empty(); }
  /// Highest priority first, then by name.
  [[nodiscard]] const std::vector<RuleDescription>& rules() const&;
  /// For the stages inside the library; nullptr when there are no rules.
  [[nodiscard]] const std::shared_ptr<const detail::CompiledRules>& compiled() const& { return compiled_; }

 private:
  std::shared_ptr<const detail::CompiledRules> compiled_;
};

}  // namespace diurna
