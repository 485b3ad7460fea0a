// date(): calendar days from ISO 8601 texts, from the values of TIMEX3 times, and from maps of fields.
#include <array>

#include "query/calendar.hpp"
#include "query/evaluation.hpp"
#include "query/functions.hpp"

namespace diurna::cypher {
namespace {

using Arguments = std::span<const Value>;
using std::chrono::days;

Value day_of(const Moment& moment) {
  if (!moment.has_date()) return {};
  return std::chrono::floor<days>(std::chrono::sys_seconds(std::chrono::seconds(moment.local_seconds())));
}

Value date(const Context&, Arguments arguments) {
  const Value& value = arguments[0];
  if (value.kind() == Value::Kind::date) return value;
  if (value.kind() == Value::Kind::moment) return day_of(value.as_moment());
  if (value.kind() == Value::Kind::string) {
    const auto parsed = parse_date(value.as_string());
    return parsed ? Value(*parsed) : Value();
  }
  const auto made = date_of_fields(value.as_map());
  if (!made) argument_fault("these fields make no date", "InvalidArgumentValue");
  return *made;
}

constexpr Kinds dated = kinds::string | kinds::map | kinds::date | kinds::moment;

constexpr std::array table = {
    Function{.name = "date", .arguments = {dated, dated, dated}, .result = kinds::date, .call = date},
};

}  // namespace

std::span<const Function> date_functions() { return table; }

}  // namespace diurna::cypher
