// Properties as typed columns, for formats in which every attribute is declared once with one type.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "diurna/graph/graph.hpp"

namespace diurna::io::detail {

/// The type of each property ("boolean", "long", "double", "string"); one that has several is a string.
class ColumnTypes {
 public:
  void add(const Properties& properties) {
    for (const auto& [name, value] : properties) {
      const auto [slot, is_new] = types_.try_emplace(name, type_name(value));
      if (!is_new && slot->second != type_name(value)) slot->second = "string";
    }
  }
  [[nodiscard]] auto begin() const { return types_.begin(); }
  [[nodiscard]] auto end() const { return types_.end(); }

 private:
  std::map<std::string, std::string_view, std::less<>> types_;
};

/// The documents of evidence, sorted, each once.
[[nodiscard]] std::vector<std::string> documents_of(const std::vector<GraphEvidence>& evidence);
/// A property as text; "" when there is none.
[[nodiscard]] std::string property_text(const Properties& properties, std::string_view key);

}  // namespace diurna::io::detail
