#include <algorithm>
#include <array>

#include "mentions/coreference.hpp"

namespace diurna::detail {
namespace {

using enum DependencyRelation;

constexpr std::size_t pronoun_window = 3;  // sentences back
constexpr std::size_t most_candidates = 100;
constexpr std::size_t quotation_window = 2;     // sentences that one speaker may go on for
constexpr std::size_t same_person_window = 20;  // sentences

/// What a pronoun prefers beside salience. The weights were tried on the training half of GUM.
double preference(const Coreference& work, std::size_t antecedent, std::size_t later) {
  const Chain& chain = work.chains().of(antecedent);
  const Pronoun& pronoun = *work.at(later).pronoun;
  if (pronoun.number == GrammaticalNumber::plural) {
    return chain.number == GrammaticalNumber::plural || chain.type == EntityType::group ? 0.6 : -0.4;
  }
  if (pronoun.gender != GrammaticalGender::neuter) return chain.gender == pronoun.gender ? 0.5 : 0.0;
  const DependencyRelation relation = universal(work.syntax().relation(work.at(antecedent).mention.head));
  double score = chain.type == EntityType::other ? -0.3 : chain.type == EntityType::loc ? -0.3 : 0.2;
  if (relation == nmod) score -= 0.4;
  if (relation == universal(work.syntax().relation(work.at(later).mention.head))) score += 0.5;
  return score;
}

/// Below this an antecedent is worse than none: "it" and "they" often stand for what no noun names.
double least_score(const Pronoun& pronoun) {
  if (pronoun.number == GrammaticalNumber::plural) return 0.0;
  return pronoun.gender == GrammaticalGender::neuter ? -0.5 : -100.0;
}

bool number_fits(const Chain& chain, const Pronoun& pronoun) {
  if (pronoun.number != GrammaticalNumber::plural) {
    return chain.number != GrammaticalNumber::plural ||
           (chain.collective && pronoun.gender == GrammaticalGender::neuter);
  }
  return chain.number != GrammaticalNumber::singular || chain.collective;
}

bool kind_fits(const Chain& chain, const Pronoun& pronoun) {
  if (pronoun.number == GrammaticalNumber::plural) return true;
  if (pronoun.gender == GrammaticalGender::neuter) return !chain.person;
  const bool other_gender = chain.gender != GrammaticalGender::unknown && chain.gender != pronoun.gender;
  return chain.person && !other_gender;
}

bool fits(const Coreference& work, std::size_t antecedent, std::size_t later) {
  const Candidate& candidate = work.at(antecedent);
  const Pronoun& pronoun = *work.at(later).pronoun;
  if (candidate.pronoun && (candidate.pronoun->person != 3 || candidate.pronoun->kind == PronounKind::indefinite))
    return false;
  if (candidate.is_name() && candidate.mention.type == EntityType::norp &&
      candidate.mention.number != GrammaticalNumber::plural) {
    return false;
  }
  const Chain& chain = work.chains().of(antecedent);
  if (!number_fits(chain, pronoun) || !kind_fits(chain, pronoun)) return false;
  if (work.nested(antecedent, later)) return false;
  return pronoun.kind == PronounKind::possessive || !work.co_arguments(antecedent, later);
}

std::size_t best_antecedent(const Coreference& work, std::size_t later) {
  std::size_t best = Coreference::nobody;
  double best_score = least_score(*work.at(later).pronoun);
  for (std::size_t a = later; a-- > 0 && later - a <= most_candidates;) {
    if (work.sentence_distance(a, later) > pronoun_window) break;
    if (!fits(work, a, later)) continue;
    const double score = work.salience(a, later) + preference(work, a, later);
    if (score > best_score) best = a, best_score = score;
  }
  return best;
}

bool resolves(const Candidate& candidate) {
  if (!candidate.pronoun || candidate.pronoun->person != 3) return false;
  return candidate.pronoun->kind == PronounKind::personal || candidate.pronoun->kind == PronounKind::possessive;
}

bool is_clause(DependencyRelation relation) { return relation == ccomp || relation == parataxis; }

TokenId speaker_of(const Coreference& work, TokenId verb) {
  if (!verb || !work.context().words.is_speech_verb(work.syntax().lemma(verb))) return TokenId::none();
  return work.syntax().child(verb, nsubj);
}

/// The subject of the verb of speech over the clause that holds `token`, or beside it ("…", she said).
TokenId speaker_around(const Coreference& work, TokenId token) {
  const Syntax& syntax = work.syntax();
  for (TokenId up = token; up; up = syntax.head(up)) {
    if (is_clause(syntax.relation(up))) {
      const TokenId speaker = speaker_of(work, syntax.head(up));
      if (speaker) return speaker;
    }
    if (syntax.head(up)) continue;
    for (const TokenId child : syntax.children(up)) {
      if (syntax.relation(child) != parataxis) continue;
      if (const TokenId speaker = speaker_of(work, child)) return speaker;
    }
  }
  return TokenId::none();
}

/// For whom a speaker says "we": the body that speaks, or the one named in "the Velomar spokesman Odo Ferrante".
std::size_t body_of_speaker(const Coreference& work, std::size_t speaker) {
  const EntityType type = work.chains().of(speaker).type;
  if (type == EntityType::org || type == EntityType::group) return speaker;
  const TokenRange phrase = work.at(speaker).mention.tokens;
  for (std::size_t i = speaker; i < work.list().size() && work.at(i).mention.tokens.first < phrase.last; ++i) {
    if (work.at(i).is_name() && work.chains().of(i).type == EntityType::org) return i;
  }
  return Coreference::nobody;
}

}  // namespace

void speaker_sieve(Coreference& work) {
  std::size_t last_speaker = Coreference::nobody;
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    const Candidate& candidate = work.at(i);
    if (!candidate.pronoun || candidate.pronoun->person != 1) continue;
    std::size_t speaker = work.headed_by(speaker_around(work, candidate.mention.head));
    const bool goes_on = last_speaker != Coreference::nobody && last_speaker < i &&
                         work.sentence_distance(last_speaker, i) <= quotation_window;
    if (speaker == Coreference::nobody && goes_on) speaker = last_speaker;
    if (speaker == Coreference::nobody || speaker == i || work.nested(speaker, i)) continue;
    const bool plural = candidate.pronoun->number == GrammaticalNumber::plural;
    const std::size_t who = plural ? body_of_speaker(work, speaker) : speaker;
    last_speaker = speaker;
    if (who == Coreference::nobody || who == i || (!plural && !work.chains().agree(who, i))) continue;
    work.chains().join(std::min(who, i), std::max(who, i), "sieve:speaker");
  }
}

void pronoun_sieve(Coreference& work) {
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    if (!resolves(work.at(i)) || work.chains().root(i) != i) continue;
    const std::size_t antecedent = best_antecedent(work, i);
    if (antecedent != Coreference::nobody) work.chains().join(antecedent, i, "sieve:pronoun");
  }
}

/// Whoever says "we" in one sentence mostly still does in the next; so with "you", and with an "I" without a known
/// speaker.
void same_person_sieve(Coreference& work) {
  constexpr std::size_t none = Coreference::nobody;
  std::array<std::size_t, 3> last = {none, none, none};  // I, we, you
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    const Candidate& candidate = work.at(i);
    if (!candidate.pronoun || candidate.pronoun->person == 3) continue;
    const bool plural = candidate.pronoun->number == GrammaticalNumber::plural;
    std::size_t& before = last[candidate.pronoun->person == 2 ? 2 : plural ? 1 : 0];
    const bool near = before != none && work.sentence_distance(before, i) <= same_person_window;
    const bool spoken = work.chains().root(i) != i || work.chains().of(i).size > 1;
    if (near && !spoken) work.chains().join(before, i, "sieve:same-person");
    before = i;
  }
}

}  // namespace diurna::detail
