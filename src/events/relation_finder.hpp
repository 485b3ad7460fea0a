// The lasting relations of an article: who holds which office, belongs where, is whose brother; what lies where.
//
//   "US President Ana Diaz, 61, met the mayor of Lyon, France."
//     person.position: Ana Diaz – President – org US;  person.age: Ana Diaz – 61;  place.located_in: Lyon – France
//
// Each group of patterns is a function of the same form (RelationPattern) in a file of its own; the finder runs them
// sentence by sentence and drops what a sentence says twice. Sentences that repeat earlier ones are skipped.
// Const, thread-safe, linear.
#pragma once

#include <memory>
#include <vector>

#include "events/attribution.hpp"
#include "events/stages.hpp"

namespace diurna::detail {

/// The same entity, or else the same words.
[[nodiscard]] bool same_filler(const Filler& a, const Filler& b);
/// Type, subject and object are the same.
[[nodiscard]] bool says_the_same(const Relation& a, const Relation& b);
/// A pronoun of which nobody knows whom it stands for.
[[nodiscard]] bool is_nobody(const Context& context, const Filler& filler);

class RelationFinder {
 public:
  /// Reads the tables; throws ParseError with file and line for a bad row.
  [[nodiscard]] static RelationFinder load();
  /// In text order; measures and possessions carry their source as a qualifier where `attributions` names one.
  [[nodiscard]] std::vector<Relation> operator()(const Context& context, const Attributions& attributions) const;

  struct Tables;

 private:
  explicit RelationFinder(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}
  std::shared_ptr<const Tables> tables_;
};

}  // namespace diurna::detail
