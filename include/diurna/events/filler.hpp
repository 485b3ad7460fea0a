/// What fills a role or stands at an end of a relation: an entity, a time, a quantity, another event, or a phrase.
#pragma once

#include <string>
#include <variant>

#include "diurna/core/id.hpp"
#include "diurna/core/span.hpp"
#include "diurna/text/evidence.hpp"

namespace diurna {

/// A filler that is only words ("treason", "attempting to overthrow the government").
struct Phrase {
  bool operator==(const Phrase&) const = default;
};

struct Filler {
  Span span;  ///< The words in the text (for an entity: the mention in this sentence, pronouns included).
  TokenId head = TokenId::none();
  std::variant<Phrase, EntityId, TimeId, QuantityId, EventId> value;

  /// The id when the filler is of this kind, else none().
  template <class Kind>
  [[nodiscard]] Kind as() const {
    const Kind* id = std::get_if<Kind>(&value);
    return id == nullptr ? Kind::none() : *id;
  }
  bool operator==(const Filler&) const = default;
};

/// A filler in its role, with what put it there.
struct Argument {
  std::string role;  ///< "agent", "patient", "time", "charge"; for relations the qualifier: "org".
  Filler filler;
  Evidence evidence;
};

}  // namespace diurna
