#include "io/rdf/vocabulary_index.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "io/rdf/term.hpp"
#include "io/rdf/vocabulary.hpp"

namespace diurna::io::detail::rdf {
namespace {

constexpr std::array<std::pair<std::string_view, Use>, 34> uses = {{{"rdf:type", Use::is_a},
                                                                    {"dn:type", Use::type},
                                                                    {"rdfs:label", Use::label},
                                                                    {"schema:alternateName", Use::alias},
                                                                    {"dn:presence", Use::presence},
                                                                    {"rdf:subject", Use::subject},
                                                                    {"rdf:predicate", Use::predicate},
                                                                    {"rdf:object", Use::object},
                                                                    {"dn:key", Use::key},
                                                                    {"gaf:denotedBy", Use::denoted_by},
                                                                    {"nif:beginIndex", Use::begin},
                                                                    {"nif:endIndex", Use::end},
                                                                    {"nif:referenceContext", Use::context},
                                                                    {"nif:sentence", Use::sentence},
                                                                    {"nif:anchorOf", Use::anchor},
                                                                    {"dn:sentenceText", Use::sentence_text},
                                                                    {"dn:sentenceBegin", Use::sentence_begin},
                                                                    {"dn:rule", Use::rule},
                                                                    {"dn:path", Use::path},
                                                                    {"dn:score", Use::score},
                                                                    {"dn:origin", Use::origin},
                                                                    {"dn:originTarget", Use::origin_target},
                                                                    {"dn:originKey", Use::origin_key},
                                                                    {"dn:about", Use::about},
                                                                    {"dn:facet", Use::facet},
                                                                    {"dn:value", Use::value},
                                                                    {"dn:claimedBy", Use::claimed_by},
                                                                    {"dn:joined", Use::joined},
                                                                    {"dn:into", Use::into},
                                                                    {"dn:because", Use::because},
                                                                    {"dn:formatVersion", Use::version},
                                                                    {"dn:statements", Use::statements},
                                                                    {"rdf:value", Use::derived},
                                                                    {"owl:sameAs", Use::derived}}};

constexpr std::array<std::string_view, 6> derived_namespaces = {
    "sem:", "schema:", "time:", "prov:", "role:", "relation:"};

constexpr std::array<std::pair<std::string_view, Role>, 8> roles = {{{"dn:Graph", Role::file},
                                                                     {"dn:DocumentGraph", Role::document_graph},
                                                                     {"rdf:Statement", Role::edge},
                                                                     {"nif:OffsetBasedString", Role::mention},
                                                                     {"nif:Sentence", Role::sentence},
                                                                     {"nif:Context", Role::context},
                                                                     {"dn:Claim", Role::claim},
                                                                     {"dn:Join", Role::join}}};

constexpr std::array<std::pair<std::string_view, NodeKind>, 6> kinds = {{{"dn:Document", NodeKind::document},
                                                                         {"dn:Entity", NodeKind::entity},
                                                                         {"dn:Event", NodeKind::event},
                                                                         {"dn:Time", NodeKind::time},
                                                                         {"dn:Quantity", NodeKind::quantity},
                                                                         {"dn:Phrase", NodeKind::phrase}}};

}  // namespace

VocabularyIndex::VocabularyIndex(const TermPool& terms) : terms_(terms), properties_(expanded("property:")) {
  for (const auto& [name, use] : uses) {
    if (const TermId id = terms.find(expanded(name))) uses_[id] = use;
  }
  for (const auto& [name, role] : roles) {
    if (const TermId id = terms.find(expanded(name))) roles_[id] = role;
  }
  for (const auto& [name, kind] : kinds) {
    if (const TermId id = terms.find(expanded(name))) {
      roles_[id] = Role::node;
      kinds_[id] = kind;
    }
  }
  for (const std::string_view name : derived_namespaces) derived_.push_back(expanded(name));
}

Use VocabularyIndex::use_of(TermId predicate) const {
  const auto found = uses_.find(predicate);
  if (found != uses_.end()) return found->second;
  const std::string& iri = terms_.text(predicate);
  if (iri.starts_with(properties_)) return Use::property;
  const bool derived = std::any_of(derived_.begin(), derived_.end(),
                                   [&iri](const std::string& prefix) { return iri.starts_with(prefix); });
  return derived ? Use::derived : Use::foreign;
}

Role VocabularyIndex::role_of(TermId type) const {
  const auto found = roles_.find(type);
  return found == roles_.end() ? Role::none : found->second;
}

NodeKind VocabularyIndex::kind_of(TermId type) const { return kinds_.at(type); }

}  // namespace diurna::io::detail::rdf
