/// Why a fact is there: the words, the tree between them, what decided and how surely, and how each filler was read.
///
///     const diurna::Reading reading = pipeline(article);
///     const diurna::EventExplanation why = pipeline.explain(reading, diurna::EventId{0});
///     why.trigger.decided_by;            // "model"
///     why.trigger.reasons.front();       // {"lemma-class=arrest|V", 2.41}
///     why.roles.front().chain;           // "Ana Diaz" (name-model), "she" (sieve:pronoun)
///
/// Nothing of this is kept while articles are read: the decision is worked out again for the one fact that is asked
/// for, from the same tables, so it is the same.
#pragma once

#include <string>
#include <vector>

#include "diurna/core/id.hpp"
#include "diurna/core/span.hpp"
#include "diurna/events/event.hpp"
#include "diurna/mentions/mention.hpp"

namespace diurna {

/// A feature of a model and how much it speaks for the decision (against, when negative), in logits.
struct Reason {
  std::string feature;
  double weight = 0;
  bool operator==(const Reason&) const = default;
};

/// A choice of a model: the label with its calibrated probability.
struct Choice {
  std::string label;
  double score = 0;
  bool operator==(const Choice&) const = default;
};

/// What made a decision.
struct Decision {
  std::string decided_by;       ///< "model" or "rule".
  std::string rule;             ///< Of a rule its name, with its file and line; of the model the evidence, "lexicon:…".
  double score = 1;             ///< Probability of the decision; 1 for a rule.
  std::vector<Reason> reasons;  ///< Of the model, strongest first.
  std::vector<Choice> runners_up;  ///< What else the model considered, most probable first; "none" among them.
};

/// One token on a way through the tree; `relation` leads to it: ">obj" down, "<nsubj" up, "" for the first.
struct PathStep {
  std::string relation;
  TokenId token;
};

/// A mention of the entity that fills a role, and what joined it to the others.
struct ChainLink {
  Span span;
  MentionKind kind = MentionKind::name;
  std::string rule;  ///< "name-model", "sieve:pronoun"
};

/// A time and how it got its value.
struct TimeReading {
  Span span;
  std::string type;    ///< "DATE"
  std::string value;   ///< "2026-01-05"
  std::string anchor;  ///< What it was counted from; "" for an absolute time.
  std::string rule;
};

struct RoleExplanation {
  std::string role;
  std::string name;  ///< The filler for people.
  Span span;
  Decision decision;
  std::string slot;               ///< Where it stands as seen from the trigger: "subj", "g:obj:subj"; "" for a rule.
  std::vector<PathStep> path;     ///< From the trigger.
  std::vector<ChainLink> chain;   ///< Of an entity, from its first mention to this one; empty when this is the first.
  std::vector<TimeReading> time;  ///< Of a time: one.
};

struct FactualityReading {
  Factuality value = Factuality::actual;
  std::string rule;            ///< "modal:could", "default"
  Span cue;                    ///< The word that decided; empty when none did.
  std::vector<PathStep> path;  ///< From the trigger to the cue.
};

struct SourceReading {
  std::string name;
  Span span;
  Span cue;          ///< "said"; empty when only the quotation marks tell.
  std::string rule;  ///< "report:clause", "quotation"
  std::vector<ChainLink> chain;
};

struct EventExplanation {
  EventId event;
  std::string type;
  std::string gloss;  ///< What the type means.
  SentenceId sentence;
  Span trigger_span;
  Decision trigger;
  std::vector<std::string> lexicon;  ///< What the lexicon lists for the word: "justice.detain as a verb, prior 0.95".
  FactualityReading factuality;
  std::vector<SourceReading> sources;
  std::vector<RoleExplanation> roles;
};

/// One end or qualifier of a relation.
struct RelationEnd {
  std::string role;  ///< "subject", "object", or the qualifier
  std::string name;
  Span span;
  std::vector<ChainLink> chain;
  std::vector<TimeReading> time;
};

struct RelationExplanation {
  std::size_t relation = 0;
  std::string type;
  std::string gloss;
  SentenceId sentence;
  Span span;
  Decision decision;
  std::vector<PathStep> path;  ///< From subject to object.
  std::vector<RelationEnd> ends;
};

}  // namespace diurna
