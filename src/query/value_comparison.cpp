// Equality, comparability and orderability of openCypher 9 (CIP2016-06-14).
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "core/hash.hpp"
#include "diurna/query/value.hpp"

namespace diurna {
namespace {

using Kind = Value::Kind;

// Integers and reals compare by what they stand for, not by the nearest double of an integer.
std::partial_ordering compare_numbers(std::int64_t a, double b) {
  constexpr double limit = 9223372036854775808.0;  // 2^63
  if (std::isnan(b)) return std::partial_ordering::unordered;
  if (b >= limit) return std::partial_ordering::less;
  if (b < -limit) return std::partial_ordering::greater;
  const double whole = std::floor(b);
  const auto integer = static_cast<std::int64_t>(whole);
  if (a != integer) return a <=> integer;
  return b > whole ? std::partial_ordering::less : std::partial_ordering::equivalent;
}

std::partial_ordering compare_numbers(const Value& a, const Value& b) {
  const bool a_integer = a.kind() == Kind::integer;
  const bool b_integer = b.kind() == Kind::integer;
  if (a_integer && b_integer) return a.as_integer() <=> b.as_integer();
  if (a_integer) return compare_numbers(a.as_integer(), b.as_real());
  if (b_integer) return 0 <=> compare_numbers(b.as_integer(), a.as_real());
  return a.as_real() <=> b.as_real();
}

bool same_kind(const Value& a, const Value& b) { return a.kind() == b.kind() || (a.is_number() && b.is_number()); }

bool same_path(const PathRecord& a, const PathRecord& b) {
  const auto same_element = [](const Value& x, const Value& y) { return x.index() == y.index(); };
  return a.nodes.size() == b.nodes.size() && std::ranges::equal(a.nodes, b.nodes, same_element) &&
         std::ranges::equal(a.relationships, b.relationships, same_element);
}

// Equality of lists and maps: one pair that differs makes them unequal, else one unknown pair makes it unknown.
class Conjunction {
 public:
  // False when the answer is known.
  bool add(std::optional<bool> part) {
    if (!part) unknown_ = true;
    different_ = part && !*part;
    return !different_;
  }
  [[nodiscard]] std::optional<bool> result() const {
    if (different_) return false;
    return unknown_ ? std::nullopt : std::optional(true);
  }

 private:
  bool unknown_ = false;
  bool different_ = false;
};

std::optional<bool> equal_lists(const Value::List& a, const Value::List& b) {
  if (a.size() != b.size()) return false;
  Conjunction all;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!all.add(equals(a[i], b[i]))) break;
  return all.result();
}

std::optional<bool> equal_maps(const Value::Map& a, const Value::Map& b) {
  if (!std::ranges::equal(a, b, {}, &Value::Map::value_type::first, &Value::Map::value_type::first)) return false;
  Conjunction all;
  for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y)
    if (!all.add(equals(x->second, y->second))) break;
  return all.result();
}

std::optional<std::partial_ordering> compare_lists(const Value::List& a, const Value::List& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const auto item = compare(a[i], b[i]);
    if (!item || *item != std::partial_ordering::equivalent) return item;
  }
  return a.size() <=> b.size();
}

std::optional<std::partial_ordering> compare_moments(const Moment& a, const Moment& b) {
  if (a.form != b.form) return std::nullopt;
  return a <=> b;
}

// Place of a kind in ORDER BY; numbers share one.
int rank(const Value& value) {
  constexpr std::array<int, 12> ranks = {10, 8, 9, 9, 5, 6, 7, 3, 0, 1, 2, 4};  // in the order of Kind
  return ranks[static_cast<std::size_t>(value.kind())];
}

std::weak_ordering order_numbers(const Value& a, const Value& b) {
  const std::partial_ordering found = compare_numbers(a, b);
  if (found == std::partial_ordering::less) return std::weak_ordering::less;
  if (found == std::partial_ordering::greater) return std::weak_ordering::greater;
  if (found == std::partial_ordering::equivalent) return std::weak_ordering::equivalent;
  return std::isnan(a.as_number()) <=> std::isnan(b.as_number());
}

std::weak_ordering order_lists(const Value::List& a, const Value::List& b) {
  return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(), order);
}

std::weak_ordering order_maps(const Value::Map& a, const Value::Map& b) {
  return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end(),
                                                [](const auto& x, const auto& y) -> std::weak_ordering {
                                                  const std::weak_ordering keys = x.first <=> y.first;
                                                  return keys != 0 ? keys : order(x.second, y.second);
                                                });
}

std::weak_ordering order_paths(const PathRecord& a, const PathRecord& b) {
  const auto by_index = [](const Value& x, const Value& y) { return x.index() <=> y.index(); };
  const std::strong_ordering nodes =
      std::lexicographical_compare_three_way(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(), by_index);
  if (nodes != 0) return nodes;
  return std::lexicographical_compare_three_way(a.relationships.begin(), a.relationships.end(), b.relationships.begin(),
                                                b.relationships.end(), by_index);
}

std::size_t mix(std::size_t seed, std::size_t next) {
  std::uint64_t x = seed * 0x9E3779B97F4A7C15U + next + 0x7F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

// A real that is an integer hashes as that integer.
std::size_t hash_real(double real) {
  if (std::isnan(real)) return 0x7FF8;
  if (real >= -9223372036854775808.0 && real < 9223372036854775808.0 && std::floor(real) == real)
    return mix(2, std::bit_cast<std::uint64_t>(static_cast<std::int64_t>(real)));
  return mix(3, std::bit_cast<std::uint64_t>(real));
}

std::size_t hash_map_value(const Value::Map& map) {
  std::size_t hash = map.size();
  for (const auto& [key, value] : map) hash = mix(mix(hash, detail::hash64(key)), hash_value(value));
  return hash;
}

std::size_t hash_moment(const Moment& moment) {
  const std::size_t when = mix(static_cast<std::size_t>(moment.seconds), static_cast<std::size_t>(moment.nanosecond));
  return mix(mix(11 + static_cast<std::size_t>(moment.form), when), static_cast<std::size_t>(moment.offset));
}

std::size_t hash_list(const Value::List& list) {
  std::size_t hash = list.size();
  for (const Value& item : list) hash = mix(hash, hash_value(item));
  return hash;
}

std::size_t hash_path(const PathRecord& path) {
  std::size_t hash = path.nodes.empty() ? 0 : path.nodes.front().index();
  for (const Value& relationship : path.relationships) hash = mix(hash, relationship.index());
  return hash;
}

}  // namespace

std::optional<bool> equals(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (!same_kind(a, b)) return false;
  switch (a.kind()) {
    case Kind::integer:
    case Kind::real:
      return compare_numbers(a, b) == std::partial_ordering::equivalent;
    case Kind::moment:
      return a.as_moment() == b.as_moment();
    case Kind::string:
      return a.as_string() == b.as_string();
    case Kind::list:
      return equal_lists(a.as_list(), b.as_list());
    case Kind::map:
      return equal_maps(a.as_map(), b.as_map());
    case Kind::node:
    case Kind::relationship:
      return a.index() == b.index();
    case Kind::path:
      return same_path(a.as_path(), b.as_path());
    default:
      return a.as_integer() == b.as_integer();
  }
}

bool equivalent(const Value& a, const Value& b) { return same_kind(a, b) && order(a, b) == 0; }

std::optional<std::partial_ordering> compare(const Value& a, const Value& b) {
  if (!same_kind(a, b)) return std::nullopt;
  switch (a.kind()) {
    case Kind::integer:
    case Kind::real:
      return compare_numbers(a, b);
    case Kind::boolean:
    case Kind::date:
      return a.as_integer() <=> b.as_integer();
    case Kind::moment:
      return compare_moments(a.as_moment(), b.as_moment());
    case Kind::string:
      return a.as_string() <=> b.as_string();
    case Kind::list:
      return compare_lists(a.as_list(), b.as_list());
    default:
      return std::nullopt;
  }
}

std::weak_ordering order(const Value& a, const Value& b) {
  if (const auto kinds = rank(a) <=> rank(b); kinds != 0) return kinds;
  switch (a.kind()) {
    case Kind::null:
      return std::weak_ordering::equivalent;
    case Kind::integer:
    case Kind::real:
      return order_numbers(a, b);
    case Kind::moment:
      return a.as_moment() <=> b.as_moment();
    case Kind::string:
      return a.as_string() <=> b.as_string();
    case Kind::list:
      return order_lists(a.as_list(), b.as_list());
    case Kind::map:
      return order_maps(a.as_map(), b.as_map());
    case Kind::node:
    case Kind::relationship:
      return a.index() <=> b.index();
    case Kind::path:
      return order_paths(a.as_path(), b.as_path());
    default:
      return a.as_integer() <=> b.as_integer();
  }
}

std::size_t hash_value(const Value& value) {
  switch (value.kind()) {
    case Kind::null:
      return 1;
    case Kind::integer:
      return mix(2, std::bit_cast<std::uint64_t>(value.as_integer()));
    case Kind::real:
      return hash_real(value.as_real());
    case Kind::moment:
      return hash_moment(value.as_moment());
    case Kind::string:
      return detail::hash64(value.as_string());
    case Kind::list:
      return hash_list(value.as_list());
    case Kind::map:
      return mix(7, hash_map_value(value.as_map()));
    case Kind::node:
      return mix(8, value.index());
    case Kind::relationship:
      return mix(9, value.index());
    case Kind::path:
      return mix(10, hash_path(value.as_path()));
    default:
      return mix(static_cast<std::size_t>(value.kind()), std::bit_cast<std::uint64_t>(value.as_integer()));
  }
}

}  // namespace diurna
