// Content hashes (XXH3): the same bytes give the same value on every machine and in every version.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace diurna::detail {

/// 64 bits, for hash tables of features.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes);
/// 128 bits as 32 lower-case hexadecimal digits, for ids and fingerprints.
[[nodiscard]] std::string hash128_hex(std::string_view bytes);

/// 128 bits of bytes that come in pieces.
class StreamHash {
 public:
  StreamHash();
  ~StreamHash();
  StreamHash(const StreamHash&) = delete;
  StreamHash& operator=(const StreamHash&) = delete;
  void update(std::string_view bytes);
  /// The low half first, each half little-endian.
  [[nodiscard]] std::array<char, 16> digest() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace diurna::detail
