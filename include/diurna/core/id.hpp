/// Strong indices: a MentionId is not an EventId.
///
///     std::vector<diurna::Entity> entities;
///     diurna::EntityId id{entities.size()};
///     entities[id.index()];
///
/// An id is an index into the container that handed it out. `none()` stands for "no such thing".
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace diurna {

/// Index of a thing of kind `Tag`; ordered and cheap to copy.
template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value_(static_cast<std::uint32_t>(index)) {}

  [[nodiscard]] static constexpr Id none() { return Id(); }
  [[nodiscard]] constexpr std::size_t index() const { return value_; }
  /// False for `none()`.
  [[nodiscard]] constexpr explicit operator bool() const { return value_ != std::numeric_limits<std::uint32_t>::max(); }
  constexpr Id& operator++() {
    ++value_;
    return *this;
  }
  auto operator<=>(const Id&) const = default;

 private:
  std::uint32_t value_ = std::numeric_limits<std::uint32_t>::max();
};

using TokenId = Id<struct TokenTag>;
using SentenceId = Id<struct SentenceTag>;
using BlockId = Id<struct BlockTag>;
using MentionId = Id<struct MentionTag>;
using EntityId = Id<struct EntityTag>;
using TimeId = Id<struct TimeTag>;
using QuantityId = Id<struct QuantityTag>;
using EventId = Id<struct EventTag>;

/// Consecutive ids `first` up to, but not including, `last`; iterable.
///     for (diurna::TokenId token : sentence.tokens) …
template <class Tag>
struct IdRange {
  Id<Tag> first{0};
  Id<Tag> last{0};

  class Iterator {
   public:
    using value_type = Id<Tag>;
    using difference_type = std::ptrdiff_t;
    constexpr Iterator() = default;
    constexpr explicit Iterator(Id<Tag> id) : id_(id) {}
    constexpr Id<Tag> operator*() const { return id_; }
    constexpr Iterator& operator++() {
      ++id_;
      return *this;
    }
    constexpr Iterator operator++(int) {
      const Iterator before = *this;
      ++id_;
      return before;
    }
    bool operator==(const Iterator&) const = default;

   private:
    Id<Tag> id_;
  };
  [[nodiscard]] constexpr Iterator begin() const { return Iterator(first); }
  [[nodiscard]] constexpr Iterator end() const { return Iterator(last); }
  [[nodiscard]] constexpr std::size_t size() const { return last.index() - first.index(); }
  [[nodiscard]] constexpr bool empty() const { return first == last; }
  [[nodiscard]] constexpr bool contains(Id<Tag> id) const { return first <= id && id < last; }
  [[nodiscard]] constexpr bool overlaps(IdRange other) const { return first < other.last && other.first < last; }
  auto operator<=>(const IdRange&) const = default;
};

using TokenRange = IdRange<TokenTag>;

}  // namespace diurna
