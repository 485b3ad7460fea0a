#include "events/attribution.hpp"

#include <doctest/doctest.h>

#include "events/small_text.hpp"

using diurna::test::SmallText;

namespace {

std::string sources(const SmallText& text, const std::string& trigger) {
  static const auto finder = diurna::detail::AttributionFinder::load();
  return text.with_context([&](const diurna::detail::Context& context) {
    std::string names;
    for (const diurna::Filler& source : finder(context).sources(context, text.token(trigger))) {
      names += (names.empty() ? "" : ", ") + std::string(context.document.text(source.span));
    }
    return names;
  });
}

}  // namespace

TEST_CASE("attribution: the subject of a verb of speech, before and after its content") {
  CHECK(sources(SmallText("Police/NOUN/nsubj/2 said/VERB/root/0/say two/NUM/nummod/4 men/NOUN/nsubj:pass/6/man "
                          "were/AUX/aux:pass/6/be held/VERB/ccomp/2/hold"),
                "held") == "Police");
  CHECK(sources(SmallText("Two/NUM/nummod/2 men/NOUN/nsubj:pass/4/man were/AUX/aux:pass/4/be held/VERB/root/0/hold "
                          ",/PUNCT/punct/4 police/NOUN/nsubj/7 said/VERB/parataxis/4/say"),
                "held") == "police");
}

TEST_CASE("attribution: 'said' itself and clauses beside it have no source") {
  const SmallText text(
      "He/PRON/nsubj/2 left/VERB/root/0/leave and/CCONJ/cc/5 police/NOUN/nsubj/5 said/VERB/conj/2/say "
      "it/PRON/nsubj/7 rained/VERB/ccomp/5/rain");
  CHECK(sources(text, "left").empty());
  CHECK(sources(text, "rained") == "police");
}

TEST_CASE("attribution: according to") {
  CHECK(sources(SmallText("According/VERB/case/3/accord to/ADP/fixed/1 officials/NOUN/obl/5/official "
                          "rebels/NOUN/nsubj/5/rebel fled/VERB/root/0/flee"),
                "fled") == "officials");
}

TEST_CASE("attribution: a noun of speech with its owner") {
  CHECK(sources(SmallText("The/DET/det/2 army/NOUN/nmod:poss/4 's/PART/case/2 claim/NOUN/nsubj/9 that/SCONJ/mark/7 "
                          "rebels/NOUN/nsubj/7/rebel fled/VERB/acl/4/flee was/AUX/cop/9/be false/ADJ/root/0"),
                "fled") == "army");
}

TEST_CASE("attribution: an unnamed source is none") {
  CHECK(sources(SmallText("He/PRON/nsubj:pass/3 is/AUX/aux:pass/3/be said/VERB/root/0/say to/PART/mark/6 "
                          "have/AUX/aux/6 fled/VERB/xcomp/3/flee"),
                "fled")
            .empty());
}

TEST_CASE("attribution: a quotation that goes on in the next sentence keeps its speaker") {
  const SmallText text(
      "“/PUNCT/punct/3 We/PRON/nsubj/3 won/VERB/root/0/win ,/PUNCT/punct/3 ”/PUNCT/punct/3 said/VERB/parataxis/3/say "
      "Ana/PROPN/nsubj/6 || “/PUNCT/punct/3 They/PRON/nsubj/3 fled/VERB/root/0/flee at/ADP/case/5 night/NOUN/obl/3 "
      "./PUNCT/punct/3 ”/PUNCT/punct/3");
  CHECK(sources(text, "won") == "Ana");
  CHECK(sources(text, "fled") == "Ana");
}

TEST_CASE("attribution: a closing 'X said' speaks for all before it, whatever the tree says") {
  CHECK(sources(SmallText("Two/NUM/nummod/2 men/NOUN/nsubj/3/man died/VERB/root/0/die ,/PUNCT/punct/6 "
                          "police/NOUN/nsubj/6 said/VERB/conj/3/say ./PUNCT/punct/3"),
                "died") == "police");
}

TEST_CASE("attribution: 'according to' at the end speaks for the whole sentence, a plan for nobody") {
  const std::string before =
      "Rebels/NOUN/nsubj/2/rebel fled/VERB/root/0/flee when/ADV/advmod/4 bombs/NOUN/obl/2/bomb fell/VERB/acl/4/fall "
      ",/PUNCT/punct/8 according/VERB/case/9/accord to/ADP/case/9 ";
  CHECK(sources(SmallText(before + "police/NOUN/obl/5"), "fled") == "police");
  CHECK(sources(SmallText(before + "plan/NOUN/obl/5"), "fled").empty());
}

TEST_CASE("attribution: what stands between the speaker and the cue is not told") {
  const SmallText text(
      "Ana/PROPN/nsubj/6 ,/PUNCT/punct/4 who/PRON/nsubj/4 resigned/VERB/ccomp/6/resign ,/PUNCT/punct/4 "
      "said/VERB/root/0/say it/PRON/nsubj/8 rained/VERB/ccomp/6/rain");
  CHECK(sources(text, "resigned").empty());
  CHECK(sources(text, "rained") == "Ana");
}

TEST_CASE("attribution: who issues a statement says it; who accuses says what of") {
  CHECK(sources(SmallText("Ana/PROPN/nsubj/2 issued/VERB/root/0/issue a/DET/det/4 statement/NOUN/obj/2 "
                          "saying/VERB/acl/4/say rebels/NOUN/nsubj/7/rebel fled/VERB/ccomp/5/flee"),
                "fled") == "Ana");
  CHECK(sources(SmallText("Ana/PROPN/nsubj/2 accused/VERB/root/0/accuse him/PRON/obj/2 of/SCONJ/mark/5 "
                          "stealing/VERB/advcl/2/steal"),
                "stealing") == "Ana");
}
