// Content hashes (XXH3): the same bytes give the same value on every machine and in every version.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace diurna::detail {

/// 64 bits, for hash tables of features.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes);
/// 128 bits as 32 lower-case hexadecimal digits, for ids and fingerprints.
[[nodiscard]] std::string hash128_hex(std::string_view bytes);

}  // namespace diurna::detail
