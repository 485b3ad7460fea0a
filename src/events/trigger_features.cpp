#include "events/trigger_features.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace diurna::detail {
namespace {

constexpr std::size_t max_dependents = 16;

const Atom& block_atom(BlockKind kind) {
  static const Atom title("title"), heading("heading"), body("body");
  return kind == BlockKind::title ? title : kind == BlockKind::heading ? heading : body;
}

/// 0 to 5: how strongly the document speaks of a type.
std::size_t topic_level(float sum) {
  return sum < 0.5F ? 0 : sum < 1.5F ? 1 : sum < 3 ? 2 : sum < 6 ? 3 : sum < 12 ? 4 : 5;
}

}  // namespace

TriggerContext::TriggerContext(const Context& context, const Words& words,
                               const std::vector<TriggerCandidate>& candidates, std::size_t type_count)
    : context_(context), words_(words), candidates_(candidates), topics_(type_count, 0.0F) {
  std::unordered_map<FeatureKey, std::uint32_t> seen;
  for (const TriggerCandidate& candidate : candidates) {
    earlier_.push_back(seen[words.lemma(candidate.head).hash]++);
    for (const Meaning& meaning : candidate.meanings) topics_[meaning.type] += meaning.prior;
  }
}

void TriggerContext::describe(std::size_t candidate, FeatureList& features) const {
  features.clear();
  const TokenId token = candidates_[candidate].head;
  add_word(token, features);
  add_dependents(token, features);
  add_governor(token, features);
  add_neighbours(token, features);
  add_document(candidate, features);
  add_lexicon(candidates_[candidate], features);
}

void TriggerContext::add_word(TokenId token, FeatureList& features) const {
  const Atom& lemma = words_.lemma(token);
  const Atom& word_class = class_atom(words_.word_class(token));
  features.add("bias");
  features.add("class", word_class);
  features.add("lemma", lemma);
  features.add("lemma-class", lemma, word_class);
  features.add("fine", words_.cluster(token).fine, word_class);
  features.add("coarse", words_.cluster(token).coarse, word_class);
  features.add("form", words_.form(token));
  features.add("tag", words_.tag(token));
  features.add("relation", words_.relation(token), word_class);
  features.add("lemma-relation", lemma, words_.relation(token));
  const std::string_view text = lemma.text;
  if (text.size() > 5) features.add("suffix", Atom(text.substr(text.size() - 4)), word_class);
  if (words_.in_long_name(token)) features.add("in-name", words_.name_type(token), word_class);
  if (words_.in_long_name(token)) features.add("in-name-lemma", lemma);
  if (words_.passive(token)) features.add("passive", lemma);
  if (words_.negated(token)) features.add("negated", word_class);
  if (const TokenId auxiliary = words_.auxiliary(token)) features.add("auxiliary", words_.lemma(auxiliary));
  static const Atom bare("-");
  const TokenId determiner = words_.determiner(token);
  const Atom& article = determiner ? words_.lemma(determiner) : bare;
  features.add("determiner", article, word_class);
  features.add("determiner-lemma", article, lemma);
}

void TriggerContext::add_dependents(TokenId token, FeatureList& features) const {
  const Atom& lemma = words_.lemma(token);
  const Atom& word_class = class_atom(words_.word_class(token));
  const auto children = context_.syntax.children(token);
  for (const TokenId child : children.first(std::min(children.size(), max_dependents))) {
    if (context_.syntax.upos(child) == Upos::punct) continue;
    const Atom& relation = words_.relation(child);
    const Atom& marker = words_.marker_lemma(child);
    const Atom& kind = words_.kind(child);
    features.add("has", relation, word_class);
    features.add("has-lemma", relation, words_.lemma(child), word_class);
    features.add("has-kind", relation, kind, word_class);
    features.add("lemma-has-kind", lemma, relation, kind);
    features.add("lemma-has-lemma", lemma, relation, words_.lemma(child));
    features.add("lemma-has-coarse", lemma, relation, words_.cluster(child).coarse);
    features.add("has-fine", relation, words_.cluster(child).fine, word_class);
    features.add("fine-has-coarse", words_.cluster(token).fine, relation, words_.cluster(child).coarse);
    features.add("fine-has-kind", words_.cluster(token).fine, relation, kind);
    if (marker.text.empty()) continue;
    features.add("lemma-marker", lemma, marker);
    features.add("marker-kind", marker, kind, word_class);
    features.add("marker-lemma", marker, words_.lemma(child));
    features.add("marker-fine", marker, words_.cluster(child).fine, word_class);
  }
  static const Atom none("-");
  const TokenId subject = words_.subject(token);
  const TokenId object = words_.object(token);
  features.add("frame", lemma, subject ? words_.kind(subject) : none, object ? words_.kind(object) : none);
}

void TriggerContext::add_governor(TokenId token, FeatureList& features) const {
  const TokenId governor = context_.syntax.head(token);
  if (!governor) {
    features.add("root", class_atom(words_.word_class(token)));
    return;
  }
  const Atom& relation = words_.relation(token);
  const Atom& lemma = words_.lemma(token);
  features.add("governor", relation, words_.lemma(governor));
  features.add("governor-fine", relation, words_.cluster(governor).fine);
  features.add("governor-coarse-lemma", relation, words_.cluster(governor).coarse, lemma);
  features.add("governor-kind", relation, words_.kind(governor));
  features.add("governor-lemma", words_.lemma(governor), lemma);
  features.add("governor-kind-lemma", words_.kind(governor), lemma, relation);
  if (const TokenId marker = words_.marker(token)) {
    features.add("own-marker", words_.lemma(marker), class_atom(words_.word_class(token)));
    features.add("own-marker-governor", words_.lemma(marker), words_.lemma(governor));
  }
}

void TriggerContext::add_neighbours(TokenId token, FeatureList& features) const {
  static const Atom edge("|");
  const TokenRange sentence = context_.document.sentence(context_.document.sentence_of(token)).tokens;
  const bool first = token == sentence.first;
  const Atom& before = first ? edge : words_.lemma(TokenId{token.index() - 1});
  const TokenId next{token.index() + 1};
  const Atom& after = next < sentence.last ? words_.lemma(next) : edge;
  const Atom& lemma = words_.lemma(token);
  features.add("before", before, class_atom(words_.word_class(token)));
  features.add("after", after, class_atom(words_.word_class(token)));
  features.add("before-lemma", before, lemma);
  features.add("after-lemma", after, lemma);
  if (next < sentence.last) features.add("after-kind", words_.kind(next), lemma);
}

void TriggerContext::add_document(std::size_t candidate, FeatureList& features) const {
  const TokenId token = candidates_[candidate].head;
  const SentenceId sentence = context_.document.sentence_of(token);
  const Atom& block = block_atom(context_.document.block(context_.document.sentence(sentence).block).kind);
  const Atom& word_class = class_atom(words_.word_class(token));
  const Atom& lemma = words_.lemma(token);
  features.add("block", block, word_class);
  features.add("block-lemma", block, lemma);
  features.add("sentence", number_atom(sentence.index()), word_class);
  const Atom& earlier = number_atom(std::min<std::uint32_t>(earlier_[candidate], 3));
  features.add("earlier", earlier, word_class);
  features.add("earlier-lemma", earlier, lemma);
  for (const Meaning& meaning : candidates_[candidate].meanings) {
    const float others = topics_[meaning.type] - meaning.prior;
    features.tie(static_cast<std::uint16_t>(meaning.type + 1), "topic", number_atom(topic_level(others)));
  }
}

void TriggerContext::add_lexicon(const TriggerCandidate& candidate, FeatureList& features) const {
  static const std::array<Atom, 2> yes_no{Atom("no"), Atom("yes")};
  float total = 0;
  for (const Meaning& meaning : candidate.meanings) total += meaning.prior;
  bool best = true;
  for (const Meaning& meaning : candidate.meanings) {
    const auto label = static_cast<std::uint16_t>(meaning.type + 1);
    const Atom& prior = number_atom(static_cast<std::size_t>(meaning.prior * 7.5F));
    features.tie(label, "lexicon", prior, yes_no[meaning.same_class ? 1 : 0]);
    features.tie(label, "lexicon-share", number_atom(static_cast<std::size_t>(7 * meaning.prior / total)));
    features.tie(label, "lexicon-class", class_atom(words_.word_class(candidate.head)), prior);
    if (meaning.with_partner) features.tie(label, "lexicon-partner", prior);
    if (best) features.tie(label, "lexicon-best", prior);
    best = false;
  }
  features.add("lexicon-count", number_atom(candidate.meanings.size()));
  const float top = candidate.meanings.empty() ? 0 : candidate.meanings.front().prior;
  features.add("lexicon-top", number_atom(static_cast<std::size_t>(top * 7.5F)),
               class_atom(words_.word_class(candidate.head)));
}

}  // namespace diurna::detail
