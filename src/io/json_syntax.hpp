// Places in a JSON text, and a guard against texts that nest without end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace diurna::io::detail {

/// "name:line:column" of a byte, both from 1; columns count code points.
[[nodiscard]] std::string place_at(std::string_view bytes, std::string_view name, std::size_t offset);
/// Throws ParseError "json.depth" where arrays and objects nest deeper than `limit`.
void check_nesting(std::string_view bytes, std::string_view name, std::size_t limit);

}  // namespace diurna::io::detail
