#include "diurna/mentions/mentions.hpp"

namespace diurna {

Mentions::Mentions(Parts parts, std::size_t token_count)
    : parts_(std::move(parts)),
      by_head_(token_count, MentionId::none()),
      time_at_(token_count, TimeId::none()),
      quantity_at_(token_count, QuantityId::none()) {
  for (std::size_t i = 0; i < parts_.mentions.size(); ++i) {
    const Mention& mention = parts_.mentions[i];
    MentionId& slot = by_head_[mention.head.index()];
    if (!slot || mention.tokens.size() > this->mention(slot).tokens.size()) slot = MentionId{i};
  }
  for (std::size_t i = 0; i < parts_.times.size(); ++i) {
    for (const TokenId token : parts_.times[i].tokens) time_at_[token.index()] = TimeId{i};
  }
  for (std::size_t i = 0; i < parts_.quantities.size(); ++i) {
    for (const TokenId token : parts_.quantities[i].tokens) quantity_at_[token.index()] = QuantityId{i};
  }
}

}  // namespace diurna
