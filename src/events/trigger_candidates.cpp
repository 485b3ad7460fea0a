#include "events/trigger_candidates.hpp"

#include <algorithm>

namespace diurna::detail {
namespace {

constexpr std::size_t max_dependents = 24;

/// Whether a word has this class in a wide sense: participles can be verbs and adjectives, gerunds nouns.
bool fits(const Syntax& syntax, const Words& words, TokenId token, WordClass wanted) {
  const WordClass found = words.word_class(token);
  if (found == wanted) return true;
  const std::string_view tag = syntax.xpos(token);
  const bool participle = tag == "VBN" || tag == "VBG";
  if (wanted == WordClass::adjective) return tag == "VBN" || found == WordClass::other;
  if (wanted == WordClass::verb) return found == WordClass::adjective && participle;
  return false;
}

bool any_of(const std::vector<FeatureKey>& partners, const Atom& lemma) {
  return std::find(partners.begin(), partners.end(), lemma.hash) != partners.end();
}

/// Whether a partner stands among the dependents, their markers, or the next three words.
bool has_partner(const Context& context, const Words& words, TokenId token, const LexiconEntry& entry) {
  const auto children = context.syntax.children(token);
  for (const TokenId child : children.first(std::min(children.size(), max_dependents))) {
    if (any_of(entry.partners, words.lemma(child)) || any_of(entry.partners, words.marker_lemma(child))) return true;
  }
  const Sentence& sentence = context.document.sentence(context.document.sentence_of(token));
  for (std::size_t i = token.index() + 1; i <= token.index() + 3 && TokenId{i} < sentence.tokens.last; ++i) {
    if (any_of(entry.partners, words.lemma(TokenId{i}))) return true;
  }
  return false;
}

bool better(const Meaning& a, const Meaning& b) {
  if (a.same_class != b.same_class) return a.same_class;
  return a.prior > b.prior;
}

void add_meaning(std::vector<Meaning>& meanings, const Meaning& meaning) {
  const auto same =
      std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& known) { return known.type == meaning.type; });
  if (same == meanings.end()) {
    meanings.push_back(meaning);
  } else if (better(meaning, *same)) {
    *same = meaning;
  }
}

}  // namespace

std::uint32_t TrainedLemmas::key(const Atom& lemma, WordClass word_class) {
  return static_cast<std::uint32_t>(mix(lemma.hash, static_cast<FeatureKey>(word_class)) >> 32U);
}

bool TrainedLemmas::contains(const Atom& lemma, WordClass word_class) const {
  return std::binary_search(keys_.begin(), keys_.end(), key(lemma, word_class));
}

std::vector<TriggerCandidate> find_trigger_candidates(const Context& context, const Words& words,
                                                      const Lexicon& lexicon, const TrainedLemmas& trained) {
  std::vector<TriggerCandidate> out;
  for (std::size_t i = 0; i < context.syntax.size(); ++i) {
    const TokenId token{i};
    TriggerCandidate candidate{token, {}};
    for (const LexiconEntry& entry : lexicon.find(words.lemma(token))) {
      if (!entry.partners.empty() && !has_partner(context, words, token, entry)) continue;
      add_meaning(candidate.meanings, {.type = entry.type,
                                       .prior = entry.prior,
                                       .same_class = fits(context.syntax, words, token, entry.word_class),
                                       .with_partner = !entry.partners.empty()});
    }
    if (candidate.meanings.empty() && !trained.contains(words.lemma(token), words.word_class(token))) continue;
    std::stable_sort(candidate.meanings.begin(), candidate.meanings.end(), better);
    out.push_back(std::move(candidate));
  }
  return out;
}

}  // namespace diurna::detail
