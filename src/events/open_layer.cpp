#include "events/open_layer.hpp"

#include <algorithm>

#include "events/clause.hpp"
#include "events/grammar.hpp"
#include "events/open_containment.hpp"

namespace diurna::detail {
namespace {

using Relation = DependencyRelation;

constexpr int max_depth = 5;
constexpr int max_nesting = 1;  // prepositional phrases inside prepositional phrases
constexpr int max_proposals_per_sentence = 200;

TokenList joined(TokenList words, const TokenList& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

/// One clause on its way to triples: who, and the words of the relation so far.
struct Frame {
  TokenId predicate;
  TokenList subjects;
  TokenList relation;
  int depth = 0;  // clauses above it whose words it goes on from
};

class SentenceReader {
 public:
  SentenceReader(const Context& context, SentenceId sentence, OpenLayer layer, std::vector<OpenTriple>& out)
      : context_(context), sentence_(sentence), layer_(layer), out_(out), begin_(out.size()) {}

  void read() {
    for (const TokenId token : context_.document.sentence(sentence_).tokens) {
      if (context_.syntax.relation(token) == Relation::appos) read_apposition(token);
      if (is_clause(context_, token)) read_clause(token);
    }
    if (layer_ == OpenLayer::maximal) drop_contained(out_, begin_);
  }

 private:
  [[nodiscard]] Relation relation(TokenId token) const { return context_.syntax.relation(token); }

  /// "There is no proof": there, is, no proof.
  bool read_existential(TokenId predicate) {
    const TokenId there = context_.syntax.child(predicate, Relation::expl);
    const TokenId subject = context_.syntax.child(predicate, Relation::nsubj);
    if (!there || !subject || subject < predicate) return false;
    Frame frame{predicate, {there}, verb_group(context_, predicate)};
    if (copula(context_.syntax, predicate)) return false;
    for (const TokenId item : coordinated(context_, subject)) emit_deep(frame, frame.relation, item);
    const TokenList words = joined(frame.relation, phrase(context_, subject, PhraseSize::with_of));
    for (const TokenId child : context_.syntax.children(predicate)) read_child(frame, words, child);
    return true;
  }

  void read_clause(TokenId predicate) {
    if (read_existential(predicate)) return;
    const TokenList subjects = subjects_of(context_, predicate);
    if (subjects.empty()) return;
    Frame frame{predicate, subjects, verb_group(context_, predicate)};
    if (relation(predicate) == Relation::xcomp || is_purpose(predicate) || is_marked_gerund(predicate)) return;
    read_arguments(frame);
  }

  /// "to" before an infinitive.
  [[nodiscard]] TokenList markers(TokenId predicate) const {
    TokenList words;
    for (const TokenId child : context_.syntax.children(predicate)) {
      if (relation(child) == Relation::mark && child < predicate) words.push_back(child);
    }
    return words;
  }

  [[nodiscard]] bool has_subject(TokenId predicate) const {
    const auto children = context_.syntax.children(predicate);
    return std::any_of(children.begin(), children.end(), [&](TokenId child) { return is_subject(relation(child)); });
  }

  /// "… to select grants" without a subject of its own.
  [[nodiscard]] bool is_purpose(TokenId token) const {
    if (!is_any(relation(token), {Relation::advcl, Relation::acl})) return false;
    if (has_subject(token)) return false;
    const TokenList marks = markers(token);
    return !marks.empty() && lower_form(context_, marks.back()) == "to";
  }

  /// "the need for using spies", "died after giving a speech": told with what it hangs on.
  [[nodiscard]] bool is_marked_gerund(TokenId token) const {
    return is_any(relation(token), {Relation::acl, Relation::advcl}) && context_.syntax.xpos(token) == "VBG" &&
           !markers(token).empty() && !has_subject(token);
  }

  void read_arguments(const Frame& frame) {
    if (frame.depth > max_depth || is_spent()) return;
    const std::size_t before = out_.size();
    const bool copular = static_cast<bool>(copula(context_.syntax, frame.predicate));
    TokenList relation_words = frame.relation;
    if (copular) {
      relation_words = read_predicate_noun(frame);
    } else {
      relation_words = read_objects(frame);
    }
    TokenId first = TokenId::none();
    if (relation_words == frame.relation) first = first_oblique(frame.predicate);
    if (first) {
      read_oblique(frame, relation_words, first);
      relation_words =
          joined(joined(relation_words, preposition_of(context_, first)), phrase(context_, first, PhraseSize::with_of));
    }
    for (const TokenId child : context_.syntax.children(frame.predicate)) {
      if (child != first) read_child(frame, relation_words, child);
      if (child != first && layer_ == OpenLayer::all) read_child(frame, frame.relation, child);
    }
    if (out_.size() == before && !copular) read_bare(frame);
  }

  /// The prepositional phrase right behind the verb, which later ones build on: "hit by quakes within" ten years.
  [[nodiscard]] TokenId first_oblique(TokenId predicate) const {
    for (const TokenId child : context_.syntax.children(predicate)) {
      if (child < predicate || !is_any(relation(child), {Relation::obl, Relation::obl_agent})) continue;
      if (context_.mentions.time_at(child)) return TokenId::none();
      return preposition_of(context_, child).empty() ? TokenId::none() : child;
    }
    return TokenId::none();
  }

  /// "is a red giant", "is dead", "is behind it": the predicate as object; gives the relation that goes on from it.
  TokenList read_predicate_noun(const Frame& frame) {
    const TokenList preposition = preposition_of(context_, frame.predicate);
    const TokenList words = joined(frame.relation, preposition);
    bool said = false;
    if (has_complement(frame.predicate)) said = true;
    for (const TokenId item : coordinated(context_, frame.predicate)) {
      if (!said || is_nominal(context_.syntax, item)) emit(frame, words, item);
      nest(frame, words, item, 0);
    }
    return joined(words, phrase(context_, frame.predicate, PhraseSize::with_of));
  }

  [[nodiscard]] bool has_complement(TokenId predicate) const {
    for (const TokenId child : context_.syntax.children(predicate)) {
      if (is_any(relation(child), {Relation::xcomp, Relation::obl, Relation::ccomp})) return true;
    }
    return false;
  }

  /// Objects and what they hold; gives the relation that prepositions go on from.
  TokenList read_objects(const Frame& frame) {
    TokenList with_object = frame.relation;
    TokenId object = context_.syntax.child(frame.predicate, Relation::obj);
    const TokenId receiver = context_.syntax.child(frame.predicate, Relation::iobj);
    if (!object) object = shared_object(frame.predicate);
    if (!object) object = relativised_object(frame.predicate);
    if (object && relation(frame.predicate) == Relation::acl_relcl &&
        context_.syntax.has(object, Feature::prontype_rel))
      object = context_.syntax.head(frame.predicate);
    const TokenId complement = bare_complement(frame.predicate);
    if (!object) object = complement;
    if (receiver) with_object = joined(with_object, phrase(context_, receiver, PhraseSize::with_of));
    if (!object) return with_object;
    for (const TokenId item : coordinated(context_, object)) emit_deep(frame, with_object, item);
    with_object = joined(with_object, phrase(context_, object, PhraseSize::with_of));
    if (complement && complement != object) {
      const TokenList words = joined(with_object, preposition_of(context_, complement));
      for (const TokenId item : coordinated(context_, complement)) emit_deep(frame, words, item);
      return joined(words, phrase(context_, complement, PhraseSize::with_of));
    }
    return with_object;
  }

  /// "named Jones", "looked different": a complement that is no verb.
  [[nodiscard]] TokenId bare_complement(TokenId predicate) const {
    const TokenId complement = context_.syntax.child(predicate, Relation::xcomp);
    if (!complement || is_clause(context_, complement)) return TokenId::none();
    return complement;
  }

  /// "the ships they built": the noun before a relative clause that has no object of its own.
  [[nodiscard]] TokenId relativised_object(TokenId predicate) const {
    if (!is_any(relation(predicate), {Relation::acl_relcl, Relation::acl})) return TokenId::none();
    const TokenId subject = context_.syntax.child(predicate, Relation::nsubj);
    if (!subject || context_.syntax.has(subject, Feature::prontype_rel)) return TokenId::none();
    for (const TokenId child : context_.syntax.children(predicate)) {
      if (is_any(relation(child), {Relation::xcomp, Relation::ccomp, Relation::advmod}) && child < predicate)
        return TokenId::none();
      if (context_.syntax.has(child, Feature::prontype_rel)) return TokenId::none();
    }
    return context_.syntax.head(predicate);
  }

  /// "built and sold ships": the object of the verb coordinated right behind.
  [[nodiscard]] TokenId shared_object(TokenId predicate) const {
    for (const TokenId child : context_.syntax.children(predicate)) {
      if (relation(child) != Relation::conj || child < predicate || child.index() - predicate.index() > 2) continue;
      if (const TokenId object = context_.syntax.child(child, Relation::obj)) return object;
    }
    return TokenId::none();
  }

  void read_child(const Frame& frame, const TokenList& words, TokenId child) {
    switch (relation(child)) {
      case Relation::obl:
      case Relation::obl_agent:
      case Relation::obl_tmod:
      case Relation::obl_unmarked:
      case Relation::obl_npmod:
        return read_oblique(frame, words, child);
      case Relation::xcomp:
        return read_complement(frame, words, child);
      case Relation::ccomp:
        return read_content(frame, words, child);
      case Relation::advcl:
        if (is_purpose(child)) return read_infinitive(frame, words, child);
        if (is_marked_gerund(child)) return read_infinitive(frame, words, child);
        return;
      default:
        return;
    }
  }

  void read_oblique(const Frame& frame, const TokenList& words, TokenId head) {
    const TokenList preposition = preposition_of(context_, head);
    for (const TokenId item : coordinated(context_, head)) {
      emit_deep(frame, joined(words, preposition_of(context_, item)), item);
    }
    if (!preposition.empty() && context_.syntax.upos(head) == Upos::propn) {
      const TokenId wider = context_.syntax.child(head, Relation::appos);
      if (wider && context_.syntax.upos(wider) == Upos::propn) emit(frame, joined(words, preposition), wider);
    }
  }

  void read_complement(const Frame& frame, const TokenList& words, TokenId child) {
    if (is_clause(context_, child)) read_infinitive(frame, words, child);
  }

  /// "helped to raise funds": the verb below goes on from the words of the verb above.
  void read_infinitive(const Frame& frame, const TokenList& words, TokenId child) {
    const TokenList start = joined(words, markers(child));
    read_arguments({child, frame.subjects, joined(start, verb_group(context_, child)), frame.depth + 1});
    for (const TokenId verb : context_.syntax.children(child)) {
      if (relation(verb) != Relation::conj || !is_clause(context_, verb)) continue;
      read_arguments({verb, frame.subjects, joined(start, verb_group(context_, verb)), frame.depth + 1});
    }
  }

  void read_content(const Frame& frame, const TokenList& words, TokenId child) {
    const TokenList content = clause_words(context_, child);
    for (const TokenId subject : frame.subjects) emit_words(frame, subject, words, content, child);
  }

  /// A verb with nothing behind it: an adverb of place or manner if there is one, else no object.
  void read_bare(const Frame& frame) {
    TokenId adverb = TokenId::none();
    for (const TokenId child : context_.syntax.children(frame.predicate)) {
      if (relation(child) == Relation::advmod && child > frame.predicate &&
          !lower_form(context_, child).ends_with("ly"))
        adverb = child;
    }
    if (adverb) return emit(frame, frame.relation, adverb);
    for (const TokenId subject : frame.subjects) emit_words(frame, subject, frame.relation, {}, TokenId::none());
  }

  /// "X, head of Y": X is head of Y.
  void read_apposition(TokenId apposition) {
    TokenId named = context_.syntax.head(apposition);
    if (!named) return;
    TokenId described = apposition;
    if (context_.syntax.upos(named) == Upos::noun && context_.syntax.upos(apposition) == Upos::propn)
      std::swap(named, described);
    if (context_.syntax.upos(described) != Upos::noun || !is_nominal(context_.syntax, named)) return;
    const Frame frame{described, {named}, {}};
    for (const TokenId item : coordinated(context_, described))
      emit_words(frame, named, {}, phrase(context_, item, PhraseSize::with_of), item);
  }

  /// Prepositional phrases inside a phrase: "became justice of → the court".
  void nest(const Frame& frame, const TokenList& before, TokenId head, int depth) {
    const TokenList words = joined(before, phrase(context_, head, PhraseSize::head));
    if (depth > max_nesting || is_spent()) return;
    for (const TokenId child : context_.syntax.children(head)) {
      const bool modifier = relation(child) == Relation::acl && (is_purpose(child) || is_marked_gerund(child));
      if (modifier) read_infinitive(frame, words, child);
      if (relation(child) != Relation::nmod) continue;
      for (const TokenId item : coordinated(context_, child)) {
        const TokenList preposition = preposition_of(context_, item);
        if (preposition.empty()) continue;
        const TokenList longer = joined(words, preposition);
        emit(frame, longer, item);
        nest(frame, longer, item, depth + 1);
      }
    }
  }

  /// A triple and those for the phrases inside its object.
  void emit_deep(const Frame& frame, const TokenList& words, TokenId object) {
    emit(frame, words, object);
    nest(frame, words, object, 0);
  }

  void emit(const Frame& frame, const TokenList& words, TokenId object) {
    for (const TokenId subject : frame.subjects) {
      emit_words(frame, subject, words, phrase(context_, object, PhraseSize::with_of), object);
      if (layer_ == OpenLayer::all) {
        emit_words(frame, subject, words, phrase(context_, object, PhraseSize::core), object);
      }
    }
  }

  void emit_words(const Frame& frame, TokenId subject, const TokenList& words, const TokenList& object,
                  TokenId object_head) {
    ++proposals_;
    if (is_spent() || subject == object_head) return;
    OpenTriple triple;
    triple.sentence = sentence_;
    triple.subject = text_of(context_, phrase(context_, subject, PhraseSize::with_of));
    triple.relation = words.empty() ? "is" : text_of(context_, words);
    triple.object = text_of(context_, object);
    if (is_told(triple)) return;
    triple.subject_filler = filler_at(context_, subject);
    if (object_head) triple.object_filler = filler_at(context_, object_head);
    triple.predicate = frame.predicate;
    triple.negated = is_negated(words);
    triple.modality = modality_of(words);
    triple.evidence = evidence(frame, subject, words, object);
    out_.push_back(std::move(triple));
  }

  /// Bounds the work on a sentence whatever its tree.
  [[nodiscard]] bool is_spent() const { return proposals_ > max_proposals_per_sentence; }

  /// Whether the sentence has given the same three texts already.
  [[nodiscard]] bool is_told(const OpenTriple& triple) const {
    return std::any_of(out_.begin() + static_cast<std::ptrdiff_t>(begin_), out_.end(), [&](const OpenTriple& other) {
      return other.subject == triple.subject && other.relation == triple.relation && other.object == triple.object;
    });
  }

  [[nodiscard]] bool is_negated(const TokenList& words) const {
    return std::any_of(words.begin(), words.end(), [&](TokenId word) { return is_negation(context_, word); });
  }

  /// The first modal verb of the relation in full ("'ll" is "will"), else "certain".
  [[nodiscard]] std::string modality_of(const TokenList& words) const {
    for (const TokenId word : words) {
      if (context_.syntax.xpos(word) != "MD") continue;
      const std::string form = lower_form(context_, word);
      const bool short_form = form.size() < 3 || form.front() == '\'' || form.starts_with("’");
      return short_form ? lower_lemma(context_, word) : form;
    }
    return "certain";
  }

  [[nodiscard]] Evidence evidence(const Frame& frame, TokenId subject, const TokenList& words,
                                  const TokenList& object) const {
    Span span = context_.document.token(frame.predicate).span;
    for (const TokenList* part : {&words, &object}) {
      for (const TokenId word : *part) span = cover(span, context_.document.token(word).span);
    }
    span = cover(span, context_.document.token(subject).span);
    return {.sentence = sentence_,
            .span = span,
            .rule = words.empty() ? "open:apposition" : "open:clause",
            .path = context_.syntax.path(frame.predicate, subject)};
  }

  const Context& context_;
  SentenceId sentence_;
  OpenLayer layer_;
  std::vector<OpenTriple>& out_;
  std::size_t begin_;
  int proposals_ = 0;  // triples made, repetitions included
};

}  // namespace

std::vector<OpenTriple> find_open_triples(const Context& context, OpenLayer layer) {
  std::vector<OpenTriple> triples;
  for (std::size_t i = 0; i < context.document.sentences().size(); ++i) {
    SentenceReader(context, SentenceId{i}, layer, triples).read();
  }
  return triples;
}

}  // namespace diurna::detail
