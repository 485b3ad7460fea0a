// Who acts and who is acted upon, for one told act.
//
//   "Talks between Egypt and Israel"               both act
//   "The demand by Moscow that Kyiv withdraw"      Moscow demands, of Kyiv
//
// Lists, never a cross product: a phrase with its coordinated phrases is one list.
#pragma once

#include <vector>

#include "events/act_reader.hpp"
#include "events/actor_coder.hpp"

namespace diurna::detail {

class Participants {
 public:
  Participants(const Context& context, const ActReader& acts, const ActorCoder& coder)
      : context_(context), acts_(acts), coder_(coder) {}

  [[nodiscard]] std::vector<CodedActor> actors(const ToldAct& told) const;
  [[nodiscard]] std::vector<CodedActor> recipients(const ToldAct& told, const std::vector<CodedActor>& actors) const;
  /// All actors of a phrase: itself with its coordinated phrases, or whom it belongs to ("the ministry's statement").
  [[nodiscard]] std::vector<CodedActor> actors_of(TokenId phrase) const;
  /// The subject of the verb of saying that a clause is reported by, or none().
  [[nodiscard]] TokenId reporter(TokenId clause) const;

 private:
  [[nodiscard]] TokenList other_countries(TokenId noun) const;
  [[nodiscard]] std::vector<CodedActor> agents_of_noun(TokenId noun) const;
  [[nodiscard]] std::vector<CodedActor> reporters_of(TokenId subject) const;
  [[nodiscard]] TokenId agent_of(const ToldAct& told) const;
  [[nodiscard]] std::vector<CodedActor> owners(TokenId noun) const;
  [[nodiscard]] std::vector<CodedActor> without_towns(std::vector<CodedActor> actors) const;
  [[nodiscard]] std::vector<CodedActor> named_in(TokenId token, bool deep) const;
  [[nodiscard]] std::vector<CodedActor> at(TokenId token, const ToldAct& told,
                                           const std::vector<CodedActor>& actors) const;

  const Context& context_;
  const ActReader& acts_;
  const ActorCoder& coder_;
};

}  // namespace diurna::detail
