#include "mentions/coreference.hpp"

#include <algorithm>
#include <array>

namespace diurna::detail {
namespace {

using enum DependencyRelation;

/// Weights of an antecedent's place in its clause.
double prominence(DependencyRelation relation) {
  switch (relation) {
    case nsubj:
    case nsubj_pass:
      return 1.0;
    case obj:
    case iobj:
      return 0.4;
    case nmod_poss:
      return 0.2;
    case compound:
    case amod:
      return -0.8;
    default:
      return 0.0;
  }
}

bool is_argument(DependencyRelation relation) {
  const DependencyRelation base = universal(relation);
  return base == nsubj || base == obj || base == iobj || base == obl;
}

}  // namespace

Coreference::Coreference(const MentionContext& context, const Candidates& candidates)
    : context_(context), candidates_(candidates), chains_(candidates.list), by_head_(context.syntax.size(), nobody) {
  for (std::size_t i = 0; i < list().size(); ++i) {
    std::size_t& slot = by_head_[at(i).mention.head.index()];
    if (slot == nobody || at(i).mention.tokens.size() > at(slot).mention.tokens.size()) slot = i;
  }
}

bool Coreference::nested(std::size_t a, std::size_t b) const {
  const TokenRange x = at(a).mention.tokens;
  const TokenRange y = at(b).mention.tokens;
  return x.overlaps(y);
}

bool Coreference::co_arguments(std::size_t a, std::size_t b) const {
  const TokenId x = at(a).mention.head;
  const TokenId y = at(b).mention.head;
  return syntax().head(x) && syntax().head(x) == syntax().head(y) && is_argument(syntax().relation(x)) &&
         is_argument(syntax().relation(y));
}

std::size_t Coreference::sentence_distance(std::size_t a, std::size_t b) const {
  const std::size_t x = at(a).sentence.index();
  const std::size_t y = at(b).sentence.index();
  return x > y ? x - y : y - x;
}

double Coreference::salience(std::size_t antecedent, std::size_t later) const {
  const Chain& chain = chains_.of(antecedent);
  double score = -1.0 * static_cast<double>(sentence_distance(antecedent, later));
  score += prominence(syntax().relation(at(antecedent).mention.head));
  score += chain.named ? 0.5 : 0.0;
  score += 0.1 * static_cast<double>(std::min<std::size_t>(chain.size, 6));
  score -= 0.02 * static_cast<double>(std::min<std::size_t>(later - antecedent, 20));
  return score;
}

Chains resolve_coreference(const MentionContext& context, const Candidates& candidates) {
  using Sieve = void (*)(Coreference&);
  constexpr std::array<Sieve, 21> sieves = {
      same_head_sieve,      exact_name_sieve, person_name_sieve, acronym_sieve,    bracket_sieve,      same_core_sieve,
      shortened_name_sieve, role_name_sieve,  apposition_sieve,  comma_sieve,      copula_sieve,       relative_sieve,
      place_of_name_sieve,  headline_sieve,   same_phrase_sieve, head_match_sieve, generic_noun_sieve, reflexive_sieve,
      pronoun_sieve,        speaker_sieve,    same_person_sieve};
  Coreference work(context, candidates);
  for (const Sieve sieve : sieves) sieve(work);
  return work.chains();
}

}  // namespace diurna::detail
