#include "diurna/linguistics/tags.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace diurna {
namespace {

constexpr std::array<std::string_view, 17> upos_names = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                         "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                         "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, 59> relation_names = {
    "acl",        "acl:relcl",   "advcl",        "advcl:relcl", "advmod",    "advmod:emph", "amod",
    "appos",      "aux",         "aux:pass",     "case",        "cc",        "cc:preconj",  "ccomp",
    "clf",        "compound",    "compound:prt", "conj",        "cop",       "csubj",       "csubj:outer",
    "csubj:pass", "dep",         "det",          "det:predet",  "discourse", "dislocated",  "expl",
    "fixed",      "flat",        "flat:foreign", "flat:name",   "goeswith",  "iobj",        "list",
    "mark",       "nmod",        "nmod:desc",    "nmod:npmod",  "nmod:poss", "nmod:tmod",   "nmod:unmarked",
    "nsubj",      "nsubj:outer", "nsubj:pass",   "nummod",      "obj",       "obl",         "obl:agent",
    "obl:npmod",  "obl:tmod",    "obl:unmarked", "orphan",      "parataxis", "punct",       "reparandum",
    "root",       "vocative",    "xcomp"};

constexpr std::array<std::string_view, 42> feature_names = {
    "Case=Acc",     "Case=Gen",     "Case=Nom",     "Definite=Def", "Definite=Ind", "Degree=Cmp",    "Degree=Pos",
    "Degree=Sup",   "Gender=Fem",   "Gender=Masc",  "Gender=Neut",  "Mood=Imp",     "Mood=Ind",      "Mood=Sub",
    "Number=Plur",  "Number=Sing",  "NumType=Card", "NumType=Frac", "NumType=Mult", "NumType=Ord",   "Person=1",
    "Person=2",     "Person=3",     "Polarity=Neg", "Poss=Yes",     "PronType=Art", "PronType=Dem",  "PronType=Ind",
    "PronType=Int", "PronType=Neg", "PronType=Prs", "PronType=Rcp", "PronType=Rel", "PronType=Tot",  "Reflex=Yes",
    "Tense=Past",   "Tense=Pres",   "VerbForm=Fin", "VerbForm=Ger", "VerbForm=Inf", "VerbForm=Part", "Voice=Pass"};

constexpr std::array<std::string_view, 11> entity_names = {"PERSON", "ORG",     "GPE",   "LOC", "FACILITY", "NORP",
                                                           "GROUP",  "PRODUCT", "EVENT", "LAW", "OTHER"};

template <class Enum, std::size_t size>
std::optional<Enum> find_name(const std::array<std::string_view, size>& names, std::string_view text) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end() || text.empty()) return std::nullopt;
  return static_cast<Enum>(std::distance(names.begin(), found));
}

}  // namespace

std::string_view to_text(Upos upos) { return upos_names[static_cast<std::size_t>(upos)]; }
std::optional<Upos> parse_upos(std::string_view text) { return find_name<Upos>(upos_names, text); }

std::string_view to_text(DependencyRelation relation) { return relation_names[static_cast<std::size_t>(relation)]; }

std::optional<DependencyRelation> parse_relation(std::string_view text) {
  if (const auto exact = find_name<DependencyRelation>(relation_names, text)) return exact;
  return find_name<DependencyRelation>(relation_names, text.substr(0, text.find(':')));
}

DependencyRelation universal(DependencyRelation relation) {
  const std::string_view name = to_text(relation);
  return find_name<DependencyRelation>(relation_names, name.substr(0, name.find(':'))).value_or(relation);
}

std::string to_text(FeatureSet features) {
  std::string out;
  for (std::size_t i = 0; i < feature_names.size(); ++i) {
    if (!features.has(static_cast<Feature>(i))) continue;
    if (!out.empty()) out += '|';
    out += feature_names[i];
  }
  return out.empty() ? "_" : out;
}

FeatureSet parse_features(std::string_view text) {
  FeatureSet features;
  while (!text.empty()) {
    const std::size_t bar = text.find('|');
    if (const auto feature = find_name<Feature>(feature_names, text.substr(0, bar))) features = features.with(*feature);
    text = bar == std::string_view::npos ? std::string_view() : text.substr(bar + 1);
  }
  return features;
}

std::string_view to_text(EntityType type) { return entity_names[static_cast<std::size_t>(type)]; }
std::optional<EntityType> parse_entity_type(std::string_view text) { return find_name<EntityType>(entity_names, text); }

}  // namespace diurna
