/// Half-open ranges of bytes in a text.
///
///     constexpr diurna::Span a{4, 9}, b{7, 12};
///     a.overlaps(b);                      // true
///     a.text_in("The bridge fell");       // "bridg"
///
/// A span is a plain value; it owns nothing and costs two words.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace diurna {

/// Bytes `begin` up to, but not including, `end`.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  /// The bytes of `text` that this span names. Requires `end <= text.size()`.
  [[nodiscard]] constexpr std::string_view text_in(std::string_view text) const { return text.substr(begin, size()); }

  /// Orders by begin, then by end.
  auto operator<=>(const Span&) const = default;
};

/// The smallest span that holds both.
[[nodiscard]] constexpr Span cover(Span a, Span b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace diurna
