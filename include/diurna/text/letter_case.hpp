/// Upper and lower case of every character.
///
///     diurna::upper_case("école");   // "ÉCOLE"
///     diurna::lower_case("ÉCOLE");   // "école"
///
/// One character gives one ("ß" stays "ß"). Linear; thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace diurna {

[[nodiscard]] std::string upper_case(std::string_view text);
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace diurna
