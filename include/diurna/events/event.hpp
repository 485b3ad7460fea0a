/// One event as the text tells it: a trigger word, its type, who fills which role, how certain, on whose word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diurna/events/filler.hpp"

namespace diurna {

enum class Factuality {
  actual,    ///< told as having happened or happening
  negated,   ///< told as not
  planned,   ///< scheduled, intended, ordered, future
  possible,  ///< may, could, if, hoped, demanded
  alleged,   ///< claimed by an accuser or a charge
};
[[nodiscard]] std::string_view to_text(Factuality factuality);

struct Event {
  std::string type;  ///< "justice.detain"
  Span trigger;
  TokenId head = TokenId::none();  ///< The trigger's head token.
  Factuality factuality = Factuality::actual;
  std::vector<Filler> attribution;  ///< Who says so, when the text names a source other than its author.
  std::vector<Argument> arguments;  ///< By role, then text order.
  Evidence evidence;
  std::string factuality_rule;  ///< What decided the factuality: "modal:could", "negation:not", "model".
  /// Publication date of an event for which the text states no time: the last day on which it can have happened, or,
  /// where it is planned or possible, the first. Never mixed with the role `time`; "" where one is stated.
  std::string time_fallback = {};
};

/// A lasting relation: subject – type – object, with qualifiers.
struct Relation {
  std::string type;  ///< "person.position"
  Filler subject;
  Filler object;
  std::vector<Argument> qualifiers;
  Evidence evidence;
};

/// One clause of the open layer as a minimal triple.
struct OpenTriple {
  SentenceId sentence;
  std::string subject;  ///< As token text joined by blanks.
  std::string relation;
  std::string object;  ///< "" for a clause without one.
  Filler subject_filler;
  Filler object_filler;
  TokenId predicate = TokenId::none();
  bool negated = false;
  std::string modality;  ///< "certain", or the modal word: "may", "could", "will".
  std::vector<Filler> attribution;
  Evidence evidence;
};

}  // namespace diurna
