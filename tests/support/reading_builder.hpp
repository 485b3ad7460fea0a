// Readings for unit tests, made by hand and without a model: words are named by what stands in the text.
//
//     ReadingBuilder builder({.id = "a1", .date = "2026-01-08", .text = "Police arrested Ana Núñez on Monday."});
//     const EntityId police = builder.entity(EntityType::group, {}, {"Police"});
//     const EntityId ana = builder.entity(EntityType::person, {"Ana Núñez"});
//     builder.event("justice.detain", "arrested", {{"agent", {police, "Police"}}, {"patient", {ana, "Ana Núñez"}}});
//     const Reading reading = builder.reading();
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/events/reading.hpp"

namespace diurna::test {

/// Fills a role: an id or a phrase, with its words in the text.
struct Part {
  decltype(Filler::value) value;
  std::string words;
};
using Role = std::pair<std::string, Part>;

class ReadingBuilder {
 public:
  explicit ReadingBuilder(Article article) : document_(read_document(std::move(article))) {}

  /// The `nth` occurrence of `words`, from 1.
  [[nodiscard]] Span find(std::string_view words, int nth = 1) const {
    std::size_t at = document_.text().find(words);
    for (; nth > 1 && at != std::string_view::npos; --nth) at = document_.text().find(words, at + 1);
    if (at == std::string_view::npos) throw std::invalid_argument("not in the text: " + std::string(words));
    return {at, at + words.size()};
  }

  /// `names`: the canonical name first; each is mentioned where it stands first outside other mentions. `nominals`:
  /// other mentions.
  EntityId entity(EntityType type, const std::vector<std::string>& names, const std::vector<std::string>& nominals = {},
                  const std::string& country = {}) {
    const EntityId id{parts_.entities.size()};
    Entity entity{.type = type, .name = names.empty() ? nominals.front() : names.front(), .country = country};
    entity.has_name = !names.empty();
    for (const std::string& name : names) mention(id, entity, MentionKind::name, name);
    for (const std::string& nominal : nominals) mention(id, entity, MentionKind::nominal, nominal);
    for (std::size_t i = 1; i < names.size(); ++i) entity.aliases.push_back(names[i]);
    parts_.entities.push_back(std::move(entity));
    return id;
  }

  TimeId time(std::string_view words, std::string value, Granularity granularity = Granularity::day) {
    const Span span = find(words);
    parts_.times.push_back({.span = span,
                            .tokens = tokens(span),
                            .head = head(span),
                            .value = std::move(value),
                            .granularity = granularity,
                            .rule = "test"});
    return TimeId{parts_.times.size() - 1};
  }

  QuantityId quantity(std::string_view words, std::string_view counted, double low, double high) {
    const Span span = find(words);
    parts_.quantities.push_back({.span = span,
                                 .tokens = tokens(span),
                                 .head = head(span),
                                 .counted = head(find(counted)),
                                 .low = low,
                                 .high = high});
    return QuantityId{parts_.quantities.size() - 1};
  }

  EventId event(const std::string& type, const std::string& trigger, const std::vector<Role>& roles,
                Factuality factuality = Factuality::actual, const std::vector<Part>& sources = {}, int nth = 1) {
    const Span span = find(trigger, nth);
    Event event{.type = type, .trigger = span, .head = head(span), .factuality = factuality};
    event.arguments = arguments(roles);
    for (const Part& source : sources) event.attribution.push_back(filler(source));
    event.evidence = proof(span, "lexicon:" + type);
    events_.push_back(std::move(event));
    return EventId{events_.size() - 1};
  }

  void relation(const std::string& type, const Part& subject, const Part& object,
                const std::vector<Role>& qualifiers = {}) {
    Relation relation{.type = type, .subject = filler(subject), .object = filler(object)};
    relation.qualifiers = arguments(qualifiers);
    relation.evidence = proof(cover(relation.subject.span, relation.object.span), "relation:test");
    relations_.push_back(std::move(relation));
  }

  void open_triple(const Part& subject, const std::string& relation, const Part& object) {
    OpenTriple triple{.subject = subject.words, .relation = relation, .object = object.words, .modality = "certain"};
    triple.subject_filler = filler(subject);
    triple.object_filler = filler(object);
    triple.sentence = document_.sentence_of(triple.subject_filler.head);
    triple.evidence = proof(triple.subject_filler.span, "open");
    triples_.push_back(std::move(triple));
  }

  [[nodiscard]] Reading reading() const {
    const std::size_t count = document_.tokens().size();
    return {.document = document_,
            .syntax = Syntax(std::vector<WordAnalysis>(count), {}),
            .mentions = Mentions(parts_, count),
            .facts = Facts(events_, relations_, triples_),
            .ontology = {}};
  }

 private:
  [[nodiscard]] TokenRange tokens(Span span) const {
    TokenRange out;
    for (std::size_t i = 0; i < document_.tokens().size(); ++i) {
      if (!document_.token(TokenId{i}).span.overlaps(span)) continue;
      if (out.empty()) out.first = TokenId{i};
      out.last = TokenId{i + 1};
    }
    return out;
  }
  [[nodiscard]] TokenId head(Span span) const { return TokenId{tokens(span).last.index() - 1}; }

  void mention(EntityId id, Entity& entity, MentionKind kind, const std::string& words) {
    const auto taken = [this](Span at) {
      return std::any_of(parts_.mentions.begin(), parts_.mentions.end(),
                         [at](const Mention& other) { return other.span.overlaps(at); });
    };
    int nth = 1;
    while (taken(find(words, nth))) ++nth;
    const Span span = find(words, nth);
    entity.mentions.push_back(MentionId{parts_.mentions.size()});
    parts_.mentions.push_back({.kind = kind,
                               .type = entity.type,
                               .tokens = tokens(span),
                               .span = span,
                               .head = head(span),
                               .entity = id,
                               .rule = "test"});
  }

  [[nodiscard]] Filler filler(const Part& part) const {
    const Span span = find(part.words);
    return {.span = span, .head = head(span), .value = part.value};
  }
  [[nodiscard]] Evidence proof(Span span, const std::string& rule) const {
    return {.sentence = document_.sentence_of(head(span)), .span = span, .rule = rule, .path = {}, .score = 0.75};
  }
  [[nodiscard]] std::vector<Argument> arguments(const std::vector<Role>& roles) const {
    std::vector<Argument> out;
    for (const auto& [role, part] : roles) {
      Filler value = filler(part);
      const Span span = value.span;
      out.push_back({.role = role, .filler = std::move(value), .evidence = proof(span, "role:" + role)});
    }
    return out;
  }

  Document document_;
  Mentions::Parts parts_;
  std::vector<Event> events_;
  std::vector<Relation> relations_;
  std::vector<OpenTriple> triples_;
};

/// An article of our own with something of everything.
inline Reading harbour_reading() {
  ReadingBuilder b({.id = "harbour",
                    .date = "2026-01-08",
                    .title = "Harbour chief held in Karsa",
                    .text = "Police in Karsa arrested Ilse Brandt, the head of the Harbour Authority, on Monday. "
                            "Brandt was charged with fraud and bribery.\n\n"
                            "Between 40 and 60 dock workers marched to the town hall. "
                            "Their union, the Dockers' League, said that guards had injured five people. "
                            "Interior Minister Otto Rehm denied the claim and will visit Karsa on Friday.",
                    .source = "The Karsa Post"});
  const EntityId police = b.entity(EntityType::group, {}, {"Police"});
  const EntityId karsa = b.entity(EntityType::gpe, {"Karsa"});
  const EntityId brandt = b.entity(EntityType::person, {"Ilse Brandt", "Brandt"});
  const EntityId authority = b.entity(EntityType::org, {"Harbour Authority"});
  const EntityId workers = b.entity(EntityType::group, {}, {"dock workers"});
  const EntityId hall = b.entity(EntityType::facility, {}, {"the town hall"});
  const EntityId league = b.entity(EntityType::org, {"Dockers' League"}, {"Their union"});
  const EntityId guards = b.entity(EntityType::group, {}, {"guards"});
  const EntityId people = b.entity(EntityType::group, {}, {"people"});
  const EntityId rehm = b.entity(EntityType::person, {"Otto Rehm"});
  const TimeId monday = b.time("Monday", "2026-01-05");
  const TimeId friday = b.time("Friday", "2026-01-09");
  const QuantityId many = b.quantity("Between 40 and 60", "workers", 40, 60);
  const QuantityId five = b.quantity("five", "people", 5, 5);
  b.event("justice.detain", "arrested",
          {{"agent", {police, "Police"}},
           {"patient", {brandt, "Ilse Brandt"}},
           {"time", {monday, "Monday"}},
           {"place", {karsa, "Karsa"}}});
  b.event("justice.charge", "charged",
          {{"patient", {brandt, "Brandt"}}, {"charge", {Phrase{}, "fraud"}}, {"charge", {Phrase{}, "bribery"}}});
  b.event("conflict.demonstrate", "marched",
          {{"agent", {workers, "dock workers"}},
           {"count", {many, "Between 40 and 60"}},
           {"place", {hall, "the town hall"}}});
  const EventId injure =
      b.event("life.injure", "injured",
              {{"agent", {guards, "guards"}}, {"patient", {people, "people"}}, {"count", {five, "five"}}},
              Factuality::actual, {{league, "the Dockers' League"}});
  b.event("contact.reject", "denied", {{"agent", {rehm, "Otto Rehm"}}, {"topic", {injure, "the claim"}}});
  b.event("movement.travel", "visit",
          {{"agent", {rehm, "Otto Rehm"}}, {"destination", {karsa, "Karsa"}}, {"time", {friday, "Friday"}}},
          Factuality::planned);
  b.relation("person.position", {brandt, "Ilse Brandt"}, {Phrase{}, "head"},
             {{"org", {authority, "the Harbour Authority"}}});
  b.relation("person.position", {rehm, "Otto Rehm"}, {Phrase{}, "Interior Minister"});
  b.relation("org.based_in", {authority, "Harbour Authority"}, {karsa, "Karsa"});
  b.open_triple({police, "Police"}, "arrested", {brandt, "Ilse Brandt"});
  return b.reading();
}

}  // namespace diurna::test
