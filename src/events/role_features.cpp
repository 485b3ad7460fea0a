#include "events/role_features.hpp"

#include <algorithm>

namespace diurna::detail {
namespace {

constexpr std::size_t max_climb = 5;

std::size_t distance_level(std::size_t tokens) {
  return tokens <= 1    ? 0
         : tokens <= 2  ? 1
         : tokens <= 4  ? 2
         : tokens <= 7  ? 3
         : tokens <= 12 ? 4
         : tokens <= 20 ? 5
                        : 6;
}

const Atom& yes_no(bool yes) {
  static const Atom yes_atom("yes"), no_atom("no");
  return yes ? yes_atom : no_atom;
}

}  // namespace

RoleContext::RoleContext(const Parts& parts, EventId event, const std::vector<RoleCandidate>& candidates)
    : parts_(parts),
      candidates_(candidates),
      head_(parts.triggers.all()[event.index()].head),
      type_(parts.triggers.all()[event.index()].type) {
  const std::string_view id = parts.ontology.event_types()[type_].id;
  type_atom_ = Atom(id);
  family_ = Atom(id.substr(0, id.find('.')));
  class_ = class_atom(parts.words.word_class(head_));
  for (const RoleCandidate& candidate : candidates) {
    has_subject_ = has_subject_ || candidate.slot == "subj";
    has_object_ = has_object_ || candidate.slot == "obj";
  }
}

void RoleContext::describe(std::size_t candidate, FeatureList& features) const {
  features.clear();
  add_slot(candidates_[candidate], features);
  add_filler(candidates_[candidate], features);
  add_place(candidate, features);
  add_frames(candidates_[candidate], features);
}

const Atom& RoleContext::filler_kind(const RoleCandidate& candidate) const {
  static const Atom event("EVENT"), number("NUMBER");
  if (candidate.kind == FillerKind::event) return event;
  if (candidate.kind == FillerKind::quantity) return number;
  return parts_.words.kind(candidate.token);
}

void RoleContext::add_slot(const RoleCandidate& candidate, FeatureList& features) const {
  const Atom slot(candidate.slot);
  const Atom via(candidate.via);
  const Atom& kind = filler_kind(candidate);
  const Atom& lemma = parts_.words.lemma(head_);
  features.add("bias");
  features.add("slot", slot, class_);
  features.add("slot-via", slot, class_, via);
  features.add("slot-kind", slot, kind, class_);
  features.add("type-slot", type_atom_, slot, class_);
  features.add("type-slot-kind", type_atom_, slot, kind);
  features.add("family-slot-kind", family_, slot, kind);
  features.add("family-slot", family_, slot, class_);
  features.add("lemma-slot", lemma, slot);
  features.add("lemma-slot-kind", lemma, slot, kind);
  features.add("fine-slot", parts_.words.cluster(head_).fine, slot, class_);
  features.add("coarse-slot-kind", parts_.words.cluster(head_).coarse, slot, kind);
  features.add("type-kind", type_atom_, kind);
  features.add("passive-slot", yes_no(parts_.words.passive(head_)), slot, class_);
  features.add("passive-type-slot", yes_no(parts_.words.passive(head_)), slot, type_atom_);
  features.add("subject-slot", yes_no(has_subject_), slot, class_);
  features.add("object-slot", yes_no(has_object_), slot, class_);
  features.add("object-type-slot", yes_no(has_object_), slot, type_atom_);
  features.add("lemma-type", lemma, type_atom_);
}

void RoleContext::add_filler(const RoleCandidate& candidate, FeatureList& features) const {
  const Words& words = parts_.words;
  const Atom slot(candidate.slot);
  const Atom& kind = filler_kind(candidate);
  const Atom& lemma = words.lemma(candidate.token);
  features.add("kind", kind);
  features.add("filler", lemma);
  features.add("filler-type", lemma, type_atom_);
  features.add("filler-family", lemma, family_);
  features.add("filler-slot", lemma, slot);
  features.add("filler-fine-type", words.cluster(candidate.token).fine, type_atom_);
  features.add("filler-fine-family", words.cluster(candidate.token).fine, family_, kind);
  features.add("filler-coarse-type", words.cluster(candidate.token).coarse, type_atom_, kind);
  features.add("filler-coarse-slot", words.cluster(candidate.token).coarse, slot, family_);
  features.add("filler-tag", words.tag(candidate.token), slot);
  const Atom& marker = words.marker_lemma(candidate.token);
  features.add("marker-kind", marker, kind);
  features.add("marker-type", marker, type_atom_, kind);
  features.add("marker-family", marker, family_, kind);
  const TokenId determiner = words.determiner(candidate.token);
  if (determiner) features.add("determiner", words.lemma(determiner), slot);
  if (const MentionId mention = parts_.context.mentions.mention_headed_by(candidate.token)) {
    const MentionKind mention_kind = parts_.context.mentions.mention(mention).kind;
    features.add("mention", Atom(to_text(mention_kind)), slot, class_);
    features.add("mention-type", Atom(to_text(mention_kind)), kind, type_atom_);
  }
  if (candidate.kind == FillerKind::event) {
    const Trigger& other = parts_.triggers.all()[parts_.triggers.at(candidate.token).index()];
    const Atom other_type(parts_.ontology.event_types()[other.type].id);
    features.add("event-type", other_type, type_atom_);
    features.add("event-type-slot", other_type, slot);
  }
}

/// The nearest trigger above `token`, this event's or another's; none() within a few steps.
TokenId RoleContext::owner(TokenId token) const {
  TokenId up = parts_.context.syntax.head(token);
  for (std::size_t steps = 0; up && steps < max_climb; ++steps, up = parts_.context.syntax.head(up)) {
    if (up == head_ || parts_.triggers.at(up)) return up;
  }
  return TokenId::none();
}

void RoleContext::add_place(std::size_t index, FeatureList& features) const {
  const RoleCandidate& candidate = candidates_[index];
  const Atom& kind = filler_kind(candidate);
  const bool before = candidate.token < head_;
  const std::size_t tokens = before ? head_.index() - candidate.token.index() : candidate.token.index() - head_.index();
  const Atom& distance = number_atom(distance_level(tokens));
  features.add("distance", distance, yes_no(before), class_);
  features.add("distance-kind", distance, yes_no(before), kind);
  features.add("distance-kind-type", distance, kind, type_atom_);
  const auto same_kind =
      std::count_if(candidates_.begin(), candidates_.begin() + static_cast<std::ptrdiff_t>(index),
                    [&](const RoleCandidate& other) { return filler_kind(other).hash == kind.hash; });
  features.add("rank", number_atom(static_cast<std::size_t>(same_kind)), kind);
  features.add("rank-type", number_atom(static_cast<std::size_t>(same_kind)), kind, type_atom_);
  if (const TokenId above = owner(candidate.token); above && above != head_) {
    const Trigger& other = parts_.triggers.all()[parts_.triggers.at(above).index()];
    const Atom other_type(parts_.ontology.event_types()[other.type].id);
    features.add("owned", kind, class_);
    features.add("owned-type", other_type, type_atom_, kind);
    features.add("owned-slot", Atom(candidate.slot), class_);
  } else if (!above) {
    features.add("unowned", kind, class_);
  }
  if (candidate.slot == "far") {
    const std::string path = parts_.context.syntax.path(head_, candidate.token, 6);
    features.add("path", Atom(path), class_);
    features.add("path-kind", Atom(path), kind);
  }
}

void RoleContext::add_frames(const RoleCandidate& candidate, FeatureList& features) const {
  const Atom slot(candidate.slot);
  const auto roles = parts_.frames.find(type_, parts_.words.lemma(head_), parts_.words.word_class(head_), slot);
  const Atom& kind = filler_kind(candidate);
  for (const FrameRole& role : roles) {
    const auto label = std::find(parts_.labels.begin(), parts_.labels.end(), role.role);
    if (label == parts_.labels.end()) continue;
    const auto index = static_cast<std::uint16_t>(label - parts_.labels.begin());
    const Atom& prior = number_atom(static_cast<std::size_t>(role.prior * 7.5F));
    features.tie(index, "frame", prior);
    features.tie(index, "frame-role", prior, Atom(role.role));
    features.tie(index, "frame-role-kind", kind, Atom(role.role));
  }
}

}  // namespace diurna::detail
