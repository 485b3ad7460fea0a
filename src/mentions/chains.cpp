#include "mentions/chains.hpp"

#include <algorithm>
#include <iterator>

namespace diurna::detail {
namespace {

constexpr std::size_t most_words = 48;

Chain chain_of(const Candidate& candidate) {
  Chain out;
  out.type = candidate.mention.type;
  out.number = candidate.mention.number;
  out.gender = candidate.mention.gender;
  out.person = candidate.person;
  out.collective = candidate.collective;
  out.named = candidate.is_name();
  out.is_country = candidate.is_country;
  out.country = candidate.country;
  if (candidate.is_pronoun()) return out;
  out.words = candidate.modifiers;
  out.words.insert(out.words.end(), candidate.titles.begin(), candidate.titles.end());
  out.words.push_back(candidate.head);
  std::ranges::sort(out.words);
  return out;
}

bool is_place(EntityType type) {
  return type == EntityType::gpe || type == EntityType::loc || type == EntityType::norp;
}

/// A thing or a body, as far as its chain tells; a chain that tells nothing may be either.
bool known_thing(const Chain& chain) {
  return !chain.person && (chain.gender == GrammaticalGender::neuter || chain.type != EntityType::other);
}

void merge_words(Chain& into, const Chain& from) {
  std::vector<WordId> all;
  std::ranges::set_union(into.words, from.words, std::back_inserter(all));
  if (all.size() > most_words) all.resize(most_words);
  into.words = std::move(all);
}

void merge(Chain& into, const Chain& from) {
  const bool weaker = into.type == EntityType::other || (from.named && !into.named && from.type != EntityType::other);
  if (weaker || (into.type == EntityType::norp && from.type == EntityType::gpe)) into.type = from.type;
  if (into.number == GrammaticalNumber::unknown) into.number = from.number;
  if (into.gender == GrammaticalGender::unknown) into.gender = from.gender;
  into.person = into.person || from.person;
  into.collective = into.collective || from.collective;
  into.named = into.named || from.named;
  into.is_country = into.is_country || from.is_country;
  if (into.country.empty()) into.country = from.country;
  into.size += from.size;
  merge_words(into, from);
}

template <class Value>
bool contradict(Value a, Value b) {
  return a != Value::unknown && b != Value::unknown && a != b;
}

}  // namespace

bool types_agree(EntityType a, EntityType b) {
  if (a == b || a == EntityType::other || b == EntityType::other) return true;
  if (is_place(a) && is_place(b)) return true;
  const auto either = [&](EntityType x, EntityType y) { return (a == x && b == y) || (a == y && b == x); };
  return either(EntityType::group, EntityType::org) || either(EntityType::facility, EntityType::loc) ||
         either(EntityType::group, EntityType::norp) || either(EntityType::facility, EntityType::org);
}

Chains::Chains(const std::vector<Candidate>& candidates) : parent_(candidates.size()), sieves_(candidates.size()) {
  chains_.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    parent_[i] = i;
    chains_.push_back(chain_of(candidates[i]));
  }
}

std::size_t Chains::root(std::size_t candidate) const {
  while (parent_[candidate] != candidate) {
    parent_[candidate] = parent_[parent_[candidate]];
    candidate = parent_[candidate];
  }
  return candidate;
}

bool Chains::agree(std::size_t a, std::size_t b) const {
  const Chain& x = of(a);
  const Chain& y = of(b);
  if (!types_agree(x.type, y.type)) return false;
  if ((x.person && known_thing(y) && !y.collective) || (y.person && known_thing(x) && !x.collective)) return false;
  if (contradict(x.gender, y.gender)) return false;
  return x.collective || y.collective || !contradict(x.number, y.number);
}

void Chains::join(std::size_t earlier, std::size_t later, std::string_view sieve) {
  std::size_t a = root(earlier);
  std::size_t b = root(later);
  if (a == b) return;
  if (sieves_[later].empty()) sieves_[later] = sieve;
  if (b < a) std::swap(a, b);
  merge(chains_[a], chains_[b]);
  chains_[b].words.clear();
  parent_[b] = a;
}

}  // namespace diurna::detail
