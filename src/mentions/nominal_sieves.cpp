#include <algorithm>
#include <unordered_map>

#include "mentions/coreference.hpp"

namespace diurna::detail {
namespace {

using enum DependencyRelation;

constexpr std::size_t most_antecedents = 12;   // looked at for one head word
constexpr std::size_t head_match_window = 25;  // sentences
constexpr std::size_t generic_window = 4;      // sentences
constexpr std::size_t most_generic_antecedents = 120;
constexpr double topic_weight = 0.2;  // for each mention so far: "the country" is mostly the article's

bool is_definite(const Candidate& candidate) {
  return candidate.definiteness == Definiteness::definite || candidate.definiteness == Definiteness::demonstrative;
}

bool in_headline(const Coreference& work, std::size_t i) {
  const Document& document = work.context().document;
  return document.block(document.sentence(work.at(i).sentence).block).kind == BlockKind::title;
}

/// Earlier candidates by head word and title, the nearest last.
using ByWord = std::unordered_map<WordId, std::vector<std::size_t>>;

void remember(const Coreference& work, ByWord& earlier, std::size_t i) {
  const Candidate& candidate = work.at(i);
  if (candidate.is_pronoun()) return;
  earlier[candidate.head].push_back(i);
  for (const WordId title : candidate.titles) earlier[title].push_back(i);
}

/// The nearest earlier candidate with this head word that `fits`.
template <class Fits>
std::size_t nearest(const Coreference& work, const ByWord& earlier, std::size_t later, Fits fits) {
  const auto hit = earlier.find(work.at(later).head);
  if (hit == earlier.end()) return Coreference::nobody;
  std::size_t looked = 0;
  for (auto i = hit->second.rbegin(); i != hit->second.rend() && looked < most_antecedents; ++i, ++looked) {
    if (work.sentence_distance(*i, later) > head_match_window) break;
    if (!work.nested(*i, later) && fits(*i)) return *i;
  }
  return Coreference::nobody;
}

/// Runs once over the text; a nominal joins the nearest antecedent that `fits` it.
template <class Applies, class Fits>
void match_heads(Coreference& work, std::string_view sieve, Applies applies, Fits fits) {
  ByWord earlier;
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    if (work.at(i).is_nominal() && work.headed_by(work.at(i).mention.head) == i && applies(i)) {
      const std::size_t antecedent = nearest(work, earlier, i, [&](std::size_t a) { return fits(a, i); });
      if (antecedent != Coreference::nobody) work.chains().join(antecedent, i, sieve);
    }
    remember(work, earlier, i);
  }
}

bool brings_nothing_new(const Coreference& work, std::size_t antecedent, std::size_t later) {
  return std::ranges::includes(work.chains().of(antecedent).words, work.at(later).modifiers);
}

/// "the Greek minister" is no minister of another country; one whose country is not told yet may be he.
bool countries_agree(const Coreference& work, std::size_t antecedent, std::size_t later) {
  const std::string_view mine = work.at(later).country;
  const Chain& chain = work.chains().of(antecedent);
  if (mine.empty() || mine == chain.country) return true;
  return chain.country.empty() && chain.named && chain.type == EntityType::person;
}

bool may_join(const Coreference& work, std::size_t antecedent, std::size_t later) {
  const bool two_names = work.chains().of(antecedent).named && work.chains().of(later).named;
  return !two_names && work.chains().agree(antecedent, later) && !work.co_arguments(antecedent, later);
}

/// A country is no city; a body whose own name says what it is ("Hampshire Police") is no company or school.
bool kinds_agree(const Coreference& work, std::size_t antecedent, std::size_t later) {
  const std::string_view noun = work.words().text(work.at(later).head);
  const Chain& chain = work.chains().of(antecedent);
  if (chain.type == EntityType::gpe) return work.context().words.means_country(noun) == chain.is_country;
  if (chain.type != EntityType::org || !work.at(antecedent).is_name()) return true;
  const std::string_view own = work.words().text(work.at(antecedent).head);
  return own == noun || !work.context().gazetteer.noun(own).has_value();
}

/// The most prominent named chain of the type of `later` a few sentences back.
std::size_t best_of_type(const Coreference& work, std::size_t later) {
  std::size_t best = Coreference::nobody;
  double best_score = -10;
  for (std::size_t a = later; a-- > 0 && later - a <= most_generic_antecedents;) {
    if (work.sentence_distance(a, later) > generic_window) break;
    const Chain& chain = work.chains().of(a);
    if (!chain.named || chain.type != work.at(later).mention.type || work.nested(a, later)) continue;
    if (work.at(a).mention.type == EntityType::norp || !may_join(work, a, later)) continue;
    if (!kinds_agree(work, a, later) || !countries_agree(work, a, later)) continue;
    const double topic = topic_weight * static_cast<double>(std::min<std::size_t>(chain.size, 8));
    const double score = work.salience(a, later) + topic;
    if (score > best_score) best = a, best_score = score;
  }
  return best;
}

}  // namespace

void headline_sieve(Coreference& work) {
  match_heads(
      work, "sieve:headline",
      [&](std::size_t i) {
        return !in_headline(work, i) && work.at(i).definiteness != Definiteness::possessed && !work.at(i).brings_in_new;
      },
      [&](std::size_t antecedent, std::size_t later) {
        const bool known = !work.chains().of(antecedent).named || brings_nothing_new(work, antecedent, later);
        return known && in_headline(work, antecedent) && work.sentence_distance(antecedent, later) <= 3 &&
               may_join(work, antecedent, later);
      });
}

void same_phrase_sieve(Coreference& work) {
  match_heads(
      work, "sieve:same-phrase",
      [&](std::size_t i) { return work.at(i).definiteness != Definiteness::indefinite && !work.at(i).brings_in_new; },
      [&](std::size_t antecedent, std::size_t later) {
        return work.at(antecedent).is_nominal() && work.at(antecedent).definiteness == work.at(later).definiteness &&
               work.at(antecedent).modifiers == work.at(later).modifiers &&
               work.at(antecedent).country == work.at(later).country && may_join(work, antecedent, later);
      });
}

void head_match_sieve(Coreference& work) {
  match_heads(
      work, "sieve:head-match", [&](std::size_t i) { return is_definite(work.at(i)) && !work.at(i).brings_in_new; },
      [&](std::size_t antecedent, std::size_t later) {
        return brings_nothing_new(work, antecedent, later) && countries_agree(work, antecedent, later) &&
               may_join(work, antecedent, later);
      });
}

void place_of_name_sieve(Coreference& work) {
  const Syntax& syntax = work.syntax();
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    if (!work.at(i).is_name()) continue;
    const TokenId head = work.at(i).mention.head;
    const std::size_t around = work.headed_by(syntax.head(head));
    if (around == Coreference::nobody || !work.at(around).is_nominal() || around >= i + 1) continue;
    if (!work.context().words.is_generic(work.words().text(work.at(around).head))) continue;
    const TokenId preposition = syntax.child(head, case_);
    const bool of = syntax.relation(head) == nmod && preposition && syntax.lemma(preposition) == "of";
    const bool before =
        syntax.relation(head) == compound && work.at(i).mention.tokens.last == work.at(around).mention.head;
    const bool same_kind = work.chains().of(i).type == work.at(around).mention.type;
    const bool place = same_kind && work.chains().of(i).type != EntityType::org;
    if ((of && place) || (before && same_kind)) {
      if (!work.chains().of(around).named)
        work.chains().join(std::min(around, i), std::max(around, i), "sieve:of-name");
    }
  }
}

void generic_noun_sieve(Coreference& work) {
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    const Candidate& later = work.at(i);
    const bool applies = later.is_nominal() && is_definite(later) && !later.brings_in_new &&
                         work.chains().of(i).size == 1 && later.mention.number != GrammaticalNumber::plural &&
                         work.context().words.is_generic(work.words().text(later.head));
    if (!applies || later.modifiers.size() > 1) continue;
    const std::size_t antecedent = best_of_type(work, i);
    if (antecedent != Coreference::nobody) work.chains().join(antecedent, i, "sieve:generic-noun");
  }
}

}  // namespace diurna::detail
