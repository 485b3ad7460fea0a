#include <array>
#include <map>

#include "mentions/name_index.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t longest_name = 6;  // words that are taken apart

/// "Jr.", "III" say which of the family it is; the name ends before them.
TokenRange without_generation(const Coreference& work, TokenRange name) {
  constexpr std::array<std::string_view, 6> generations = {"jr", "sr", "ii", "iii", "iv", ","};
  while (name.size() > 2) {
    const TokenId last{name.last.index() - 1};
    if (std::ranges::find(generations, work.context().forms.key(last)) == generations.end()) break;
    name.last = last;
  }
  return name;
}

/// Where parts of full names lead to.
struct PersonIndex {
  explicit PersonIndex(const Coreference& work)
      : surnames(work, NameIndex::Rivals::largest), middles(work), given(work), parts(work) {}

  NameIndex surnames;  // "Maduro"
  NameIndex middles;   // "Rosselló" of "Ricardo Rosselló Nevares"
  NameIndex given;     // "Nicolás"
  NameIndex parts;     // "Wanda Vázquez", "Vázquez Garced" of "Wanda Vázquez Garced"

  void add(const Coreference& work, TokenRange name, std::size_t i) {
    const auto key = [&](std::size_t first, std::size_t last) {
      return work.context().forms.key(
          TokenRange{TokenId{name.first.index() + first}, TokenId{name.first.index() + last}});
    };
    const std::size_t size = std::min(name.size(), longest_name);
    surnames.add(key(size - 1, size), i);
    given.add(key(0, 1), i);
    for (std::size_t n = 2; n < size; ++n) {
      parts.add(key(size - n, size), i);
      parts.add(key(0, n), i);
      middles.add(key(n - 1, n), i);
    }
  }
};

}  // namespace

void person_name_sieve(Coreference& work) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> full;
  PersonIndex index(work);
  const auto key = [&](TokenId token) { return work.context().forms.key(token); };
  const auto is_person = [&](std::size_t i) { return work.name(i).type == EntityType::person; };
  for_each_name(work, [&](std::size_t i) {
    if (!is_person(i) || work.name(i).tokens.size() < 2) return;
    const TokenRange name = without_generation(work, work.name(i).tokens);
    const TokenId last{name.last.index() - 1};
    const auto [slot, fresh] = full.emplace(std::pair(key(name.first), key(last)), i);
    if (!fresh) work.chains().join(slot->second, i, "sieve:full-name");
    index.add(work, name, i);
  });
  for_each_name(work, [&](std::size_t i) {
    const NameDraft& name = work.name(i);
    if (!is_person(i)) return;
    if (name.tokens.size() > 1) return join_ordered(work, index.parts.find(name.key), i, "sieve:part-of-name");
    const std::size_t by_surname = index.surnames.find(name.key);
    if (by_surname != Coreference::nobody) return join_ordered(work, by_surname, i, "sieve:surname");
    const std::size_t by_middle = index.middles.find(name.key);
    if (by_middle != Coreference::nobody) return join_ordered(work, by_middle, i, "sieve:part-of-name");
    join_ordered(work, index.given.find(name.key), i, "sieve:given-name");
  });
}

}  // namespace diurna::detail
