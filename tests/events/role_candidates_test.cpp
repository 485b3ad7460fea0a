#include "events/role_candidates.hpp"

#include <doctest/doctest.h>

#include "events/small_text.hpp"

using namespace diurna;
using namespace diurna::detail;

namespace {

/// "subj=Police obj=him": the candidates of the trigger `verb` that are reached over the tree's near paths.
std::string candidates(const test::SmallText& text, const std::string& verb) {
  return text.with_context([&](const Context& context) {
    const Words words(context, WordClusters::load());
    const Triggers triggers({{text.token(verb), 0, 1}}, context.syntax.size());
    std::string out;
    for (const RoleCandidate& candidate : find_role_candidates(context, words, triggers, EventId{0})) {
      if (candidate.slot.starts_with("g:") || candidate.slot == "far") continue;
      out += (out.empty() ? "" : " ") + candidate.slot + "=" + std::string(context.document.form(candidate.token));
    }
    return out;
  });
}

}  // namespace

TEST_CASE("role candidates: subject, object and prepositional phrases of an active verb") {
  const test::SmallText text(
      "Police/NOUN/nsubj/2 arrested/VERB/root/0/arrest a/DET/det/4 man/NOUN/obj/2 in/ADP/case/6 Leeds/PROPN/obl/2");
  CHECK(candidates(text, "arrested") == "subj=Police obj=man in=Leeds");
}

TEST_CASE("role candidates: the subject of a passive stands in the object's slot") {
  const test::SmallText text(
      "He/PRON/nsubj:pass/3 was/AUX/aux:pass/3/be held/VERB/root/0/hold by/ADP/case/5 soldiers/NOUN/obl:agent/3");
  CHECK(candidates(text, "held") == "obj=He by=soldiers");
}

TEST_CASE("role candidates: a relative clause gives its noun the relative word's slot") {
  const test::SmallText text(
      "Rebels/NOUN/nsubj/5 who/PRON/nsubj/3/who/WP burned/VERB/acl:relcl/1/burn villages/NOUN/obj/3 "
      "fled/VERB/root/0/flee");
  CHECK(candidates(text, "burned") == "obj=villages subj=Rebels");
}

TEST_CASE("role candidates: a bare participle has its noun as object") {
  const test::SmallText text(
      "Two/NUM/nummod/2 men/NOUN/nsubj/5 arrested/VERB/acl/2/arrest/VBN yesterday/NOUN/obl:tmod/3 "
      "escaped/VERB/root/0/escape");
  CHECK(candidates(text, "arrested") == "tmod=yesterday obj=men");
}

TEST_CASE("role candidates: an infinitive takes the object of its governor as subject") {
  const test::SmallText text(
      "Judges/NOUN/nsubj/2 ordered/VERB/root/0/order him/PRON/obj/2 to/PART/mark/5 leave/VERB/xcomp/2 "
      "Chad/PROPN/obj/5");
  CHECK(candidates(text, "leave") == "obj=Chad subj=him");
}

TEST_CASE("role candidates: coordinated predicates share their subject, coordinated fillers their slot") {
  const test::SmallText text(
      "Ann/PROPN/nsubj:pass/5 and/CCONJ/cc/3 Bo/PROPN/conj/1 were/AUX/aux:pass/5/be arrested/VERB/root/0/arrest "
      "and/CCONJ/cc/8 later/ADV/advmod/8 charged/VERB/conj/5/charge/VBN");
  CHECK(candidates(text, "arrested") == "obj=Ann obj=Bo");
  CHECK(candidates(text, "charged") == "advmod=later obj=Ann obj=Bo");
}

TEST_CASE("role candidates: possessor, of-phrase and by-phrase of a nominalisation") {
  const test::SmallText text(
      "Chad/PROPN/nmod:poss/3 's/PART/case/1 release/NOUN/root/0 of/ADP/case/6 five/NUM/nummod/6 "
      "prisoners/NOUN/nmod/3/prisoner by/ADP/case/8 decree/NOUN/nmod/3");
  CHECK(candidates(text, "release") == "poss=Chad of=prisoners of/num=five by=decree");
}

TEST_CASE("role candidates: a long list is cut") {
  std::string words = "Police/NOUN/nsubj/2 arrested/VERB/root/0/arrest Man/NOUN/obj/2";
  for (int i = 0; i < 3000; ++i) words += " Man/NOUN/conj/3";
  const test::SmallText text(words);
  text.with_context([&](const Context& context) {
    const Words list(context, WordClusters::load());
    const Triggers triggers({{text.token("arrested"), 0, 1}}, context.syntax.size());
    CHECK(find_role_candidates(context, list, triggers, EventId{0}).size() <= max_role_candidates);
    return 0;
  });
}
