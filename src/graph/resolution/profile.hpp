// What is known of somebody or something beside the name: what tells namesakes apart, and what makes two forms one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/string_pool.hpp"

namespace diurna::detail {

using Index = std::uint32_t;
/// A sorted set.
using Symbols = std::vector<Symbol>;

void insert(Symbols& set, Symbol symbol);
void unite(Symbols& into, const Symbols& more);
/// Number of common members; stops counting at `enough`.
[[nodiscard]] std::size_t shared(const Symbols& a, const Symbols& b, std::size_t enough = 8);

/// Adds up over documents; see `contradiction`.
struct Profile {
  Symbols fields;     ///< Fields of work: politics, sport …
  Symbols ties;       ///< Position with country or body: "president USA", "member e:hamas". Two that share one are one.
  Symbols countries;  ///< ISO codes.
  Symbols places;     ///< Of places: the places around them.
  std::uint32_t he = 0;
  std::uint32_t she = 0;
  int born_from = 0;  ///< Years; 0 for unknown.
  int born_to = 0;
  int first_day = 0;  ///< Publication, days since 1970; 0 for unknown.
  int last_day = 0;
  bool person = false;  ///< Taken for a person by most, or by a document that says "he" or "she".
  bool thing = false;   ///< A known place or body.

  void unite(const Profile& more);
};

/// What cannot be true of one person or thing, in words; nothing when both may be the same.
[[nodiscard]] std::optional<std::string> contradiction(const Profile& a, const Profile& b);
struct Doubt {
  std::string because;
  std::size_t weight = 0;  ///< How much must speak for one person all the same (Support::weight).
};
/// What makes one person of both unlikely as long as little else speaks for it: other fields of work, other countries,
/// years between. Nothing when there is no reason to doubt.
[[nodiscard]] std::optional<Doubt> doubt(const Profile& a, const Profile& b, const StringPool& strings);

}  // namespace diurna::detail
