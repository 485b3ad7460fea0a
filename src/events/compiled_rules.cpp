#include "events/compiled_rules.hpp"

#include <algorithm>

namespace diurna::detail {
namespace {

bool ranks_before(const CompiledRules::Entry& a, const CompiledRules::Entry& b) {
  if (a.description.priority != b.description.priority) return a.description.priority > b.description.priority;
  return a.description.name < b.description.name;
}

/// The words with which a match can start; nothing when any word may.
std::optional<TestKeys> first_words(const TokenPattern& pattern) {
  TestKeys all;
  for (const std::uint32_t atom : pattern.first) {
    const auto keys = keys_of(pattern.atoms[atom].test);
    if (!keys) return std::nullopt;
    all.lemmas.insert(all.lemmas.end(), keys->lemmas.begin(), keys->lemmas.end());
    all.forms.insert(all.forms.end(), keys->forms.begin(), keys->forms.end());
  }
  return all;
}

}  // namespace

CompiledRules::CompiledRules(std::vector<Entry> entries) {
  std::sort(entries.begin(), entries.end(), ranks_before);
  for (Entry& entry : entries) {
    const auto rank = static_cast<std::uint32_t>(rules_.size());
    for (std::uint32_t i = 0; i < entry.rule.triggers.size(); ++i) add_to_index({rank, i}, entry.rule.triggers[i]);
    has_relations_ = has_relations_ || entry.rule.target == RuleTarget::relation;
    descriptions_.push_back(std::move(entry.description));
    rules_.push_back(std::move(entry.rule));
  }
}

void CompiledRules::add_to_index(TriggerRef ref, const TokenPattern& pattern) {
  const auto keys = first_words(pattern);
  if (!keys) {
    everywhere_.push_back(ref);
    return;
  }
  const auto add = [ref](std::vector<TriggerRef>& list) {
    if (list.empty() || list.back() != ref) list.push_back(ref);
  };
  for (const FeatureKey key : keys->lemmas) add(by_lemma_[key]);
  for (const FeatureKey key : keys->forms) add(by_form_[key]);
}

void CompiledRules::candidates(FeatureKey lemma, FeatureKey form, std::vector<TriggerRef>& out) const {
  out = everywhere_;
  const auto add = [&](const Index& index, FeatureKey key) {
    const auto found = index.find(key);
    if (found != index.end()) out.insert(out.end(), found->second.begin(), found->second.end());
  };
  add(by_lemma_, lemma);
  add(by_form_, form);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

}  // namespace diurna::detail
