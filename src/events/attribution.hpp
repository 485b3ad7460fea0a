// Who says so: the sources that a text names for what it reports.
//
//   "Two men were held, police said."               held: police
//   "According to Reuters, rebels took the town."    took: Reuters
//   "\"We won,\" said Ana Diaz. \"They fled.\""      fled: Ana Diaz
//
// One pass over the document finds reports (a cue, its source, the top of the content's tree) and quotations with their
// speakers; asking for a token's sources then only climbs its tree. Const, thread-safe.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diurna/events/filler.hpp"
#include "events/stages.hpp"

namespace diurna::detail {

/// One reporting expression of the text.
struct Report {
  TokenId cue;       ///< "said", "according", "statement"
  TokenId content;   ///< The top of what is reported: a token whose subtree is the content; none() if only words are.
  TokenRange words;  ///< What is reported as a stretch of words, where the tree does not show it.
  Filler source;
  std::string rule;  ///< "report:clause", "report:according", …
};

/// The reports of one document.
class Attributions {
 public:
  Attributions() = default;
  Attributions(std::vector<Report> reports, std::vector<std::uint32_t> quotation_of, std::vector<Filler> speakers);
  /// Sources of what `token` tells, the innermost first; empty when the author says it.
  [[nodiscard]] std::vector<Filler> sources(const Context& context, TokenId token) const;
  [[nodiscard]] const std::vector<Report>& reports() const& { return reports_; }

 private:
  std::vector<Report> reports_;              // sorted by content
  std::vector<std::uint32_t> quotation_of_;  // per token: 1 + index into speakers_, or 0
  std::vector<Filler> speakers_;
};

class AttributionFinder {
 public:
  /// Reads the table of speech words; throws ParseError with file and line for a bad row.
  [[nodiscard]] static AttributionFinder load();
  [[nodiscard]] Attributions operator()(const Context& context) const;

  struct Tables;

 private:
  explicit AttributionFinder(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}
  std::shared_ptr<const Tables> tables_;
};

}  // namespace diurna::detail
