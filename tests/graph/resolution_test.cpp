// Who is who across articles: tables of names that must be one and of names that must stay two.
#include "diurna/graph/resolution.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "told.hpp"

namespace {

using namespace diurna;
using test::Article;
using test::joined;
using test::Told;

/// Under which id the resolved graph shows what a document tells of a raw node.
std::string shown(const Resolution& resolution, const std::string& node, const std::string& document) {
  std::string out = node;
  for (const Membership& member : resolution.members) {
    if (member.node != node || (!member.document.empty() && member.document != document)) continue;
    if (!member.document.empty()) return member.canonical;
    out = member.canonical;
  }
  return out;
}

bool are_one(const Graph& graph, const std::string& first, const std::string& first_document, const std::string& second,
             const std::string& second_document) {
  const Resolution resolution = resolve_identity(graph);
  return shown(resolution, Article::id_of(first), first_document) ==
         shown(resolution, Article::id_of(second), second_document);
}

struct Case {
  std::string_view why;
  Told first;
  Told second;
  std::string second_date = "2026-03-20";
  std::vector<std::string> both_with = {};  ///< Bodies that both articles name.
};

bool are_one(const Case& test) {
  Article a("one", "2026-03-05");
  Article b("two", test.second_date);
  for (const std::string& body : test.both_with) {
    a.tell({.name = body, .type = "ORG"});
    b.tell({.name = body, .type = "ORG"});
  }
  a.tell(test.first);
  b.tell(test.second);
  return are_one(joined({a, b}), test.first.name, "one", test.second.name, "two");
}

TEST_CASE("resolution: forms of a person's name that are one") {
  const std::vector<std::string> context = {"Karsa Bridge Committee"};
  const std::vector<Case> cases = {
      {"the same name", {.name = "Nadia Karimova"}, {.name = "Nadia Karimova"}},
      {"accents, case and a title", {.name = "Nicolás Bardem"}, {.name = "President NICOLAS BARDEM"}},
      {"particles", {.name = "Abdel Aziz al-Karim"}, {.name = "Abdel Aziz Karim"}},
      {"a king with his number", {.name = "Abdullah II"}, {.name = "Abdullah II"}},
      {"a weekday that the name swallowed", {.name = "Mwana Kibaru Tuesday"}, {.name = "Mwana Kibaru"}},
      {"a middle initial", {.name = "Lee H. Hollin"}, {.name = "Lee Hollin"}, "2026-03-20", context},
      {"a second family name", {.name = "Nicolás Bardem"}, {.name = "Nicolás Bardem Moros"}, "2026-03-20", context},
      {"a given name more", {.name = "Ali Akbar Rafsani"}, {.name = "Akbar Rafsani"}, "2026-03-20", context},
      {"a short form of the given name", {.name = "Bill Crandon"}, {.name = "William Crandon"}, "2026-03-20", context},
      {"a spelling", {.name = "Mahmoud Abasi"}, {.name = "Mahmud Abasi"}, "2026-03-20", context},
      {"a spelling of a long name is enough by itself", {.name = "Khurshid Mansurov"}, {.name = "Khursheed Mansurov"}},
      {"the family name, in the same office",
       {.name = "Viktor Yurchenko", .description = "the Ukrainian president"},
       {.name = "Yurchenko", .description = "Ukrainian president"}},
      {"from judge to minister, in one context",
       {.name = "Ana Vidal", .description = "a Spanish judge"},
       {.name = "Ana Vidal", .description = "the Spanish minister"},
       "2026-03-20",
       context},
  };
  for (const Case& test : cases) {
    CAPTURE(test.why);
    CHECK(are_one(test));
  }
}

TEST_CASE("resolution: persons that stay two") {
  const std::vector<Case> cases = {
      {"other names", {.name = "Ana Vidal"}, {.name = "Eva Vidal"}},
      {"father and son", {.name = "George H. W. Barlow"}, {.name = "George W. Barlow"}},
      {"junior and senior", {.name = "John Marsh Jr."}, {.name = "John Marsh Sr."}},
      {"other fields of work",
       {.name = "John Smith", .description = "a teacher"},
       {.name = "John Smith", .description = "the striker"}},
      {"two offices in two countries",
       {.name = "John Smith", .description = "the British minister"},
       {.name = "John Smith", .description = "an Australian senator"}},
      {"ages", {.name = "Paul Marsh", .age = 24}, {.name = "Paul Marsh", .age = 61}},
      {"he and she", {.name = "Kim Novar", .he = 5}, {.name = "Kim Novar", .she = 5}},
      {"a family name that nothing supports", {.name = "Bardem"}, {.name = "Nicolás Bardem"}},
      {"given names of two persons", {.name = "Mario Conti"}, {.name = "Maria Conti"}},
      {"short Chinese names", {.name = "Li Xiang"}, {.name = "Li Xing"}},
      {"two English family names", {.name = "David Davies"}, {.name = "David Davis"}},
      {"years, with nothing in common", {.name = "Zhang Ning"}, {.name = "Zhang Ning"}, "2029-03-20"},
      {"a person and a body", {.name = "Ford"}, {.name = "Ford Motor Co.", .type = "ORG"}},
  };
  for (const Case& test : cases) {
    CAPTURE(test.why);
    CHECK_FALSE(are_one(test));
  }
}

TEST_CASE("resolution: bodies and places") {
  const std::vector<Case> one = {
      {"legal form", {.name = "Acmeon Corp.", .type = "ORG"}, {.name = "Acmeon", .type = "ORG"}},
      {"spelling", {.name = "Harbour Defence League", .type = "ORG"}, {.name = "Harbor Defense League", .type = "ORG"}},
      {"a known acronym", {.name = "United Nations", .type = "ORG"}, {.name = "U.N.", .type = "ORG"}},
      {"an acronym in front",
       {.name = "UN Harbour Office", .type = "ORG"},
       {.name = "United Nations Harbour Office", .type = "ORG"}},
      {"country and body",
       {.name = "U.S. State Department", .type = "ORG"},
       {.name = "State Department", .type = "ORG"}},
      {"word order",
       {.name = "Peruvian Foreign Ministry", .type = "ORG"},
       {.name = "Ministry of Foreign Affairs of Peru", .type = "ORG"}},
      {"the same place", {.name = "Port Karsa", .type = "GPE"}, {.name = "Port Karsa", .type = "GPE"}},
      {"one type here, another there", {.name = "Karsa Front", .type = "ORG"}, {.name = "Karsa Front", .type = "GPE"}},
  };
  for (const Case& test : one) {
    CAPTURE(test.why);
    CHECK(are_one(test));
  }
  const std::vector<Case> two = {
      {"ministries of two countries",
       {.name = "Peruvian Foreign Ministry", .type = "ORG"},
       {.name = "Chilean Foreign Ministry", .type = "ORG"}},
      {"a court whose country nobody tells",
       {.name = "Supreme Court", .type = "ORG"},
       {.name = "Supreme Court", .type = "ORG"}},
      {"a longer name",
       {.name = "Karsa University", .type = "ORG"},
       {.name = "Karsa University Hospital", .type = "ORG"}},
      {"an acronym that no article explains",
       {.name = "HWU", .type = "ORG"},
       {.name = "Harbour Workers Union", .type = "ORG"}},
  };
  for (const Case& test : two) {
    CAPTURE(test.why);
    CHECK_FALSE(are_one(test));
  }
}

TEST_CASE("resolution: a country's name that was read as a person's is the country") {
  Article chad("chad", "2026-03-05");
  chad.country("TCD", "Chad").country("SDN", "Sudan");
  Article sudan("sudan", "2026-03-06");
  sudan.country("SDN", "Sudan").country("NER", "Niger").tell({.name = "Chad"});
  Article actor("actor", "2026-03-07");
  actor.tell({.name = "Chad", .he = 2});
  const Resolution resolution = resolve_identity(joined({chad, sudan, actor}));
  CHECK(shown(resolution, "e:chad", "sudan") == "e:TCD");
  CHECK(shown(resolution, "e:chad", "actor") != "e:TCD");
}

TEST_CASE("resolution: the country of an article tells whose ministry it is") {
  Article peru("peru", "2026-03-05");
  peru.country("PER", "Peru").tell({.name = "Foreign Ministry", .type = "ORG"});
  Article lima("lima", "2026-03-06");
  lima.tell({.name = "Peruvian Foreign Ministry", .type = "ORG"});
  Article chile("chile", "2026-03-05");
  chile.country("CHL", "Chile").tell({.name = "Foreign Ministry", .type = "ORG"});
  const Graph graph = joined({peru, lima, chile});
  CHECK(are_one(graph, "Foreign Ministry", "peru", "Peruvian Foreign Ministry", "lima"));
  CHECK_FALSE(are_one(graph, "Foreign Ministry", "peru", "Foreign Ministry", "chile"));
}

TEST_CASE("resolution: two cities of one name stay two when the text places them") {
  Article ohio("ohio", "2026-03-05");
  ohio.tell({.name = "Ohio", .type = "GPE"})
      .tell({.name = "Fairmouth", .type = "GPE", .in = "Ohio"})
      .tell({.name = "Dunmore", .type = "GPE", .in = "Ohio"});
  Article texas("texas", "2026-03-06");
  texas.tell({.name = "Texas", .type = "GPE"})
      .tell({.name = "Fairmouth", .type = "GPE", .in = "Texas"})
      .tell({.name = "Ardwick", .type = "GPE", .in = "Texas"});
  CHECK_FALSE(are_one(joined({ohio, texas}), "Fairmouth", "ohio", "Fairmouth", "texas"));
}

TEST_CASE("resolution: an acronym that one article explains") {
  Article explains("one", "2026-03-05");
  explains.tell({.name = "Harbour Workers Union", .type = "ORG", .aliases = {"HWU"}});
  Article uses("two", "2026-03-09");
  uses.tell({.name = "HWU", .type = "ORG"});
  CHECK(are_one(joined({explains, uses}), "Harbour Workers Union", "one", "HWU", "two"));
}

TEST_CASE("resolution: a form that fits two persons joins neither") {
  Article a("one", "2026-03-05");
  a.tell({.name = "Karsa Bridge Committee", .type = "ORG"}).tell({.name = "Ana Vidal"});
  Article b("two", "2026-03-06");
  b.tell({.name = "Karsa Bridge Committee", .type = "ORG"}).tell({.name = "Eva Vidal"});
  Article c("three", "2026-03-07");
  c.tell({.name = "Karsa Bridge Committee", .type = "ORG"}).tell({.name = "Vidal"});
  const Graph graph = joined({a, b, c});
  CHECK_FALSE(are_one(graph, "Ana Vidal", "one", "Eva Vidal", "two"));
  CHECK_FALSE(are_one(graph, "Ana Vidal", "one", "Vidal", "three"));
  CHECK_FALSE(are_one(graph, "Eva Vidal", "two", "Vidal", "three"));
}

TEST_CASE("resolve: namesakes are two nodes, each with its own claims, and ungroup gives the old graph back") {
  Article a("one", "2026-03-05");
  a.tell({.name = "John Smith", .description = "a teacher", .age = 24});
  Article b("two", "2026-03-06");
  b.tell({.name = "John Smith", .description = "the striker", .age = 61});
  const Graph graph = joined({a, b});
  const Graph resolved = resolve(graph);
  const std::vector<std::string> found = resolved.find("John Smith");
  REQUIRE(found.size() == 2);
  for (const std::string& id : found) {
    CHECK(id.starts_with("e:john_smith~"));
    const Node node = resolved.node(id);
    std::set<std::string> documents;
    for (const GraphEvidence& evidence : node.evidence) documents.insert(evidence.document);
    CHECK(documents.size() == 1);
    const std::vector<Edge> edges = resolved.edges_of(id);
    CHECK(std::count_if(edges.begin(), edges.end(), [](const Edge& e) { return e.type == "person.age"; }) == 1);
  }
  CHECK(ungroup(resolved) == graph);
  CHECK(resolve(resolved) == resolved);
  const std::vector<Membership> members = memberships(resolved);
  CHECK(regroup(graph, members) == resolved);
}

TEST_CASE("resolve: all forms are aliases of the one node, and its joins say why") {
  Article a("one", "2026-03-05");
  a.tell({.name = "Nicolás Bardem", .description = "the Venezuelan president"});
  Article b("two", "2026-03-06");
  b.tell({.name = "Nicolas Bardem Moros", .description = "Venezuelan president"});
  const Graph resolved = resolve(joined({a, b}));
  const std::vector<std::string> found = resolved.find("Nicolás Bardem");
  REQUIRE(found.size() == 1);
  CHECK(resolved.find("Nicolas Bardem Moros") == found);
  const Node node = resolved.node(found.front());
  REQUIRE(node.joins.size() == 1);
  CHECK(node.joins[0].rule == "person.family-name");
  CHECK(node.joins[0].because.find("president VEN") != std::string::npos);
}

TEST_CASE("resolve: in one article nothing changes") {
  Article a("one", "2026-03-05");
  a.country("PER", "Peru")
      .tell({.name = "Foreign Ministry", .type = "ORG"})
      .tell({.name = "Nicolás Bardem"})
      .tell({.name = "Port Karsa", .type = "GPE"})
      .event("1", "life.die", "died", {{"patient", "Nicolás Bardem"}});
  CHECK(resolve(a.graph()) == a.graph());
}

}  // namespace
