// Rules ready to be matched, in the order of their rank: highest priority first, then by name.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "diurna/events/rules.hpp"
#include "events/tree_path.hpp"

namespace diurna::detail {

/// A test of a token pattern; `marked` ones are the trigger itself.
struct PatternAtom {
  CompiledTest test;
  bool marked = false;
  std::string text;  ///< As written, for explanations.
};

/// A sequence of tokens.
struct TokenPattern {
  Program program;
  std::vector<PatternAtom> atoms;
  std::vector<std::uint32_t> first;  ///< Numbers of the atoms that can come first.
  bool has_mark = false;
};

struct CompiledRole {
  std::string name;
  FillerKinds kinds = any_filler;
  bool optional = false;
  bool many = false;
  bool nothing = false;  ///< The role stays empty.
  TreePath path{{}, {}};
};

enum class RuleTarget { event, relation, nothing };

struct CompiledRule {
  RuleTarget target = RuleTarget::event;
  std::uint16_t type = 0;  ///< Index into the ontology's event or relation types.
  int priority = 1;
  std::vector<TokenPattern> triggers;
  std::vector<CompiledRole> roles;
};

class CompiledRules {
 public:
  struct Entry {
    RuleDescription description;
    CompiledRule rule;
  };
  /// Sorts by rank and builds the index.
  explicit CompiledRules(std::vector<Entry> entries);

  [[nodiscard]] const std::vector<RuleDescription>& descriptions() const& { return descriptions_; }
  [[nodiscard]] const CompiledRule& rule(std::size_t rank) const& { return rules_[rank]; }
  [[nodiscard]] std::size_t size() const { return rules_.size(); }
  [[nodiscard]] bool has_relations() const { return has_relations_; }

  /// A trigger of a rule.
  struct TriggerRef {
    std::uint32_t rank = 0;
    std::uint32_t trigger = 0;
    auto operator<=>(const TriggerRef&) const = default;
  };
  /// Adds the triggers that may start with a token of this lemma and lower-case form (hashes).
  void candidates(FeatureKey lemma, FeatureKey form, std::vector<TriggerRef>& out) const;

 private:
  using Index = std::unordered_map<FeatureKey, std::vector<TriggerRef>>;
  void add_to_index(TriggerRef ref, const TokenPattern& pattern);

  std::vector<RuleDescription> descriptions_;
  std::vector<CompiledRule> rules_;
  Index by_lemma_;
  Index by_form_;
  std::vector<TriggerRef> everywhere_;
  bool has_relations_ = false;
};

}  // namespace diurna::detail
