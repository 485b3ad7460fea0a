#include <unordered_map>

#include "mentions/name_index.hpp"

namespace diurna::detail {
namespace {

/// People's names ("Spaniards") are a group of their own, not their country.
bool is_people(const Coreference& work, std::size_t i) {
  const auto& known = work.name(i).known;
  if (known && !known->demonym) return false;
  return work.at(i).mention.type == EntityType::norp && work.at(i).mention.number == GrammaticalNumber::plural;
}

/// What equal names share: the gazetteer's full form, or the words themselves; persons, peoples and teams apart.
std::string identity(const Coreference& work, std::size_t i) {
  const NameDraft& name = work.name(i);
  const std::string base = name.known && name.type != EntityType::person ? Gazetteer::key(name.known->name) : name.key;
  if (name.type == EntityType::person) return "person:" + base;
  const bool team = name.type == EntityType::org && name.known && name.known->type == EntityType::gpe;
  return (is_people(work, i) ? "people:" : team ? "team:" : "") + base;
}

}  // namespace

void same_head_sieve(Coreference& work) {
  for_each_name(work, [&](std::size_t i) {
    const std::size_t around = work.headed_by(work.at(i).mention.head);
    if (around != i) join_ordered(work, around, i, "sieve:same-head");
  });
}

void exact_name_sieve(Coreference& work) {
  std::unordered_map<std::string, std::size_t> first;
  for_each_name(work, [&](std::size_t i) {
    const auto [slot, fresh] = first.emplace(identity(work, i), i);
    if (!fresh) work.chains().join(slot->second, i, "sieve:exact-name");
  });
}

}  // namespace diurna::detail
