// Reads a large JSON object without holding all of it: the items of its lists are handed out one by one.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace diurna::io::detail {

/// What happens while an object is read. `root` has the members so far, with empty lists for those handed out.
struct ListVisitor {
  /// A member of the root is a list; true when its items are to be handed out.
  std::function<bool(const nlohmann::json& root, const std::string& key)> begin_list;
  std::function<void(const std::string& key, std::size_t number, const nlohmann::json& item)> item;
};

/// Parses `bytes` with a limit on nesting and returns what was not handed out. Throws "json.syntax" or "json.depth"
/// with line and column, and whatever the visitor throws.
[[nodiscard]] nlohmann::json parse_lists(std::string_view bytes, std::string_view name, const ListVisitor& visitor);

}  // namespace diurna::io::detail
