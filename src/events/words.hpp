// What the event stages ask about every word again and again, worked out once for a document.
//
//     const Words words(context, clusters);
//     words.lemma(token);                // lower-case lemma with its hash
//     words.marker(token);               // the "of" of "of treason", the "to" of "to leave"
#pragma once

#include <string>
#include <vector>

#include "core/features.hpp"
#include "events/stages.hpp"
#include "events/word_clusters.hpp"

namespace diurna::detail {

/// Coarse part of speech of something that can be an event: verb, noun, adjective, or anything else.
enum class WordClass : char { verb = 'V', noun = 'N', adjective = 'A', other = 'X' };
/// "V", "N", "A" or "X" as part of a feature.
[[nodiscard]] const Atom& class_atom(WordClass word_class);
/// "0" to "7" as part of a feature; larger numbers count as 7.
[[nodiscard]] const Atom& number_atom(std::size_t number);

class Words {
 public:
  Words(const Context& context, const WordClusters& clusters);

  [[nodiscard]] const Atom& lemma(TokenId token) const { return table_[token.index()].lemma; }
  [[nodiscard]] const ClusterPair& cluster(TokenId token) const { return table_[token.index()].cluster; }
  [[nodiscard]] const Atom& form(TokenId token) const { return table_[token.index()].form; }
  /// What stands there, seen from outside: "PERSON" for a mention's head, "TIME", "NUMBER", else the part of speech.
  [[nodiscard]] const Atom& kind(TokenId token) const { return table_[token.index()].kind; }
  [[nodiscard]] const Atom& relation(TokenId token) const { return table_[token.index()].relation; }
  [[nodiscard]] const Atom& tag(TokenId token) const { return table_[token.index()].tag; }
  /// The first adposition or subordinator of a token, or none().
  [[nodiscard]] TokenId marker(TokenId token) const { return table_[token.index()].marker; }
  /// Its lemma; an empty atom without one.
  [[nodiscard]] const Atom& marker_lemma(TokenId token) const;
  [[nodiscard]] TokenId subject(TokenId token) const { return table_[token.index()].subject; }
  [[nodiscard]] TokenId object(TokenId token) const { return table_[token.index()].object; }
  [[nodiscard]] TokenId determiner(TokenId token) const { return table_[token.index()].determiner; }
  [[nodiscard]] TokenId particle(TokenId token) const { return table_[token.index()].particle; }
  [[nodiscard]] TokenId auxiliary(TokenId token) const { return table_[token.index()].auxiliary; }
  [[nodiscard]] bool negated(TokenId token) const { return table_[token.index()].negated; }
  /// Whether its subject is what a transitive verb's object would be: passive, or a bare past participle.
  [[nodiscard]] bool passive(TokenId token) const { return table_[token.index()].passive; }
  [[nodiscard]] WordClass word_class(TokenId token) const { return table_[token.index()].word_class; }
  /// Whether it lies in a recognised name of more than its own word.
  [[nodiscard]] bool in_long_name(TokenId token) const { return table_[token.index()].in_long_name; }
  /// The name's type, or an empty atom.
  [[nodiscard]] const Atom& name_type(TokenId token) const { return table_[token.index()].name_type; }

 private:
  struct Row {
    ClusterPair cluster;
    Atom lemma, form, kind, relation, tag, name_type;
    TokenId marker, subject, object, determiner, particle, auxiliary;
    WordClass word_class = WordClass::other;
    bool negated = false;
    bool passive = false;
    bool in_long_name = false;
  };
  void add_words(const Context& context, const WordClusters& clusters);
  void add_links(const Syntax& syntax);
  void add_names(const Syntax& syntax);

  std::string lower_case_;  // bytes behind the atoms
  std::vector<Row> table_;
  Atom empty_;
};

}  // namespace diurna::detail
