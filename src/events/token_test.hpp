// Compiled questions about one token: lemma = sink and not upos = NOUN, name ~ /^Mc/, has >obj[entity = PERSON].
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/regex.hpp"
#include "events/filler_kinds.hpp"
#include "events/rule_ast.hpp"
#include "events/words.hpp"

namespace diurna::detail {

/// What a rule may look at.
struct RuleScene {
  const Context& context;
  const Words& words;
};

/// The type of the entity whose mention this token heads (a pronoun's is that of whom it stands for), a time or a
/// quantity at the token; no bit where there is none of them.
[[nodiscard]] FillerKinds kinds_at(const RuleScene& scene, TokenId token);

enum class Attribute {
  word,
  lower,
  lemma,
  tag,
  upos,
  relation,
  feature,
  entity,
  kind,
  name,
  country,
  case_,
  mark,
  block
};
[[nodiscard]] std::optional<Attribute> parse_attribute(std::string_view text);
[[nodiscard]] const std::vector<std::string>& attribute_names();

class TreePath;

struct CompiledTest {
  TokenTest::Kind kind = TokenTest::Kind::any;
  Attribute attribute = Attribute::lemma;
  std::vector<CompiledTest> parts;
  std::vector<FeatureKey> hashes;      ///< Sorted; of the values that are compared as words.
  std::uint64_t bits = 0;              ///< Of the values that are one of a few.
  std::shared_ptr<const Regex> regex;  ///< Else one of these.
  std::shared_ptr<const TreePath> path;
  std::string text;  ///< As written, for explanations.
};

/// What an attribute is at a token, for people: "VERB", "sank", "PERSON"; "" when it has none.
[[nodiscard]] std::string value_at(Attribute attribute, const RuleScene& scene, TokenId token);

[[nodiscard]] bool holds(const CompiledTest& test, const RuleScene& scene, TokenId token);

/// Where to look for tokens that may pass a test: by lemma or by lower-case form.
struct TestKeys {
  std::vector<FeatureKey> lemmas;
  std::vector<FeatureKey> forms;
};
/// Nothing when a token of any word may pass.
[[nodiscard]] std::optional<TestKeys> keys_of(const CompiledTest& test);

}  // namespace diurna::detail
