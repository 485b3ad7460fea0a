/// Where a fact comes from: the words, and the rule or model decision that read them so.
#pragma once

#include <string>

#include "diurna/core/id.hpp"
#include "diurna/core/span.hpp"

namespace diurna {

/// Provenance of one fact inside one document.
struct Evidence {
  SentenceId sentence = SentenceId::none();
  Span span;         ///< The words that say it, as bytes of the document's text.
  std::string rule;  ///< "lexicon:justice.detain/arrest", "trigger-model", "relation:appositive" …
  std::string
      path;  ///< Dependency path from the trigger, as in "<nsubj:pass" or ">obl:from"; empty where there is none.
  double score = 1.0;  ///< Confidence in [0, 1]; 1 for a rule without a model.
  bool operator==(const Evidence&) const = default;
};

}  // namespace diurna
