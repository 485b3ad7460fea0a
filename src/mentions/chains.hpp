// Coreference chains while they grow: a union-find whose classes know what their members agree on.
#pragma once

#include <string_view>
#include <vector>

#include "mentions/candidate.hpp"

namespace diurna::detail {

struct Chain {
  EntityType type = EntityType::other;
  GrammaticalNumber number = GrammaticalNumber::unknown;
  GrammaticalGender gender = GrammaticalGender::unknown;
  bool person = false;
  bool collective = false;
  bool named = false;
  bool is_country = false;
  std::string_view country;  // ISO code
  std::size_t size = 1;
  std::vector<WordId> words;  // heads, titles and modifiers of the members, sorted
};

/// Candidates start alone and are joined; the earlier chain's type wins unless it has none.
class Chains {
 public:
  explicit Chains(const std::vector<Candidate>& candidates);

  /// The first member of the chain.
  [[nodiscard]] std::size_t root(std::size_t candidate) const;
  [[nodiscard]] const Chain& of(std::size_t candidate) const { return chains_[root(candidate)]; }
  [[nodiscard]] bool same(std::size_t a, std::size_t b) const { return root(a) == root(b); }
  /// Type, number, gender and animacy do not contradict each other.
  [[nodiscard]] bool agree(std::size_t a, std::size_t b) const;
  /// Puts both chains together and notes `sieve` for `later`; nothing happens when they are one already.
  void join(std::size_t earlier, std::size_t later, std::string_view sieve);
  /// The sieve that joined a candidate to others; "" for none.
  [[nodiscard]] std::string_view sieve(std::size_t candidate) const { return sieves_[candidate]; }

 private:
  mutable std::vector<std::size_t> parent_;
  std::vector<Chain> chains_;
  std::vector<std::string_view> sieves_;
};

/// Whether two types can be one entity.
[[nodiscard]] bool types_agree(EntityType a, EntityType b);

}  // namespace diurna::detail
