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

struct StreamHash::State {
  XXH3_state_t hash;
};

StreamHash::StreamHash() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->hash); }
StreamHash::~StreamHash() = default;

void StreamHash::update(std::string_view bytes) { XXH3_128bits_update(&state_->hash, bytes.data(), bytes.size()); }

std::array<char, 16> StreamHash::digest() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(&state_->hash);
  std::array<char, 16> out{};
  for (unsigned i = 0; i < 8; ++i) {
    out[i] = static_cast<char>((hash.low64 >> (8 * i)) & 255U);
    out[8 + i] = static_cast<char>((hash.high64 >> (8 * i)) & 255U);
  }
  return out;
}

}  // namespace diurna::detail
