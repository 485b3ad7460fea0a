/// The labels of Universal Dependencies v2 that Diurna knows, as enumerations with their text forms.
///
///     diurna::to_text(diurna::Upos::propn);             // "PROPN"
///     diurna::parse_relation("nsubj:pass");             // Relation::nsubj_pass
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace diurna {

/// Universal part of speech.
enum class Upos : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};
[[nodiscard]] std::string_view to_text(Upos upos);
[[nodiscard]] std::optional<Upos> parse_upos(std::string_view text);

/// Dependency relation with the subtypes of the English treebanks.
enum class DependencyRelation : std::uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  advmod_emph,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  clf,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  flat_foreign,
  flat_name,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_npmod,
  nmod_poss,
  nmod_tmod,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_npmod,
  obl_tmod,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};
[[nodiscard]] std::string_view to_text(DependencyRelation relation);
/// An unknown subtype gives its universal relation; an unknown relation nothing.
[[nodiscard]] std::optional<DependencyRelation> parse_relation(std::string_view text);
/// The relation without its subtype: nsubj_pass → nsubj.
[[nodiscard]] DependencyRelation universal(DependencyRelation relation);

/// Features that matter for reading events, each one bit.
enum class Feature : std::uint8_t {
  case_acc,
  case_gen,
  case_nom,
  definite_def,
  definite_ind,
  degree_cmp,
  degree_pos,
  degree_sup,
  gender_fem,
  gender_masc,
  gender_neut,
  mood_imp,
  mood_ind,
  mood_sub,
  number_plur,
  number_sing,
  numtype_card,
  numtype_frac,
  numtype_mult,
  numtype_ord,
  person_1,
  person_2,
  person_3,
  polarity_neg,
  poss_yes,
  prontype_art,
  prontype_dem,
  prontype_ind,
  prontype_int,
  prontype_neg,
  prontype_prs,
  prontype_rcp,
  prontype_rel,
  prontype_tot,
  reflex_yes,
  tense_past,
  tense_pres,
  verbform_fin,
  verbform_ger,
  verbform_inf,
  verbform_part,
  voice_pass
};

/// A set of features of one word.
class FeatureSet {
 public:
  constexpr FeatureSet() = default;
  [[nodiscard]] constexpr bool has(Feature feature) const { return (bits_ >> static_cast<unsigned>(feature)) & 1U; }
  [[nodiscard]] constexpr FeatureSet with(Feature feature) const {
    FeatureSet out = *this;
    out.bits_ |= std::uint64_t{1} << static_cast<unsigned>(feature);
    return out;
  }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  bool operator==(const FeatureSet&) const = default;

 private:
  std::uint64_t bits_ = 0;
};
/// "Number=Sing|Person=3": CoNLL-U's FEATS, sorted by name; "_" for none.
[[nodiscard]] std::string to_text(FeatureSet features);
/// Features that Diurna does not know are left out.
[[nodiscard]] FeatureSet parse_features(std::string_view text);

/// Types of entities, of names and of all other mentions.
enum class EntityType : std::uint8_t { person, org, gpe, loc, facility, norp, group, product, event, law, other };
/// "PERSON", "ORG" …
[[nodiscard]] std::string_view to_text(EntityType type);
[[nodiscard]] std::optional<EntityType> parse_entity_type(std::string_view text);

}  // namespace diurna
