#include "core/hash.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace diurna::detail {

std::uint64_t hash64(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string hash128_hex(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const std::uint64_t half : {hash.high64, hash.low64}) {
    for (int shift = 60; shift >= 0; shift -= 4) out += digits[(half >> shift) & 15U];
  }
  return out;
}

}  // namespace diurna::detail
