// Small questions about lists of actors that both halves of Participants ask.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/events/coding.hpp"
#include "events/act_reader.hpp"

namespace diurna::detail {

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Adds those that are not in the list yet.
inline void append(std::vector<CodedActor>& to, std::vector<CodedActor> from) {
  for (CodedActor& actor : from) {
    const bool known = std::any_of(to.begin(), to.end(), [&](const CodedActor& other) {
      return other.span == actor.span || (other.entity && other.entity == actor.entity);
    });
    if (!known) to.push_back(std::move(actor));
  }
}

/// Acts whose noun belongs to whom it is done to: "the killing of villagers", "his arrest".
inline bool is_done_to_owner(const ToldAct& told) {
  if (told.act == nullptr) return false;
  const std::string_view act = std::string_view(told.act->name).substr(0, told.act->name.find('.'));
  return is_one_of(act,
                   {"kill", "arrest", "abduct", "assassinate", "attempt_assassination", "release", "deport", "execute",
                    "torture", "massacre", "convict", "charge", "extradite", "pardon", "sexual_assault"});
}

}  // namespace diurna::detail
