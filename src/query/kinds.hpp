// Sets of kinds of values: what a function takes, what an expression may give.
//
//     constexpr Kinds number = Kinds(Value::Kind::integer) | Value::Kind::real;
//     number.has(Value::Kind::string);     // false
#pragma once

#include <cstdint>
#include <string>

#include "diurna/query/value.hpp"

namespace diurna::cypher {

class Kinds {
 public:
  constexpr Kinds() = default;
  constexpr Kinds(Value::Kind kind) : bits_(static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind))) {}
  [[nodiscard]] static constexpr Kinds all() { return Kinds(std::uint16_t{0xFFF}); }

  [[nodiscard]] constexpr bool has(Value::Kind kind) const { return meets(Kinds(kind)); }
  // Whether a kind is in both.
  [[nodiscard]] constexpr bool meets(Kinds other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool within(Kinds other) const { return (bits_ & ~other.bits_) == 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] constexpr Kinds without(Kinds other) const {
    return Kinds(static_cast<std::uint16_t>(bits_ & ~other.bits_));
  }
  friend constexpr Kinds operator|(Kinds a, Kinds b) { return Kinds(static_cast<std::uint16_t>(a.bits_ | b.bits_)); }
  friend constexpr Kinds operator&(Kinds a, Kinds b) { return Kinds(static_cast<std::uint16_t>(a.bits_ & b.bits_)); }
  constexpr bool operator==(const Kinds&) const = default;

 private:
  explicit constexpr Kinds(std::uint16_t bits) : bits_(bits) {}
  std::uint16_t bits_ = 0;
};

// "INTEGER or FLOAT"; null is left out.
[[nodiscard]] std::string to_text(Kinds kinds);

namespace kinds {
inline constexpr Kinds null = Value::Kind::null;
inline constexpr Kinds boolean = Value::Kind::boolean;
inline constexpr Kinds integer = Value::Kind::integer;
inline constexpr Kinds real = Value::Kind::real;
inline constexpr Kinds number = integer | real;
inline constexpr Kinds date = Value::Kind::date;
inline constexpr Kinds moment = Value::Kind::moment;
inline constexpr Kinds string = Value::Kind::string;
inline constexpr Kinds list = Value::Kind::list;
inline constexpr Kinds map = Value::Kind::map;
inline constexpr Kinds node = Value::Kind::node;
inline constexpr Kinds relationship = Value::Kind::relationship;
inline constexpr Kinds path = Value::Kind::path;
inline constexpr Kinds entity = node | relationship;
inline constexpr Kinds any = Kinds::all();
}  // namespace kinds

}  // namespace diurna::cypher
