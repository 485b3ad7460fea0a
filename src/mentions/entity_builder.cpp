#include "mentions/entity_builder.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace diurna::detail {
namespace {

constexpr std::size_t type_count = static_cast<std::size_t>(EntityType::other) + 1;

/// The words of a mention with single spaces, whatever line breaks the text has.
std::string words_of(const MentionContext& context, TokenRange tokens) {
  std::string out;
  for (const TokenId token : tokens) {
    out += context.document.form(token);
    if (token.index() + 1 < tokens.last.index() && context.document.token(token).space_after) out += ' ';
  }
  return out;
}

/// What is known of one entity while its mentions are gathered.
struct Gathered {
  std::map<std::string, std::size_t> names;  // form → how often
  std::map<std::string, bool> demonym;
  std::array<std::size_t, type_count> votes{};
  std::string first_phrase;
  std::string first_nominal;
};

EntityType elected(const Gathered& gathered) {
  const auto& votes = gathered.votes;
  if (votes[static_cast<std::size_t>(EntityType::gpe)] > 0) {
    // A demonym in the chain does not turn the country into a people.
    const std::size_t norp = votes[static_cast<std::size_t>(EntityType::norp)];
    if (*std::ranges::max_element(votes) == norp) return EntityType::gpe;
  }
  return static_cast<EntityType>(std::ranges::max_element(votes) - votes.begin());
}

/// The longest form that is no demonym; among equals one that is not in capitals ("Geneva" before the "GENEVA" of a
/// dateline), then the most frequent, then the first in the alphabet.
std::string canonical_name(const Gathered& gathered) {
  std::string best;
  std::array<std::size_t, 4> best_rank{};
  for (const auto& [form, times] : gathered.names) {
    const bool demonym = gathered.demonym.at(form);
    const bool capitals = std::ranges::none_of(form, [](char letter) { return letter >= 'a' && letter <= 'z'; });
    const std::array<std::size_t, 4> rank = {demonym ? 1U : 2U, form.size(), capitals ? 1U : 2U, times};
    if (rank > best_rank) best = form, best_rank = rank;
  }
  return best;
}

void add_mention(const MentionContext& context, const Candidates& candidates, const Candidate& candidate,
                 Gathered& gathered) {
  const std::size_t weight = candidate.is_name() ? 100 : candidate.is_nominal() ? 10 : 1;
  if (candidate.mention.type != EntityType::other)
    gathered.votes[static_cast<std::size_t>(candidate.mention.type)] += weight;
  if (candidate.is_name()) {
    const std::string form = words_of(context, candidate.mention.tokens);
    const auto& known = candidates.names[candidate.name].known;
    ++gathered.names[form];
    gathered.demonym[form] = known && known->demonym;
    return;
  }
  std::string& slot = candidate.is_nominal() ? gathered.first_nominal : gathered.first_phrase;
  if (slot.empty()) slot = words_of(context, candidate.mention.tokens);
}

void finish(Entity& entity, const Gathered& gathered) {
  entity.type = *std::ranges::max_element(gathered.votes) == 0 ? EntityType::other : elected(gathered);
  entity.has_name = !gathered.names.empty();
  entity.name = entity.has_name                  ? canonical_name(gathered)
                : gathered.first_nominal.empty() ? gathered.first_phrase
                                                 : gathered.first_nominal;
  for (const auto& [form, times] : gathered.names) {
    if (form != entity.name) entity.aliases.push_back(form);
  }
}

}  // namespace

Mentions::Parts build_entities(const MentionContext& context, const Candidates& candidates, const Chains& chains) {
  Mentions::Parts parts;
  std::vector<EntityId> entity_of(candidates.list.size(), EntityId::none());
  std::vector<Gathered> gathered;
  for (std::size_t i = 0; i < candidates.list.size(); ++i) {
    const Candidate& candidate = candidates.list[i];
    EntityId& entity = entity_of[chains.root(i)];
    if (!entity) {
      entity = EntityId{parts.entities.size()};
      parts.entities.emplace_back();
      gathered.emplace_back();
    }
    Mention mention = candidate.mention;
    mention.entity = entity;
    if (!chains.sieve(i).empty()) mention.rule += ' ' + std::string(chains.sieve(i));
    Entity& target = parts.entities[entity.index()];
    if (target.country.empty()) target.country = candidate.country;
    target.mentions.push_back(MentionId{i});
    add_mention(context, candidates, candidate, gathered[entity.index()]);
    parts.mentions.push_back(std::move(mention));
  }
  for (std::size_t i = 0; i < gathered.size(); ++i) finish(parts.entities[i], gathered[i]);
  for (Mention& mention : parts.mentions) {
    if (mention.type == EntityType::other) mention.type = parts.entities[mention.entity.index()].type;
  }
  return parts;
}

}  // namespace diurna::detail
