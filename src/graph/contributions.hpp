// What documents say of one node or edge, as sets: the only thing that merging and removing work on.
//
// A contribution is what one document says of one origin: a set of statements and a set of evidence. A node or edge has
// a list of them, the newest document first, since documents usually come one after the other. Joining lists is set
// union, hence commutative, associative and idempotent; taking a document out is dropping its contributions. All else
// that a node or edge shows is computed from the list.
//
// In memory a contribution is a piece of words: next, document, origin, number of statements, number of evidence;
// statements; evidence, four words each.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "graph/word_arena.hpp"

namespace diurna::detail {

/// Numbers in the tables of Graph::State.
struct EvidenceRow {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;
  std::uint32_t manner = 0;  // rule, path, score
  auto operator<=>(const EvidenceRow&) const = default;
};

/// The origin of what is said of the node or edge shown.
inline constexpr std::uint32_t no_origin = 0xFFFFFFFFU;

/// A contribution that is not stored yet; sorted, without repeats.
struct Contribution {
  std::uint32_t document = 0;
  std::uint32_t origin = no_origin;
  std::vector<std::uint32_t> statements;
  std::vector<EvidenceRow> evidence;
};

/// A stored one.
class ContributionView {
 public:
  static constexpr std::size_t header_words = 5;
  static constexpr std::size_t evidence_words = 4;

  explicit ContributionView(const std::uint32_t* words) : words_(words) {}
  [[nodiscard]] Offset next() const { return words_[0]; }
  [[nodiscard]] std::uint32_t document() const { return words_[1]; }
  [[nodiscard]] std::uint32_t origin() const { return words_[2]; }
  [[nodiscard]] std::span<const std::uint32_t> statements() const { return {words_ + header_words, words_[3]}; }
  [[nodiscard]] std::size_t evidence_count() const { return words_[4]; }
  [[nodiscard]] EvidenceRow evidence(std::size_t number) const {
    const std::uint32_t* row = words_ + header_words + words_[3] + evidence_words * number;
    return {row[0], row[1], row[2], row[3]};
  }

 private:
  const std::uint32_t* words_;
};

/// What joining a contribution changed.
struct Growth {
  bool is_new = false;        // something was not said before
  bool new_document = false;  // by a document that said nothing here before
};

class ContributionStore {
 public:
  /// Joins `more` into the list that starts at `head`. `behind` is where the search starts: 0 for the head; it moves
  /// on, so that contributions in the order of the list (document falling, origin rising) are joined in one pass.
  Growth unite(Offset& head, const Contribution& more, Offset& behind);
  Growth unite(Offset& head, const Contribution& more) {
    Offset behind = 0;
    return unite(head, more, behind);
  }
  /// Whether this document says something here of this origin.
  [[nodiscard]] bool contains(Offset head, std::uint32_t document, std::uint32_t origin) const;
  [[nodiscard]] ContributionView at(Offset offset) const { return ContributionView(words_.at(offset)); }

  /// Calls `visit(ContributionView)` for each of a list.
  template <class Visit>
  void for_each(Offset head, Visit visit) const {
    while (head != 0) {
      const ContributionView view = at(head);
      visit(view);
      head = view.next();
    }
  }

  /// Calls `visit(Offset, ContributionView)`.
  template <class Visit>
  void for_each_at(Offset head, Visit visit) const {
    while (head != 0) {
      const ContributionView view = at(head);
      visit(head, view);
      head = view.next();
    }
  }

  /// For reading a snapshot, see WordArena::adopt.
  void adopt(std::span<const std::uint32_t> words) { words_.adopt(words); }
  void link(Offset from, Offset to) { *words_.at(from) = to; }

 private:
  Offset store(const Contribution& contribution, Offset next);

  WordArena words_;
};

}  // namespace diurna::detail
