#include "diurna/events/coding.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "diurna/events/extractor.hpp"
#include "diurna/linguistics/analyzer.hpp"
#include "diurna/mentions/mention_finder.hpp"

using namespace diurna;

namespace {

struct Chain {
  Analyzer analyzer = Analyzer::load();
  MentionFinder finder = MentionFinder::load();
  Extractor extractor = Extractor::load();
  PoliticalCoder coder = PoliticalCoder::load();

  std::vector<CodedEvent> operator()(const std::string& text) const {
    Document document = read_document({.id = "t", .date = "2024-05-06", .text = text});
    Syntax syntax = analyzer(document);
    Mentions mentions = finder(document, syntax);
    Facts facts = extractor(document, syntax, mentions);
    return coder({std::move(document), std::move(syntax), std::move(mentions), std::move(facts), extractor.ontology()});
  }
};

const Chain& chain() {
  static const Chain loaded;
  return loaded;
}

std::string codes(const std::vector<CodedActor>& actors) {
  std::string out;
  for (const CodedActor& actor : actors) {
    out += (out.empty() ? "" : "+") + (actor.code.empty() ? "-" : actor.code);
    if (!actor.sectors.empty()) out += "." + actor.sectors.front();
  }
  return out.empty() ? "-" : out;
}

/// "AGREE 0333 KEN > SOM", one event after the other.
std::string coded(const std::string& text) {
  std::string out;
  for (const CodedEvent& event : chain()(text)) {
    out += (out.empty() ? "" : "; ") + event.event + " " + event.cameo + " " + codes(event.actors) + " > " +
           codes(event.recipients);
  }
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("political coding: an act as it is told, promised, demanded, refused, threatened and ended") {
  for (const auto& [text, expected] : std::initializer_list<Row>{
           {"Kenya sent food to Somalia.", "AID 073 KEN > SOM"},
           {"Kenya has promised to send food to Somalia.", "AGREE 0333 KEN > SOM"},
           {"Kenya will send food to Somalia.", "AGREE 0333 KEN > SOM"},
           {"Kenya refused to send food to Somalia.", "REJECT 1223 KEN > SOM"},
           {"Kenya will not send food to Somalia.", "REJECT 1223 KEN > SOM"},
           {"Kenya threatened to cut off food aid to Somalia.", "THREATEN 1311 KEN > SOM"},
           {"Kenya cut off food aid to Somalia.", "SANCTION 1623 KEN > SOM"},
           {"Somalia demanded that Kenya release the sailors.", "REQUEST 1053 SOM > KEN"},
           {"Kenya might send food to Somalia.", ""},
           {"Kenya did not send food to Somalia.", ""},
       }) {
    CAPTURE(text);
    CHECK(coded(text) == expected);
  }
}

TEST_CASE("political coding: whoever acts and is acted upon is a list, not a product") {
  for (const auto& [text, expected] : std::initializer_list<Row>{
           {"Talks between Egypt and Israel resumed in Geneva.", "CONSULT 046 EGY+ISR > -"},
           {"Chile and Peru signed a treaty with Brazil.", "SUPPORT 057 CHL+PER > BRA"},
           {"Six nuns were freed by Congolese rebels.", "RETREAT 0841 COD.REB > -.REL"},
           {"French farmers blocked a highway in Lyon.", "PROTEST 144 FRA.AGR > FRA"},
           {"Two Swedish journalists were arrested by Turkish police.", "COERCE 173 TUR.COP > SWE.JRN"},
       }) {
    CAPTURE(text);
    CHECK(coded(text) == expected);
  }
}

TEST_CASE("political coding: a capital speaks for its government, a clause for whoever reports it") {
  CHECK(coded("Beirut rejected a ceasefire proposed by France.").starts_with("REJECT 1246 LBN.GOV"));
  CHECK(coded("Syria said it would withdraw its troops from Lebanon.") == "AGREE 0356 SYR > LBN");
  CHECK(coded("The Japanese government said North Korea must return the citizens.")
            .starts_with("REQUEST 1053 JPN.GOV > PRK"));
}

TEST_CASE("political coding: without an actor there is no event, and nothing is coded by default") {
  CHECK(coded("Rain fell on the valley and the river rose.").empty());
  CHECK(coded("Four bridges were damaged in a storm.").empty());
  CHECK(coded("").empty());
}

TEST_CASE("political coding: quad code, scales, mode, sizes and the words behind a code") {
  const auto events = chain()("Colombian guerrillas ambushed an army patrol on Sunday, killing six soldiers.");
  REQUIRE(!events.empty());
  const CodedEvent& event = events.front();
  CHECK(event.event == "ASSAULT");
  CHECK(event.quad == 4);
  CHECK(event.goldstein == doctest::Approx(-10));
  CHECK(event.scale == doctest::Approx(-9.3));
  CHECK(event.date == "2024-05-05");
  CHECK(event.size.dead == 6);
  CHECK(event.actors.front().name == "Colombian guerrillas");
}

TEST_CASE("political coding: hostile text keeps steps bounded") {
  std::string deep = "Kenya";
  for (int i = 0; i < 300; ++i) deep += " promised to refuse to demand that Somalia";
  CHECK_NOTHROW(chain()(deep + "."));
  std::string wide = "Kenya";
  for (int i = 0; i < 2000; ++i) wide += " and Somalia";
  CHECK_NOTHROW(chain()(wide + " agreed."));
}
