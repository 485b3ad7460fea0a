// The graph as identity sees it: who is named in which document, and what that document tells of them.
//
// The unit is the witness: one raw node as one document tells of it. Two John Smiths of two documents share the raw id
// "e:john_smith", but are two witnesses. Everything is in an order that the content decides: nodes by id, documents by
// id, witnesses by node and document.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diurna/graph/graph.hpp"
#include "graph/resolution/profile.hpp"
#include "graph/resolution/vocabulary.hpp"

namespace diurna::detail {

struct Witness {
  Index node = 0;
  Index document = 0;
  Symbols forms;        ///< Keys of the names that the document uses.
  bool person = false;  ///< The document takes it for one.
  Profile profile;
};

struct RawNode {
  std::string id;
  std::string name;
  std::string type;
  Index first = 0;  ///< Its witnesses are [first, last).
  Index last = 0;
  bool country = false;  ///< The id is an ISO code.
  [[nodiscard]] bool person() const { return type == "PERSON"; }
};

struct Source {
  std::string id;
  int day = 0;                                      ///< Days since 1970; 0 for no date.
  Symbols context;                                  ///< Numbers of nodes that are rare enough to tell something.
  std::vector<std::pair<Symbol, Index>> countries;  ///< ISO codes with how often they are named.
};

struct Corpus {
  std::vector<RawNode> nodes;  ///< Named entities, sorted by id.
  std::vector<Witness> witnesses;
  std::vector<Source> documents;  ///< Sorted by id.
  StringPool strings;
  std::unordered_map<std::string, Index> node_of;  ///< By raw id.

  [[nodiscard]] const Witness* witness(Index node, Index document) const;
};

[[nodiscard]] Corpus read_corpus(const Graph& raw, const Vocabulary& vocabulary);

/// The words of a piece of evidence.
[[nodiscard]] std::string words_of(const GraphEvidence& evidence);
/// Days since 1970 of "2026-01-08", with what is missing taken as 1; 0 when it is no date.
[[nodiscard]] int day_of(std::string_view date);

}  // namespace diurna::detail
