/// How well a system reads: precision, recall and F1 against annotated articles.
///
///     const auto gold = diurna::io::read_gold("annotated/");                     // docs/evaluation.md
///     const diurna::Evaluation result = diurna::evaluate(pipeline, gold);
///     std::cout << result.events.f1() << ' ' << result.roles.f1() << '\n';       // 0.77 0.526
///
/// An event is right when its type is and its trigger overlaps (else, when it stands in the same sentence and shares a
/// filler); a filler when it names the same time, or shares half of its content words with a form of the gold filler.
/// Borderline ("optional") annotations neither reward nor punish. Thread-safe; linear in the articles.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "diurna/core/span.hpp"
#include "diurna/events/reading.hpp"
#include "diurna/pipeline/pipeline.hpp"

namespace diurna {

/// A filler as the annotator wrote it: all strings that name it, and the value of a time.
struct GoldFiller {
  std::vector<std::string> forms;
  std::string value;  ///< TIMEX3 value; empty for all but times.
  std::string event;  ///< Id of the event that it is, else empty.
};
using GoldRoles = std::map<std::string, std::vector<GoldFiller>>;

struct GoldEvent {
  std::string id;
  std::string type;
  Span trigger;
  Span sentence;
  bool optional = false;
  std::string factuality = "actual";
  std::vector<GoldFiller> attribution;
  GoldRoles roles;
  GoldRoles optional_roles;
};

struct GoldRelation {
  std::string type;
  Span sentence;
  bool optional = false;
  GoldFiller subject;
  GoldFiller object;
};

/// An annotated article; spans are byte offsets in `text`.
struct GoldDocument {
  std::string id;
  std::string date;
  std::string text;
  std::vector<GoldEvent> events;
  std::vector<GoldRelation> relations;
};

/// What a system calls a filler: its words first, then the names of its entity; the value of a time.
struct FillerWords {
  std::vector<std::string> texts;
  std::string value;
};

struct StatedEvent {
  std::string type;
  Span trigger;
  std::string factuality = "actual";
  std::vector<FillerWords> attribution;
  std::map<std::string, std::vector<FillerWords>> roles;
};

struct StatedRelation {
  std::string type;
  FillerWords subject;
  FillerWords object;
};

/// The facts of one article as a system states them, whoever made them.
struct StatedFacts {
  std::vector<StatedEvent> events;
  std::vector<StatedRelation> relations;
};
[[nodiscard]] StatedFacts stated_facts(const Reading& reading);

/// Whether `stated` names the filler that the annotator meant.
[[nodiscard]] bool same_filler(const GoldFiller& gold, const FillerWords& stated);
/// Whether two phrases share half of their content words; articles, prepositions, case, accents and plurals aside.
[[nodiscard]] bool same_phrase(std::string_view gold, std::string_view stated);

/// Right, wrong and missed answers.
struct Tally {
  std::size_t hits = 0;
  std::size_t extra = 0;
  std::size_t missed = 0;
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
  Tally& operator+=(const Tally& other);
  bool operator==(const Tally&) const = default;
};

/// One mistake, for people: "missed event", "extra role", "wrong factuality" …
struct Mistake {
  std::string kind;
  std::string document;
  std::string type;     ///< "justice.detain", "justice.detain agent"
  std::string words;    ///< "detained", "Ana Vidal", "actual for planned"
  std::string context;  ///< The sentence, or the words around.
};

struct Evaluation {
  Tally events;      ///< Type and trigger.
  Tally detection;   ///< Trigger, whatever the type.
  Tally roles;       ///< Event type, role and filler; all fillers of a missed event are missed.
  Tally core_roles;  ///< The same for agent and patient alone.
  Tally relations;   ///< Type, subject and object.
  Tally attribution;
  std::size_t matched_events = 0;
  std::size_t right_factuality = 0;
  std::size_t right_certainty = 0;  ///< Planned and possible counted as one.
  std::map<std::string, Tally> event_types;
  std::map<std::string, Tally> role_names;  ///< Fillers of matched events only.
  std::map<std::string, Tally> relation_types;
  std::vector<Mistake> mistakes;  ///< In the order of the articles.

  [[nodiscard]] double factuality() const;  ///< Accuracy over matched events.
  [[nodiscard]] double certainty() const;
};

/// Scores facts that somebody extracted; an article without an entry counts as one without facts.
[[nodiscard]] Evaluation evaluate(const std::vector<GoldDocument>& gold,
                                  const std::map<std::string, StatedFacts>& stated);
/// Reads the gold articles with `pipeline` on `jobs` threads and scores what it finds.
[[nodiscard]] Evaluation evaluate(const Pipeline& pipeline, const std::vector<GoldDocument>& gold, unsigned jobs = 1);

}  // namespace diurna
