// Strict reading of JSON data files: a wrong file names the place of its fault, a wrong type is never converted.
//
//     const Json root = Json::parse(find_resource("en/ontology.json"));
//     for (const Json& entry : root.items("events")) entry.text("id");
//
// A value keeps the whole parsed file alive; copies are cheap.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/core/resources.hpp"

namespace diurna::detail {

class Json {
 public:
  /// Throws ParseError "json.syntax" with line and column.
  [[nodiscard]] static Json parse(const Resource& resource);

  /// The member must be there and of this type, else ParseError "json.type" or "json.missing" with the path to it.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::int64_t integer(std::string_view key) const;
  /// A member that may be left out.
  [[nodiscard]] std::vector<Json> items(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
  [[nodiscard]] std::map<std::string, std::string> text_map(std::string_view key) const;
  /// {"agent": ["PERSON", "ORG"]}
  [[nodiscard]] std::map<std::string, std::vector<std::string>> text_lists(std::string_view key) const;
  /// Names of all members, sorted.
  [[nodiscard]] std::vector<std::string> keys() const;
  [[nodiscard]] std::string text_or(std::string_view key, std::string_view fallback) const;
  /// "ontology.json: events[3]", for messages.
  [[nodiscard]] const std::string& place() const { return place_; }

 private:
  Json(std::shared_ptr<const nlohmann::json> root, const nlohmann::json& value, std::string place);
  [[nodiscard]] const nlohmann::json* find(std::string_view key) const;
  [[nodiscard]] const nlohmann::json& require(std::string_view key) const;
  [[noreturn]] void wrong_type(std::string_view key, std::string_view wanted) const;

  std::shared_ptr<const nlohmann::json> root_;
  const nlohmann::json* value_;
  std::string place_;
};

}  // namespace diurna::detail
