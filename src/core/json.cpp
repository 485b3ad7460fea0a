#include "core/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "diurna/core/error.hpp"

namespace diurna::detail {
namespace {

std::string line_and_column(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t newline = before.rfind('\n');
  const std::size_t column = newline == std::string_view::npos ? before.size() : before.size() - newline - 1;
  return std::to_string(line) + ":" + std::to_string(std::max<std::size_t>(column, 1));
}

}  // namespace

Json::Json(std::shared_ptr<const nlohmann::json> root, const nlohmann::json& value, std::string place)
    : root_(std::move(root)), value_(&value), place_(std::move(place)) {}

Json Json::parse(const Resource& resource) {
  try {
    const auto root = std::make_shared<const nlohmann::json>(nlohmann::json::parse(resource.bytes()));
    return {root, *root, resource.name() + ": "};
  } catch (const nlohmann::json::parse_error& error) {
    throw ParseError({.code = "json.syntax",
                      .place = resource.name() + ":" + line_and_column(resource.bytes(), error.byte),
                      .message = "this is not JSON",
                      .hint = "look for a missing comma, quote or bracket just before this place"});
  }
}

const nlohmann::json* Json::find(std::string_view key) const {
  if (!value_->is_object()) {
    throw ParseError({.code = "json.type", .place = place_, .message = "expected an object", .hint = "write {…} here"});
  }
  const auto found = value_->find(key);
  return found == value_->end() ? nullptr : &*found;
}

const nlohmann::json& Json::require(std::string_view key) const {
  if (const nlohmann::json* found = find(key)) return *found;
  throw ParseError({.code = "json.missing",
                    .place = place_,
                    .message = "the member '" + std::string(key) + "' is missing",
                    .hint = "every entry needs it"});
}

void Json::wrong_type(std::string_view key, std::string_view wanted) const {
  throw ParseError({.code = "json.type",
                    .place = place_ + "." + std::string(key),
                    .message = "expected " + std::string(wanted),
                    .hint = "see the entries beside it"});
}

std::string Json::text(std::string_view key) const {
  const nlohmann::json& value = require(key);
  if (!value.is_string()) wrong_type(key, "a string");
  return value.get<std::string>();
}

std::string Json::text_or(std::string_view key, std::string_view fallback) const {
  return find(key) == nullptr ? std::string(fallback) : text(key);
}

std::int64_t Json::integer(std::string_view key) const {
  const nlohmann::json& value = require(key);
  if (!value.is_number_integer()) wrong_type(key, "a whole number");
  return value.get<std::int64_t>();
}

std::vector<Json> Json::items(std::string_view key) const {
  const nlohmann::json* list = find(key);
  if (list == nullptr) return {};
  if (!list->is_array()) wrong_type(key, "a list");
  std::vector<Json> out;
  for (const nlohmann::json& item : *list) {
    out.push_back(Json(root_, item, place_ + std::string(key) + "[" + std::to_string(out.size()) + "]"));
  }
  return out;
}

std::vector<std::string> Json::texts(std::string_view key) const {
  const nlohmann::json* list = find(key);
  if (list == nullptr) return {};
  if (!list->is_array()) wrong_type(key, "a list of strings");
  std::vector<std::string> out;
  for (const nlohmann::json& item : *list) {
    if (!item.is_string()) wrong_type(key, "a list of strings");
    out.push_back(item.get<std::string>());
  }
  return out;
}

std::map<std::string, std::string> Json::text_map(std::string_view key) const {
  const nlohmann::json* object = find(key);
  if (object == nullptr) return {};
  if (!object->is_object()) wrong_type(key, "an object of strings");
  std::map<std::string, std::string> out;
  for (const auto& [name, item] : object->items()) {
    if (!item.is_string()) wrong_type(key, "an object of strings");
    out.emplace(name, item.get<std::string>());
  }
  return out;
}

std::map<std::string, std::vector<std::string>> Json::text_lists(std::string_view key) const {
  const nlohmann::json* object = find(key);
  if (object == nullptr) return {};
  if (!object->is_object()) wrong_type(key, "an object of lists of strings");
  const Json inner(root_, *object, place_ + "." + std::string(key));
  std::map<std::string, std::vector<std::string>> out;
  for (const std::string& name : inner.keys()) out.emplace(name, inner.texts(name));
  return out;
}

std::vector<std::string> Json::keys() const {
  (void)find("");  // throws unless this is an object
  std::vector<std::string> out;
  for (const auto& [name, item] : value_->items()) out.push_back(name);
  return out;
}

}  // namespace diurna::detail
