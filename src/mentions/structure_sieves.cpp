#include <algorithm>

#include "mentions/coreference.hpp"

namespace diurna::detail {
namespace {

using enum DependencyRelation;

bool has_child(const Syntax& syntax, TokenId token, DependencyRelation relation) {
  return static_cast<bool>(syntax.child(token, relation));
}

/// Two names side by side are two things ("Caracas, Venezuela"), unless they name one kind of body or person.
bool may_be_one(const Coreference& work, std::size_t a, std::size_t b) {
  const bool two_names = work.chains().of(a).named && work.chains().of(b).named;
  return !two_names && work.chains().agree(a, b);
}

TokenId subject_of(const Syntax& syntax, TokenId predicate) {
  const TokenId active = syntax.child(predicate, nsubj);
  return active ? active : syntax.child(predicate, nsubj_pass);
}

/// "activist" + flat, appositive or following name; "Mayor" hanging before a name.
std::size_t role_of(const Coreference& work, std::size_t name) {
  const Syntax& syntax = work.syntax();
  const TokenId head = work.at(name).mention.head;
  const DependencyRelation relation = syntax.relation(head);
  if (relation != flat && relation != flat_name && relation != appos && relation != nmod_desc)
    return Coreference::nobody;
  const std::size_t role = work.headed_by(syntax.head(head));
  if (role == Coreference::nobody || !work.at(role).is_nominal()) return Coreference::nobody;
  const bool inside = work.at(role).mention.tokens.contains(head);
  const bool adjacent = work.at(name).mention.tokens.first.index() == work.at(role).mention.head.index() + 1;
  return inside || adjacent ? role : Coreference::nobody;
}

/// "student protester Joshua Wong", whatever the tree says: a singular noun of the name's type stands right before it.
std::size_t role_right_before(const Coreference& work, std::size_t name) {
  const TokenId first = work.at(name).mention.tokens.first;
  if (first.index() == 0) return Coreference::nobody;
  const std::size_t role = work.headed_by(TokenId{first.index() - 1});
  if (role == Coreference::nobody || work.at(role).sentence != work.at(name).sentence) return Coreference::nobody;
  const Candidate& noun = work.at(role);
  const bool fits = noun.is_nominal() && noun.mention.number == GrammaticalNumber::singular &&
                    noun.mention.type == work.at(name).mention.type && noun.mention.type != EntityType::other;
  return fits ? role : Coreference::nobody;
}

bool is_mark(const Coreference& work, TokenId token) { return work.syntax().upos(token) == Upos::punct; }

/// The candidate, a name or described person, whose phrase starts at `first` and is followed by punctuation.
std::size_t enclosed_from(const Coreference& work, std::size_t from, TokenId first) {
  for (std::size_t i = from; i < work.list().size() && work.at(i).mention.tokens.first <= first; ++i) {
    const TokenId behind = work.at(i).mention.tokens.last;
    const bool closed = behind.index() < work.syntax().size() && is_mark(work, behind);
    if (work.at(i).mention.tokens.first == first && closed) return i;
  }
  return Coreference::nobody;
}

}  // namespace

void comma_sieve(Coreference& work) {
  for (std::size_t i = 0; i + 1 < work.list().size(); ++i) {
    const Candidate& before = work.at(i);
    const TokenId comma = before.mention.tokens.last;
    if (before.mention.type != EntityType::person || before.is_pronoun() || comma.index() + 1 >= work.syntax().size())
      continue;
    if (work.context().forms.key(comma) != ",") continue;
    const std::size_t behind = enclosed_from(work, i + 1, TokenId{comma.index() + 1});
    if (behind == Coreference::nobody || work.at(behind).sentence != before.sentence) continue;
    const Candidate& after = work.at(behind);
    if (after.mention.type != EntityType::person || after.is_pronoun() || before.is_name() == after.is_name()) continue;
    const Candidate& noun = before.is_name() ? after : before;
    const bool single = noun.mention.number == GrammaticalNumber::singular && noun.definiteness != Definiteness::none;
    if (single && may_be_one(work, i, behind)) work.chains().join(i, behind, "sieve:comma");
  }
}

void apposition_sieve(Coreference& work) {
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    const TokenId head = work.at(i).mention.head;
    if (work.syntax().relation(head) != appos || work.headed_by(head) != i) continue;
    const std::size_t first = work.headed_by(work.syntax().head(head));
    if (first == Coreference::nobody || has_child(work.syntax(), work.syntax().head(head), conj)) continue;
    if (may_be_one(work, first, i)) work.chains().join(std::min(first, i), std::max(first, i), "sieve:apposition");
  }
}

void copula_sieve(Coreference& work) {
  const Syntax& syntax = work.syntax();
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    const TokenId head = work.at(i).mention.head;
    if (!work.at(i).is_nominal() || !has_child(syntax, head, cop) || work.headed_by(head) != i) continue;
    const bool denied = std::ranges::any_of(syntax.children(head), [&](TokenId child) {
      return syntax.lemma(child) == "not" || syntax.has(child, Feature::polarity_neg) ||
             syntax.relation(child) == aux || syntax.relation(child) == case_;
    });
    const std::size_t subject = work.headed_by(syntax.child(head, nsubj));
    if (denied || subject == Coreference::nobody || work.at(subject).is_pronoun()) continue;
    if (work.chains().of(i).type != work.chains().of(subject).type) continue;
    if (may_be_one(work, subject, i)) work.chains().join(subject, i, "sieve:copula");
  }
}

void role_name_sieve(Coreference& work) {
  const auto join = [&](std::size_t role, std::size_t name) {
    if (role == Coreference::nobody || name == Coreference::nobody || role == name || !may_be_one(work, role, name))
      return;
    work.chains().join(std::min(role, name), std::max(role, name), "sieve:role-name");
  };
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    if (work.at(i).is_name()) join(role_of(work, i), i);
    if (work.at(i).is_name()) join(role_right_before(work, i), i);
    const TokenId head = work.at(i).mention.head;
    if (work.at(i).is_nominal() && work.syntax().relation(head) == nmod_desc)
      join(i, work.headed_by(work.syntax().head(head)));
  }
}

void relative_sieve(Coreference& work) {
  const Syntax& syntax = work.syntax();
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    if (!work.at(i).pronoun || work.at(i).pronoun->kind != PronounKind::relative) continue;
    TokenId clause = work.at(i).mention.head;
    while (clause && syntax.relation(clause) != acl_relcl) clause = syntax.head(clause);
    if (!clause) continue;
    const std::size_t antecedent = work.headed_by(syntax.head(clause));
    if (antecedent != Coreference::nobody && antecedent < i) work.chains().join(antecedent, i, "sieve:relative");
  }
}

void reflexive_sieve(Coreference& work) {
  const Syntax& syntax = work.syntax();
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    if (!work.at(i).pronoun || work.at(i).pronoun->kind != PronounKind::reflexive) continue;
    for (TokenId up = syntax.head(work.at(i).mention.head); up; up = syntax.head(up)) {
      const std::size_t subject = work.headed_by(subject_of(syntax, up));
      if (subject == Coreference::nobody || subject >= i) continue;
      if (work.chains().agree(subject, i)) work.chains().join(subject, i, "sieve:reflexive");
      break;
    }
  }
}

}  // namespace diurna::detail
