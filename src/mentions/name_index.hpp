// What the sieves over names share.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "mentions/coreference.hpp"

namespace diurna::detail {

template <class Action>
void for_each_name(const Coreference& work, Action action) {
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    if (work.at(i).is_name()) action(i);
  }
}

[[nodiscard]] inline TokenId last_token(const NameDraft& name) { return TokenId{name.tokens.last.index() - 1}; }

/// A chain for each key. When more than one claims it: none, or the one with most mentions.
class NameIndex {
 public:
  enum class Rivals { exclude, largest };
  explicit NameIndex(const Coreference& work, Rivals rivals = Rivals::exclude) : work_(work), rivals_(rivals) {}
  void add(const std::string& key, std::size_t candidate) {
    const auto [slot, fresh] = chains_.emplace(key, candidate);
    if (fresh || slot->second == several || work_.chains().same(slot->second, candidate)) return;
    if (rivals_ == Rivals::exclude) {
      slot->second = several;
    } else if (work_.chains().of(candidate).size > work_.chains().of(slot->second).size) {
      slot->second = candidate;
    }
  }
  [[nodiscard]] std::size_t find(const std::string& key) const {
    const auto hit = chains_.find(key);
    return hit == chains_.end() || hit->second == several ? Coreference::nobody : hit->second;
  }

 private:
  static constexpr std::size_t several = static_cast<std::size_t>(-2);
  const Coreference& work_;
  Rivals rivals_;
  std::unordered_map<std::string, std::size_t> chains_;
};

/// Joins two names in text order; `nobody` joins nothing.
inline void join_ordered(Coreference& work, std::size_t a, std::size_t b, std::string_view sieve) {
  if (a == Coreference::nobody || a == b) return;
  work.chains().join(std::min(a, b), std::max(a, b), sieve);
}

}  // namespace diurna::detail
