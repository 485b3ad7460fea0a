// What writer and reader of snapshots agree on. All numbers are little-endian; docs/formats.md explains the sections.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "graph/state.hpp"

namespace diurna {

static_assert(std::endian::native == std::endian::little, "snapshots are copied to and from memory as they are");

namespace detail::snapshot {

inline constexpr std::string_view magic = "DIURNAGR";
inline constexpr std::uint32_t version = 1;
inline constexpr std::size_t checksum_bytes = 16;

enum class Section : std::size_t {
  strings,
  documents,
  statements,
  sentences,
  manners,
  origins,
  labels,
  vertices,
  edges,
  contributions,
  joins,
  names
};
inline constexpr std::size_t section_count = 12;
/// Words a row; 0 where rows differ in length.
inline constexpr std::array<std::size_t, section_count> row_words = {0, 1, 2, 3, 4, 3, 2, 2, 3, 0, 5, 2};

struct SectionSize {
  std::uint64_t rows = 0;
  std::uint64_t words = 0;
};

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t sections = 0;
  std::uint64_t file_bytes = 0;
  std::array<SectionSize, section_count> sizes{};
};
static_assert(sizeof(Header) == 24 + 16 * section_count);

}  // namespace detail::snapshot
}  // namespace diurna
