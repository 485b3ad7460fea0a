/// Everything in a document that can fill a role: mentions and their entities, times, quantities. The third of the five
/// nouns.
///
///     const diurna::Mentions mentions = finder(document, syntax);
///     for (const diurna::Entity& entity : mentions.entities()) std::cout << entity.name << '\n';
///
/// Immutable. Ids are indices in text order (entities: order of their first mention).
#pragma once

#include <string>
#include <vector>

#include "diurna/core/id.hpp"
#include "diurna/mentions/entity.hpp"
#include "diurna/mentions/mention.hpp"
#include "diurna/mentions/quantity.hpp"
#include "diurna/mentions/time_expression.hpp"

namespace diurna {

class Mentions {
 public:
  struct Parts {
    std::vector<Mention> mentions;
    std::vector<Entity> entities;
    std::vector<TimeExpression> times;
    std::vector<Quantity> quantities;
  };
  Mentions() = default;
  /// `token_count`: number of tokens of the document. Every mention belongs to exactly one entity.
  Mentions(Parts parts, std::size_t token_count);

  [[nodiscard]] const std::vector<Mention>& mentions() const& { return parts_.mentions; }
  [[nodiscard]] const std::vector<Entity>& entities() const& { return parts_.entities; }
  [[nodiscard]] const std::vector<TimeExpression>& times() const& { return parts_.times; }
  [[nodiscard]] const std::vector<Quantity>& quantities() const& { return parts_.quantities; }
  [[nodiscard]] const Mention& mention(MentionId id) const& { return parts_.mentions[id.index()]; }
  [[nodiscard]] const Entity& entity(EntityId id) const& { return parts_.entities[id.index()]; }
  [[nodiscard]] const TimeExpression& time(TimeId id) const& { return parts_.times[id.index()]; }
  [[nodiscard]] const Quantity& quantity(QuantityId id) const& { return parts_.quantities[id.index()]; }

  /// The widest mention whose head is this token, or none().
  [[nodiscard]] MentionId mention_headed_by(TokenId token) const { return by_head_[token.index()]; }
  /// The time or quantity that covers this token, or none().
  [[nodiscard]] TimeId time_at(TokenId token) const { return time_at_[token.index()]; }
  [[nodiscard]] QuantityId quantity_at(TokenId token) const { return quantity_at_[token.index()]; }

 private:
  Parts parts_;
  std::vector<MentionId> by_head_;
  std::vector<TimeId> time_at_;
  std::vector<QuantityId> quantity_at_;
};

}  // namespace diurna
