// Functions of numbers, and between numbers, booleans and strings.
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

#include "query/evaluation.hpp"
#include "query/functions.hpp"
#include "query/scan.hpp"

namespace diurna::cypher {
namespace {

using Kind = Value::Kind;
using Arguments = std::span<const Value>;
using Nulls = Function::Nulls;

Value absolute(const Context&, Arguments arguments) {
  if (arguments[0].kind() == Kind::real) return std::fabs(arguments[0].as_real());
  const std::int64_t value = arguments[0].as_integer();
  if (value == std::numeric_limits<std::int64_t>::min())
    arithmetic_fault("abs() is too large for an integer", "IntegerOverflow");
  return value < 0 ? -value : value;
}

Value sign(const Context&, Arguments arguments) {
  const double value = arguments[0].as_number();
  return std::int64_t{value > 0 ? 1 : value < 0 ? -1 : 0};
}

// Halves go up, as in Cypher: round(-1.5) is -1.
Value round_half_up(const Context&, Arguments arguments) {
  const std::int64_t digits = arguments.size() > 1 ? arguments[1].as_integer() : 0;
  if (digits < 0 || digits > 300) argument_fault("round() keeps 0 to 300 digits", "NumberOutOfRange");
  const double scale = std::pow(10.0, static_cast<double>(digits));
  const double value = arguments[0].as_number();
  const double scaled = value * scale;
  return std::isfinite(scaled) ? std::floor(scaled + 0.5) / scale : value;
}

// A function of <cmath> as a function of the language.
template <double (*Function)(double)>
Value real(const Context&, Arguments arguments) {
  return Function(arguments[0].as_number());
}

double cotangent(double x) { return 1.0 / std::tan(x); }
double haversine(double x) { return (1.0 - std::cos(x)) / 2.0; }
double to_degrees(double x) { return x * 180.0 / std::numbers::pi; }
double to_radians(double x) { return x * std::numbers::pi / 180.0; }

Value atan2_of(const Context&, Arguments arguments) {
  return std::atan2(arguments[0].as_number(), arguments[1].as_number());
}
Value is_nan(const Context&, Arguments arguments) { return std::isnan(arguments[0].as_number()); }
Value e(const Context&, Arguments) { return std::numbers::e; }
Value pi(const Context&, Arguments) { return std::numbers::pi; }

// SplitMix64 (Steele, Lea, Flood 2014): the same numbers in every run of a query.
Value random(const Context& context, Arguments) {
  std::uint64_t z = context.random += 0x9E3779B97F4A7C15U;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  z ^= z >> 31U;
  return static_cast<double>(z >> 11U) * 0x1.0p-53;
}

std::optional<double> parse_real(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '+')) text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && stop == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> to_whole(double value) {
  constexpr double limit = 0x1.0p63;
  if (!(value >= -limit && value < limit)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

Value whole_of(std::string_view text) {
  std::int64_t value = 0;
  const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error == std::errc() && stop == digits.data() + digits.size()) return value;
  const std::optional<double> real = parse_real(text);
  const std::optional<std::int64_t> whole = real ? to_whole(*real) : std::nullopt;
  return whole ? Value(*whole) : Value();
}

Value truth_of_text(std::string_view text) {
  if (equal_ignoring_case(text, "true")) return true;
  if (equal_ignoring_case(text, "false")) return false;
  return {};
}

Value to_integer(const Context&, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.kind() == Kind::integer) return value;
  if (value.kind() == Kind::string) return whole_of(value.as_string());
  if (value.kind() != Kind::real) return {};
  const std::optional<std::int64_t> whole = to_whole(value.as_real());
  return whole ? Value(*whole) : Value();
}

Value to_float(const Context&, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.is_number()) return value.as_number();
  if (value.kind() != Kind::string) return {};
  const std::optional<double> real = parse_real(value.as_string());
  return real ? Value(*real) : Value();
}

Value to_boolean(const Context&, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.kind() == Kind::boolean) return value;
  if (value.kind() == Kind::integer) return value.as_integer() != 0;
  return value.kind() == Kind::string ? truth_of_text(value.as_string()) : Value();
}

constexpr Kinds written = kinds::number | kinds::boolean | kinds::string | kinds::date | kinds::moment;

Value to_string(const Context&, Arguments arguments) {
  return written.has(arguments[0].kind()) ? Value(to_text(arguments[0])) : Value();
}

constexpr std::array<Kinds, 3> one(Kinds kinds) { return {kinds, kinds, kinds}; }

constexpr Function numeric(std::string_view name, Value (*call)(const Context&, Arguments),
                           Kinds result = kinds::real) {
  return {.name = name, .arguments = one(kinds::number), .result = result, .call = call};
}
constexpr Function constant(std::string_view name, Value (*call)(const Context&, Arguments)) {
  return {.name = name, .least = 0, .most = 0, .result = kinds::real, .call = call};
}
// The form that refuses other kinds, and the one that gives null for them.
constexpr Function strict(std::string_view name, Value (*call)(const Context&, Arguments), Kinds takes, Kinds result) {
  return {.name = name, .arguments = one(takes), .result = result, .call = call};
}
constexpr Function lenient(std::string_view name, Value (*call)(const Context&, Arguments), Kinds result) {
  return {.name = name, .result = result, .call = call};
}

constexpr std::array table = {
    numeric("abs", absolute, kinds::number),
    numeric("sign", sign, kinds::integer),
    numeric("ceil", real<std::ceil>),
    numeric("floor", real<std::floor>),
    Function{.name = "round",
             .most = 2,
             .arguments = {kinds::number, kinds::integer, kinds::integer},
             .result = kinds::real,
             .call = round_half_up},
    numeric("sqrt", real<std::sqrt>),
    numeric("exp", real<std::exp>),
    numeric("log", real<std::log>),
    numeric("log10", real<std::log10>),
    numeric("sin", real<std::sin>),
    numeric("cos", real<std::cos>),
    numeric("tan", real<std::tan>),
    numeric("cot", real<cotangent>),
    numeric("asin", real<std::asin>),
    numeric("acos", real<std::acos>),
    numeric("atan", real<std::atan>),
    Function{.name = "atan2",
             .least = 2,
             .most = 2,
             .arguments = one(kinds::number),
             .result = kinds::real,
             .call = atan2_of},
    numeric("haversin", real<haversine>),
    numeric("degrees", real<to_degrees>),
    numeric("radians", real<to_radians>),
    numeric("isNaN", is_nan, kinds::boolean),
    constant("e", e),
    constant("pi", pi),
    constant("rand", random),
    strict("toInteger", to_integer, kinds::number | kinds::string, kinds::integer),
    strict("toFloat", to_float, kinds::number | kinds::string, kinds::real),
    strict("toBoolean", to_boolean, kinds::boolean | kinds::string | kinds::integer, kinds::boolean),
    strict("toString", to_string, written, kinds::string),
    lenient("toIntegerOrNull", to_integer, kinds::integer),
    lenient("toFloatOrNull", to_float, kinds::real),
    lenient("toBooleanOrNull", to_boolean, kinds::boolean),
    lenient("toStringOrNull", to_string, kinds::string),
};

}  // namespace

std::span<const Function> number_functions() { return table; }

}  // namespace diurna::cypher
