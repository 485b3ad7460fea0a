// How certain the text is that an event takes place: negation, modals, conditions, plans, demands, accusations.
//
//   "The court ordered his release."   release: planned, by the rule "governor:order/object"
//   "No arrests were made."            arrests: negated, by "negation:no"
//
// Reads cues on the way from the trigger up the tree: beside the trigger, beside each predicate above it, and the
// governing words of data/en/events/factuality_governors.tsv. Steps are bounded; const and thread-safe.
#pragma once

#include <memory>
#include <string>

#include "events/stages.hpp"

namespace diurna::detail {

struct FactualityDecision {
  Factuality value = Factuality::actual;
  std::string rule = "default";  ///< "negation:not", "modal:could", "governor:order/object" …
};

class FactualityReader {
 public:
  /// Reads the tables; throws ParseError with file and line for a bad row.
  [[nodiscard]] static FactualityReader load();
  [[nodiscard]] FactualityDecision operator()(const Context& context, TokenId trigger) const;

  struct Tables;

 private:
  explicit FactualityReader(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}
  std::shared_ptr<const Tables> tables_;
};

}  // namespace diurna::detail
