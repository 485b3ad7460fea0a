// The tables of a graph: everything that is said more than once stands in one of them and is named by its number.
#pragma once

#include <cstdint>
#include <string_view>

#include "diurna/graph/graph.hpp"
#include "graph/contributions.hpp"
#include "graph/row_pool.hpp"
#include "graph/string_pool.hpp"

namespace diurna::detail {

struct GraphTexts {
  StringPool strings;
  RowPool<1> documents;   // id
  RowPool<2> statements;  // facet, encoded value
  RowPool<3> sentences;   // document (its number above), start, text
  RowPool<4> manners;     // rule, path, score in two halves
  RowPool<3> origins;     // node, target, key
  RowPool<2> labels;      // type, key

  [[nodiscard]] std::string_view document(std::uint32_t number) const { return strings.view(documents[number][0]); }
  [[nodiscard]] std::string_view facet(std::uint32_t statement) const { return strings.view(statements[statement][0]); }
  /// As encode() made it.
  [[nodiscard]] std::string_view value(std::uint32_t statement) const { return strings.view(statements[statement][1]); }

  std::uint32_t document_number(std::string_view id) { return documents.intern({strings.intern(id)}); }
  std::uint32_t statement_number(std::string_view facet, const Property& value);
  std::uint32_t origin_number(const Origin& origin);
  [[nodiscard]] Origin origin(std::uint32_t number) const;
  /// `document` is the number of the evidence's document.
  EvidenceRow evidence_row(const GraphEvidence& evidence, std::uint32_t document);
  [[nodiscard]] GraphEvidence evidence(const EvidenceRow& row, const ContributionView& from) const;

  /// Builds what `intern` needs after the tables were adopted.
  void index();
};

/// A property as text with its type in front ("sVEN", "i3", "d0.5", "btrue"), and back.
[[nodiscard]] std::string encode(const Property& property);
[[nodiscard]] Property decode(std::string_view text);

}  // namespace diurna::detail
