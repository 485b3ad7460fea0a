// From what a rule file says to rules that can be matched: names are looked up, everything unknown is reported.
#pragma once

#include "diurna/events/ontology.hpp"
#include "events/compiled_rules.hpp"
#include "events/rule_source.hpp"

namespace diurna::detail {

/// The rules of one file that have no fault; faults are reported to `source`.
[[nodiscard]] std::vector<CompiledRules::Entry> compile_rules(RuleSource& source, const RuleFileNode& file,
                                                              const Ontology& ontology);

/// Looks up words of tests, patterns and paths.
class TestCompiler {
 public:
  using Lists = std::map<std::string, std::vector<Name>>;
  TestCompiler(RuleSource& source, const Lists& lists) : source_(source), lists_(lists) {}

  [[nodiscard]] CompiledTest test(const TokenTest& node);
  [[nodiscard]] TokenPattern pattern(const Pattern& node);
  [[nodiscard]] TreePath path(const Path& node);

 private:
  [[nodiscard]] CompiledTest compare(const TokenTest& node);
  [[nodiscard]] CompiledStep step(const Step& node);
  void add_word(CompiledTest& test, const Name& value, const std::string& attribute);
  [[nodiscard]] std::uint64_t bits(Attribute attribute, const std::string& name, const Name& value);
  [[nodiscard]] std::vector<Name> expanded(const std::vector<Name>& values);
  void unknown(std::string code, const Name& word, const std::string& what, const std::vector<std::string>& known);
  [[nodiscard]] std::string text_of(Span span) const;

  RuleSource& source_;
  const Lists& lists_;
};

}  // namespace diurna::detail
