#include "diurna/graph/property.hpp"

#include <array>
#include <charconv>

namespace diurna {
namespace {

struct ToText {
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return number_text(value); }
  std::string operator()(const std::string& value) const { return value; }
};

}  // namespace

std::string number_text(double number) {
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return error == std::errc() ? std::string(buffer.data(), end) : std::string();
}

std::string to_text(const Property& property) { return std::visit(ToText{}, property); }

std::string_view type_name(const Property& property) {
  static constexpr std::array<std::string_view, 4> names = {"boolean", "long", "double", "string"};
  return names[property.index()];
}

}  // namespace diurna
