#include "events/words.hpp"

#include <algorithm>
#include <array>

namespace diurna::detail {
namespace {

/// Atoms of the labels of one enumeration, hashed once.
template <class Label, std::size_t Count>
struct LabelAtoms {
  LabelAtoms() {
    for (std::size_t i = 0; i < Count; ++i) atoms[i] = Atom(to_text(static_cast<Label>(i)));
  }
  const Atom& operator[](Label label) const { return atoms[static_cast<std::size_t>(label)]; }
  std::array<Atom, Count> atoms;
};

struct Labels {
  LabelAtoms<Upos, 17> upos;
  LabelAtoms<DependencyRelation, static_cast<std::size_t>(DependencyRelation::xcomp) + 1> relation;
  LabelAtoms<EntityType, 11> entity;
  Atom time{"TIME"}, number{"NUMBER"};
};

const Labels& labels() {
  static const Labels all;
  return all;
}

void append_lower(std::string& out, std::string_view text) {
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

WordClass class_of(const WordAnalysis& word) {
  switch (word.upos) {
    case Upos::verb:
      return WordClass::verb;
    case Upos::noun:
    case Upos::propn:
      return WordClass::noun;
    case Upos::adj:
      return WordClass::adjective;
    default:
      return WordClass::other;
  }
}

const Atom& kind_of(const Mentions& mentions, TokenId token, const WordAnalysis& word) {
  if (const TimeId time = mentions.time_at(token)) return labels().time;
  if (const MentionId mention = mentions.mention_headed_by(token)) {
    return labels().entity[mentions.mention(mention).type];
  }
  if (mentions.quantity_at(token)) return labels().number;
  return labels().upos[word.upos];
}

bool is_bare_participle(const WordAnalysis& word) {
  using enum DependencyRelation;
  return word.xpos == "VBN" && (word.relation == acl || word.relation == amod);
}

bool is_negation(std::string_view lemma) {
  return lemma == "not" || lemma == "n't" || lemma == "never" || lemma == "no";
}

}  // namespace

const Atom& number_atom(std::size_t number) {
  static const std::array<Atom, 8> atoms{Atom("0"), Atom("1"), Atom("2"), Atom("3"),
                                         Atom("4"), Atom("5"), Atom("6"), Atom("7")};
  return atoms[std::min<std::size_t>(number, 7)];
}

const Atom& class_atom(WordClass word_class) {
  static const Atom verb("V"), noun("N"), adjective("A"), other("X");
  switch (word_class) {
    case WordClass::verb:
      return verb;
    case WordClass::noun:
      return noun;
    case WordClass::adjective:
      return adjective;
    case WordClass::other:
      return other;
  }
  return other;
}

Words::Words(const Context& context, const WordClusters& clusters) : table_(context.syntax.size()) {
  add_words(context, clusters);
  add_links(context.syntax);
  add_names(context.syntax);
}

const Atom& Words::marker_lemma(TokenId token) const {
  const TokenId found = marker(token);
  return found ? lemma(found) : empty_;
}

void Words::add_words(const Context& context, const WordClusters& clusters) {
  const Syntax& syntax = context.syntax;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < table_.size(); ++i) {
    bytes += syntax.lemma(TokenId{i}).size() + context.document.form(TokenId{i}).size();
  }
  lower_case_.reserve(bytes);  // atoms point into it, so it must not move
  const auto lower = [this](std::string_view text) {
    const std::size_t begin = lower_case_.size();
    append_lower(lower_case_, text);
    return Atom(std::string_view(lower_case_).substr(begin));
  };
  for (std::size_t i = 0; i < table_.size(); ++i) {
    const TokenId token{i};
    const WordAnalysis& word = syntax.word(token);
    Row& row = table_[i];
    row.lemma = lower(word.lemma);
    row.cluster = clusters.find(row.lemma);
    row.form = lower(context.document.form(token));
    row.kind = kind_of(context.mentions, token, word);
    row.relation = labels().relation[word.relation];
    row.tag = word.xpos.empty() ? labels().upos[word.upos] : Atom(word.xpos);
    row.word_class = class_of(word);
    row.passive = is_bare_participle(word);
  }
}

void Words::add_links(const Syntax& syntax) {
  using enum DependencyRelation;
  const auto first = [](TokenId& slot, TokenId token) {
    if (!slot) slot = token;
  };
  for (std::size_t i = 0; i < table_.size(); ++i) {
    const TokenId token{i};
    if (!syntax.head(token)) continue;
    Row& head = table_[syntax.head(token).index()];
    switch (syntax.relation(token)) {
      case case_:
      case mark:
        first(head.marker, token);
        break;
      case nsubj:
      case csubj:
        first(head.subject, token);
        break;
      case csubj_pass:
      case nsubj_pass:
        first(head.subject, token);
        head.passive = true;
        break;
      case obj:
        first(head.object, token);
        break;
      case det:
        first(head.determiner, token);
        break;
      case compound_prt:
        first(head.particle, token);
        break;
      case aux:
        first(head.auxiliary, token);
        break;
      case aux_pass:
        head.passive = true;
        break;
      default:
        break;
    }
    if (is_negation(table_[i].lemma.text)) head.negated = true;
  }
}

void Words::add_names(const Syntax& syntax) {
  for (const NameSpan& name : syntax.names()) {
    for (const TokenId token : name.tokens) {
      table_[token.index()].name_type = labels().entity[name.type];
      table_[token.index()].in_long_name = name.tokens.size() > 1;
    }
  }
}

}  // namespace diurna::detail
