#include "diurna/graph/identity.hpp"

#include <initializer_list>

#include "core/hash.hpp"
#include "diurna/graph/property.hpp"
#include "diurna/text/unicode.hpp"
#include "graph/countries.hpp"
#include "graph/words.hpp"

namespace diurna {
namespace {

constexpr std::size_t hash_digits = 20;  // 80 bits: a billion ids collide with probability 4e-7
constexpr std::size_t longest_readable_key = 80;

/// Hash of several fields; a separator that no text holds keeps ("ab", "c") and ("a", "bc") apart.
std::string hash_of(std::initializer_list<std::string_view> fields) {
  std::string bytes;
  for (const std::string_view field : fields) {
    bytes += field;
    bytes += '\0';
  }
  return detail::hash128_hex(bytes).substr(0, hash_digits);
}

std::string span_text(const Document& document, Span span) {
  return std::to_string(document.code_point(span.begin)) + "-" + std::to_string(document.code_point(span.end));
}

/// The span at the place where a repeated sentence stands first: the same words by their number in the sentence.
Span first_telling(const Document& document, Span span, TokenId head) {
  if (!head) return span;
  const Sentence& sentence = document.sentence(document.sentence_of(head));
  if (!sentence.repeats) return span;
  const TokenRange& here = sentence.tokens;
  const TokenRange& there = document.sentence(sentence.repeats).tokens;
  const auto moved = [&](TokenId token) {
    return document.token(TokenId{there.first.index() + token.index() - here.first.index()}).span;
  };
  if (here.size() != there.size()) return span;
  Span out = span;
  for (const TokenId token : here) {
    if (document.token(token).span.begin == span.begin) out.begin = moved(token).begin;
    if (document.token(token).span.end == span.end) out.end = moved(token).end;
  }
  return out.begin < out.end ? out : span;
}

bool has_calendar_place(std::string_view value) {
  return !value.empty() && value[0] != 'X' && !value.ends_with("_REF") && value[0] != 'T';
}

std::string time_node_id(const Reading& reading, TimeId id) {
  const TimeExpression& time = reading.mentions.time(id);
  if (has_calendar_place(time.value)) return "t:" + time.value;
  const std::string key = document_key(reading.document);
  if (!time.value.empty()) return "t:" + hash_of({key, time.value});
  return "t:" + hash_of({key, span_text(reading.document, first_telling(reading.document, time.span, time.head))});
}

std::string quantity_node_id(const Reading& reading, QuantityId id) {
  const Quantity& quantity = reading.mentions.quantity(id);
  std::string counted;
  if (quantity.counted) counted = name_key(reading.document.text(reading.document.token(quantity.counted).span));
  return "q:" + hash_of({number_text(quantity.low), number_text(quantity.high), quantity.unit, counted});
}

}  // namespace

std::string name_key(std::string_view name) {
  const std::string folded = fold_accents(repaired_utf8(name));
  std::string key;
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const DecodedCharacter character = decode_utf8(folded, at);
    const bool joins = character.value == U'.' || character.value == U'\'' || character.value == U'\u2019';
    if (is_letter(character.value) || is_digit(character.value)) {
      if (gap && !key.empty()) key += '_';
      gap = false;
      key.append(folded, at, character.size);
    } else if (!joins) {
      gap = true;
    }
    at += character.size;
  }
  if (key.starts_with("the_")) key.erase(0, 4);
  if (key.empty() || key.size() > longest_readable_key) return hash_of({key.empty() ? folded : key});
  return key;
}

std::string document_key(const Document& document) {
  if (!document.id().empty()) return repaired_utf8(document.id());
  return "text-" + hash_of({document.text()});
}

std::string document_node_id(const Document& document) { return "d:" + document_key(document); }

std::string entity_node_id(const Reading& reading, EntityId id) {
  const Entity& entity = reading.mentions.entity(id);
  if (const auto country = detail::country_of(entity)) return "e:" + std::string(country->iso3);
  if (entity.named()) return "e:" + name_key(entity.name);
  const std::string key = document_key(reading.document);
  if (entity.mentions.empty()) return "u:" + hash_of({key, entity.name});
  const Mention& first = reading.mentions.mention(entity.mentions.front());
  return "u:" + hash_of({key, span_text(reading.document, first_telling(reading.document, first.span, first.head))});
}

std::string event_node_id(const Reading& reading, EventId id) {
  const Event& event = reading.facts.event(id);
  const Span trigger = first_telling(reading.document, event.trigger, event.head);
  return "v:" + hash_of({document_key(reading.document), event.type, span_text(reading.document, trigger)});
}

std::string filler_node_id(const Reading& reading, const Filler& filler) {
  if (const auto id = filler.as<EntityId>()) return entity_node_id(reading, id);
  if (const auto id = filler.as<EventId>()) return event_node_id(reading, id);
  if (const auto id = filler.as<TimeId>()) return time_node_id(reading, id);
  if (const auto id = filler.as<QuantityId>()) return quantity_node_id(reading, id);
  return "p:" + hash_of({fold_case(detail::folded_words(reading.document.text(filler.span)))});
}

}  // namespace diurna
