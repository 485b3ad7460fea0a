/// Tags, lemmas, dependency trees and names of one document: the second of the five nouns.
///
///     // "The bridge was destroyed": bridge hangs on destroyed
///     syntax.head(TokenId{1});            // TokenId{3}
///     syntax.relation(TokenId{1});        // DependencyRelation::nsubj_pass
///     syntax.children(TokenId{3});        // bridge, was
///
/// Token ids are those of the Document, across sentences. Immutable; accessors are constant time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/core/id.hpp"
#include "diurna/linguistics/tags.hpp"

namespace diurna {

/// What linguistics says of one word.
struct WordAnalysis {
  Upos upos = Upos::x;
  DependencyRelation relation = DependencyRelation::dep;
  TokenId head = TokenId::none();  ///< none() for the root of a sentence.
  FeatureSet features;
  std::string xpos;  ///< Penn Treebank tag ("VBN"); "" when unknown.
  std::string lemma;
};

/// A name found in the text, with the model's confidence in [0, 1].
struct NameSpan {
  TokenRange tokens;
  EntityType type = EntityType::other;
  double score = 1.0;
};

class Syntax {
 public:
  Syntax() = default;
  /// One analysis a token; `names` in text order, not overlapping. Every sentence is a tree: heads stay inside it, no
  /// cycles.
  Syntax(std::vector<WordAnalysis> words, std::vector<NameSpan> names);

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] const WordAnalysis& word(TokenId token) const& { return words_[token.index()]; }
  [[nodiscard]] Upos upos(TokenId token) const { return words_[token.index()].upos; }
  [[nodiscard]] DependencyRelation relation(TokenId token) const { return words_[token.index()].relation; }
  /// none() for a root.
  [[nodiscard]] TokenId head(TokenId token) const { return words_[token.index()].head; }
  [[nodiscard]] FeatureSet features(TokenId token) const { return words_[token.index()].features; }
  [[nodiscard]] bool has(TokenId token, Feature feature) const { return words_[token.index()].features.has(feature); }
  [[nodiscard]] std::string_view xpos(TokenId token) const& { return words_[token.index()].xpos; }
  [[nodiscard]] std::string_view lemma(TokenId token) const& { return words_[token.index()].lemma; }
  /// Dependents in text order.
  [[nodiscard]] std::span<const TokenId> children(TokenId token) const&;
  [[nodiscard]] const std::vector<NameSpan>& names() const& { return names_; }

  /// The first dependent with this relation (exactly, subtype included), or none().
  [[nodiscard]] TokenId child(TokenId token, DependencyRelation relation) const;
  /// Whether `ancestor` is `token` or stands above it.
  [[nodiscard]] bool dominates(TokenId ancestor, TokenId token) const;
  /// First and last token below `token`, itself included.
  [[nodiscard]] TokenRange subtree(TokenId token) const;
  /// Number of steps up to the root of the sentence.
  [[nodiscard]] std::size_t depth(TokenId token) const;
  /// The way through the tree as text, "<nsubj" up, ">obl" down: in "The bridge was destroyed by rebels",
  /// from bridge to rebels "<nsubj:pass >obl:agent". "" for the token itself or another tree; "…" when over
  /// `max_steps`.
  [[nodiscard]] std::string path(TokenId from, TokenId to, std::size_t max_steps = 8) const;

 private:
  std::vector<WordAnalysis> words_;
  std::vector<NameSpan> names_;
  std::vector<std::uint32_t> children_begin_;
  std::vector<TokenId> children_;
};

}  // namespace diurna
