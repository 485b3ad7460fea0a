// What documents say of one node or edge, as sets: the only thing that merging and removing work on.
//
// A record is a set of (document, facet, value) and a set of evidence. Joining records is set union, hence commutative,
// associative and idempotent; taking a document out is dropping its members. All else that a node or edge shows is
// computed from the record.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "diurna/graph/graph.hpp"
#include "graph/string_pool.hpp"

namespace diurna::detail {

/// An Origin that is empty; others are interned as text, see encode().
inline constexpr Symbol no_origin = 0xFFFFFFFFU;

/// A distinct (facet, value) of the record.
struct Statement {
  Symbol facet = 0;
  Symbol value = 0;             // encoded, see encode()
  std::uint32_t documents = 0;  // how many make it
};

struct ClaimEntry {
  Symbol document = 0;
  std::uint32_t statement = 0;
  Symbol origin = no_origin;
  auto operator<=>(const ClaimEntry&) const = default;
};

struct EvidenceEntry {
  Symbol document = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t text_begin = 0;
  Symbol text = 0;
  Symbol rule = 0;
  Symbol path = 0;
  double score = 1.0;
  Symbol origin = no_origin;
  auto operator<=>(const EvidenceEntry&) const = default;
};

struct Record {
  std::vector<Statement> statements;    // in order of arrival
  std::vector<ClaimEntry> claims;       // sorted
  std::vector<EvidenceEntry> evidence;  // sorted

  [[nodiscard]] bool empty() const { return claims.empty() && evidence.empty(); }
  /// Whether the document says anything here.
  [[nodiscard]] bool has_document(Symbol document) const;
  /// Whether it does so of this origin.
  [[nodiscard]] bool has_document(Symbol document, Symbol origin) const;
  /// Number of distinct documents.
  [[nodiscard]] std::size_t document_count() const;
  /// Index of the statement; made when it is new.
  std::uint32_t statement(Symbol facet, Symbol value);
  /// Adds what is new of `more`.
  void unite(std::vector<ClaimEntry> more);
  void unite(std::vector<EvidenceEntry> more);
};

/// A property as text with its type in front ("sVEN", "i3", "d0.5", "b1"), and back.
[[nodiscard]] std::string encode(const Property& property);
[[nodiscard]] Property decode(std::string_view text);

[[nodiscard]] std::string encode(const Origin& origin);
[[nodiscard]] Origin decode_origin(std::string_view text);

/// The claims of a record, sorted.
[[nodiscard]] std::vector<Claim> claims_of(const Record& record, const StringPool& strings);
/// The evidence of a record, sorted.
[[nodiscard]] std::vector<GraphEvidence> evidence_of(const Record& record, const StringPool& strings);
/// Interns `claims` and `evidence` and adds them to `record`.
void join(Record& record, const std::vector<Claim>& claims, const std::vector<GraphEvidence>& evidence,
          StringPool& strings);

}  // namespace diurna::detail
