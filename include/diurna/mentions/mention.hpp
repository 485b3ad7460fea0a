/// One place in the text that talks about somebody or something.
#pragma once

#include <string>

#include "diurna/core/id.hpp"
#include "diurna/core/span.hpp"
#include "diurna/linguistics/tags.hpp"

namespace diurna {

enum class MentionKind { name, nominal, pronoun };
[[nodiscard]] std::string_view to_text(MentionKind kind);

enum class GrammaticalNumber { unknown, singular, plural };
enum class GrammaticalGender { unknown, masculine, feminine, neuter };

/// "President Nicolás Maduro" is a nominal whose head is "Maduro" and which holds the name "Nicolás Maduro";
/// both belong to one entity. `tokens` is the smallest phrase that a reader would quote.
struct Mention {
  MentionKind kind = MentionKind::nominal;
  EntityType type = EntityType::other;
  TokenRange tokens;
  Span span;
  TokenId head = TokenId::none();
  EntityId entity = EntityId::none();
  GrammaticalNumber number = GrammaticalNumber::unknown;
  GrammaticalGender gender = GrammaticalGender::unknown;
  double score = 1.0;
  std::string rule;  ///< What made it a mention and, where it joined another, the sieve: "name-model", "sieve:surname".
};

}  // namespace diurna
