// What the role model looks at.
#pragma once

#include "events/frames.hpp"
#include "events/role_candidates.hpp"

namespace diurna::detail {

/// Describes the candidates of one trigger.
class RoleContext {
 public:
  struct Parts {
    const Context& context;
    const Words& words;
    const Frames& frames;
    const Triggers& triggers;
    const Ontology& ontology;
    const std::vector<std::string>& labels;  ///< Of the role model: "none", then roles.
  };
  RoleContext(const Parts& parts, EventId event, const std::vector<RoleCandidate>& candidates);

  /// Fills `features` (cleared first) for one candidate.
  void describe(std::size_t candidate, FeatureList& features) const;

 private:
  void add_slot(const RoleCandidate& candidate, FeatureList& features) const;
  void add_filler(const RoleCandidate& candidate, FeatureList& features) const;
  void add_place(std::size_t candidate, FeatureList& features) const;
  void add_frames(const RoleCandidate& candidate, FeatureList& features) const;
  [[nodiscard]] const Atom& filler_kind(const RoleCandidate& candidate) const;
  [[nodiscard]] TokenId owner(TokenId token) const;

  const Parts& parts_;
  const std::vector<RoleCandidate>& candidates_;
  TokenId head_;
  std::size_t type_;
  Atom type_atom_, family_, class_;
  bool has_subject_ = false;
  bool has_object_ = false;
};

}  // namespace diurna::detail
