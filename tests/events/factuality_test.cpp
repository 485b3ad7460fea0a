#include "events/factuality.hpp"

#include <doctest/doctest.h>

#include "events/small_text.hpp"

using diurna::to_text;
using diurna::test::SmallText;

namespace {

std::string factuality(const SmallText& text, const std::string& trigger) {
  static const auto reader = diurna::detail::FactualityReader::load();
  return text.with_context([&](const diurna::detail::Context& context) {
    const auto decision = reader(context, text.token(trigger));
    return std::string(to_text(decision.value)) + " " + decision.rule;
  });
}

}  // namespace

TEST_CASE("factuality: a plain past clause is actual") {
  CHECK(factuality(SmallText("Police/NOUN/nsubj/2 arrested/VERB/root/0/arrest him/PRON/obj/2"), "arrested") ==
        "actual default");
}

TEST_CASE("factuality: negation of a verb, of its subject and of a noun") {
  CHECK(factuality(SmallText("They/PRON/nsubj/4 did/AUX/aux/4/do not/PART/advmod/4 arrest/VERB/root/0 him/PRON/obj/4"),
                   "arrest") == "negated negation:not");
  CHECK(factuality(SmallText("No/DET/det/2 passenger/NOUN/nsubj:pass/4 was/AUX/aux:pass/4/be hurt/VERB/root/0"),
                   "hurt") == "negated negation:no");
  CHECK(factuality(SmallText("They/PRON/nsubj/2 made/VERB/root/0/make no/DET/det/4 arrests/NOUN/obj/2/arrest"),
                   "arrests") == "negated negation:no");
  CHECK(factuality(SmallText("They/PRON/nsubj/4 did/AUX/aux/4/do not/PART/advmod/4 reach/VERB/root/0 a/DET/det/6 "
                             "deal/NOUN/obj/4"),
                   "deal") == "negated negation:not");
}

TEST_CASE("factuality: 'not only' takes nothing away") {
  CHECK(factuality(SmallText("They/PRON/nsubj/4 not/PART/advmod/4 only/ADV/advmod/4 arrested/VERB/root/0/arrest "
                             "him/PRON/obj/4"),
                   "arrested") == "actual default");
}

TEST_CASE("factuality: modals, and 'would' in reported speech") {
  CHECK(factuality(SmallText("They/PRON/nsubj/3 may/AUX/aux/3 resign/VERB/root/0"), "resign") == "possible modal:may");
  CHECK(factuality(SmallText("They/PRON/nsubj/3 will/AUX/aux/3 resign/VERB/root/0"), "resign") == "planned modal:will");
  CHECK(factuality(SmallText("She/PRON/nsubj/2 said/VERB/root/0/say she/PRON/nsubj/5 would/AUX/aux/5 "
                             "resign/VERB/ccomp/2"),
                   "resign") == "planned modal:would");
  CHECK(factuality(SmallText("They/PRON/nsubj/3 will/AUX/aux/3 hold/VERB/root/0 talks/NOUN/obj/3/talk"), "talks") ==
        "planned modal:will");
}

TEST_CASE("factuality: governing words by their complement") {
  CHECK(factuality(SmallText("The/DET/det/2 court/NOUN/nsubj/3 ordered/VERB/root/0/order his/PRON/nmod:poss/5 "
                             "release/NOUN/obj/3"),
                   "release") == "planned governor:order/object");
  CHECK(factuality(SmallText("They/PRON/nsubj/2 hope/VERB/root/0 for/ADP/case/5 his/PRON/nmod:poss/5 "
                             "release/NOUN/obl/2"),
                   "release") == "possible governor:hope/for");
  CHECK(factuality(SmallText("She/PRON/nsubj:pass/3 is/AUX/aux:pass/3/be accused/VERB/root/0/accuse of/SCONJ/mark/5 "
                             "killing/VERB/advcl/3/kill a/DET/det/7 man/NOUN/obj/5"),
                   "killing") == "alleged governor:accuse/of");
  CHECK(factuality(SmallText("They/PRON/nsubj/2 refused/VERB/root/0/refuse to/PART/mark/4 sign/VERB/xcomp/2"),
                   "sign") == "negated governor:refuse/infinitive");
  CHECK(factuality(SmallText("She/PRON/nsubj/4 does/AUX/aux/4/do not/PART/advmod/4 plan/VERB/root/0 to/PART/mark/6 "
                             "resign/VERB/xcomp/4"),
                   "resign") == "negated negation:not");
}

TEST_CASE("factuality: conditions, purposes, headlines") {
  CHECK(factuality(SmallText("If/SCONJ/mark/3 they/PRON/nsubj/3 vote/VERB/advcl/6 he/PRON/nsubj/6 will/AUX/aux/6 "
                             "leave/VERB/root/0"),
                   "vote") == "possible marker:if");
  CHECK(factuality(SmallText("Pope/PROPN/nsubj/3 to/PART/mark/3 visit/VERB/root/0 Chad/PROPN/obj/3"), "visit") ==
        "planned infinitive:root");
  CHECK(factuality(SmallText("They/PRON/nsubj/2 were/VERB/root/0/be to/PART/mark/4 meet/VERB/xcomp/2"), "meet") ==
        "planned infinitive:be to");
}

TEST_CASE("factuality: a coordinated verb shares the modal, one with its own subject does not") {
  CHECK(factuality(SmallText("They/PRON/nsubj/3 will/AUX/aux/3 arrest/VERB/root/0 and/CCONJ/cc/5 "
                             "deport/VERB/conj/3 him/PRON/obj/5"),
                   "deport") == "planned modal:will");
  CHECK(factuality(SmallText("He/PRON/nsubj/3 will/AUX/aux/3 leave/VERB/root/0 and/CCONJ/cc/6 she/PRON/nsubj/6 "
                             "stayed/VERB/conj/3/stay"),
                   "stayed") == "actual default");
}

TEST_CASE("factuality: a time after publication makes a noun a plan") {
  SmallText text("The/DET/det/3 June/PROPN/compound/3 election/NOUN/nsubj/4 matters/VERB/root/0/matter");
  text.time("June", "2024-06");
  CHECK(factuality(text, "election") == "planned time:future");
}

TEST_CASE("factuality: a finite verb coordinated with a modal one stands for itself") {
  SmallText text("He/PRON/nsubj/3 would/AUX/aux/3 leave/VERB/root/0 but/CCONJ/cc/5 stayed/VERB/conj/3/stay");
  text.tag("leave", "VB").tag("stayed", "VBD");
  CHECK(factuality(text, "stayed") == "actual default");
}

TEST_CASE("factuality: 'until' after a past clause is a fact, a failed attempt is none") {
  SmallText until(
      "She/PRON/nsubj/2 ruled/VERB/root/0/rule until/SCONJ/mark/5 he/PRON/nsubj/5 returned/VERB/advcl/2/return");
  until.tag("ruled", "VBD");
  CHECK(factuality(until, "returned") == "actual default");
  CHECK(factuality(SmallText("A/DET/det/2 vote/NOUN/nsubj/5 to/PART/mark/4 oust/VERB/acl/2 failed/VERB/root/0/fail"),
                   "oust") == "negated governor:fail/subject");
}

TEST_CASE("factuality: an indefinite object shares the fate of its verb, a definite one does not") {
  CHECK(factuality(SmallText("They/PRON/nsubj/3 may/AUX/aux/3 join/VERB/root/0 an/DET/det/5 inquiry/NOUN/obj/3"),
                   "inquiry") == "possible modal:may");
  CHECK(factuality(SmallText("They/PRON/nsubj/3 may/AUX/aux/3 mourn/VERB/root/0 the/DET/det/5 attack/NOUN/obj/3"),
                   "attack") == "actual default");
}
