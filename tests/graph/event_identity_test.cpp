// Reports of one happening: what joins, what stays apart, and that each source's claims stay visible.
#include <doctest/doctest.h>

#include <algorithm>

#include "diurna/graph/resolution.hpp"
#include "told.hpp"

namespace {

using namespace diurna;
using test::Article;
using test::joined;
using Roles = std::vector<Article::Role>;

struct Telling {
  std::string type;
  std::string trigger;
  Roles roles;
  std::string published = "2026-03-05";
  std::string factuality = "actual";
};

Article article(const std::string& id, const Telling& telling) {
  Article out(id, telling.published);
  for (const char* person : {"Ana Vidal", "Eva Moros", "Karim Bardem", "Lena Ostrova"}) out.tell({.name = person});
  out.tell({.name = "Harbour Front", .type = "ORG"});
  for (const char* city : {"Port Karsa", "Dunmore"}) out.tell({.name = city, .type = "GPE"});
  out.country("PER", "Peru").country("CHL", "Chile");
  return out.event(id, telling.type, telling.trigger, telling.roles, telling.factuality);
}

bool are_one(const Telling& first, const Telling& second) {
  const Graph graph = joined({article("one", first), article("two", second)});
  const Resolution resolution = resolve_identity(graph);
  return std::any_of(resolution.members.begin(), resolution.members.end(),
                     [](const Membership& member) { return member.node == "v:two" && member.canonical == "v:one"; });
}

struct Case {
  std::string_view why;
  Telling first;
  Telling second;
};

TEST_CASE("events: reports that are one") {
  const std::vector<Case> cases = {
      {"a death, told again a year later",
       {"life.die", "died", {{"patient", "Ana Vidal"}}},
       {"life.die", "death", {{"patient", "Ana Vidal"}}, "2027-03-05"}},
      {"an arrest, reported the next day in other words",
       {"justice.detain", "arrested", {{"patient", "Ana Vidal"}, {"agent", "Harbour Front"}}},
       {"justice.detain", "detained", {{"patient", "Ana Vidal"}, {"agent", "Harbour Front"}}, "2026-03-06"}},
      {"a meeting of the same two on the same day",
       {"contact.meet", "met", {{"agent", "Ana Vidal"}, {"patient", "Eva Moros"}, {"time", "t:2026-03-04"}}},
       {"contact.meet", "talks", {{"agent", "Ana Vidal"}, {"patient", "Eva Moros"}, {"time", "t:2026-03-04"}}}},
      {"an attack in a city, with another count",
       {"conflict.attack",
        "bombing",
        {{"place", "Port Karsa"}, {"agent", "Harbour Front"}, {"time", "t:2026-03-04"}, {"count", "#12"}}},
       {"conflict.attack",
        "bombing",
        {{"place", "Port Karsa"}, {"agent", "Harbour Front"}, {"time", "t:2026-03-04"}, {"count", "#15"}},
        "2026-03-06"}},
      {"planned here, done there",
       {"politics.appoint", "appoint", {{"patient", "Ana Vidal"}, {"time", "t:2026-03-06"}}, "2026-03-05", "planned"},
       {"politics.appoint", "appointed", {{"patient", "Ana Vidal"}, {"time", "t:2026-03-06"}}, "2026-03-07"}},
      {"a week and a day in it",
       {"justice.sentence", "sentenced", {{"patient", "Ana Vidal"}, {"time", "t:2026-W10"}}},
       {"justice.sentence", "sentenced", {{"patient", "Ana Vidal"}, {"time", "t:2026-03-04"}}}},
  };
  for (const Case& test : cases) {
    CAPTURE(test.why);
    CHECK(are_one(test.first, test.second));
  }
}

TEST_CASE("events: reports that stay two") {
  const std::vector<Case> cases = {
      {"another person",
       {"life.die", "died", {{"patient", "Ana Vidal"}}},
       {"life.die", "died", {{"patient", "Eva Moros"}}}},
      {"another type",
       {"life.die", "died", {{"patient", "Ana Vidal"}}},
       {"life.injure", "wounded", {{"patient", "Ana Vidal"}}}},
      {"arrested again a month later",
       {"justice.detain", "arrested", {{"patient", "Ana Vidal"}}},
       {"justice.detain", "arrested", {{"patient", "Ana Vidal"}}, "2026-04-05"}},
      {"on other days",
       {"justice.detain", "arrested", {{"patient", "Ana Vidal"}, {"time", "t:2026-03-02"}}},
       {"justice.detain", "arrested", {{"patient", "Ana Vidal"}, {"time", "t:2026-03-04"}}}},
      {"in another place",
       {"conflict.attack", "bombing", {{"place", "Port Karsa"}, {"agent", "Harbour Front"}, {"time", "t:2026-03-04"}}},
       {"conflict.attack", "bombing", {{"place", "Dunmore"}, {"agent", "Harbour Front"}, {"time", "t:2026-03-04"}}}},
      {"two countries have nothing but a type in common",
       {"contact.meet", "met", {{"agent", "PER"}, {"patient", "CHL"}}},
       {"contact.meet", "met", {{"agent", "PER"}, {"patient", "CHL"}}}},
      {"what somebody says every day",
       {"contact.accuse", "accused", {{"agent", "Ana Vidal"}}},
       {"contact.accuse", "accused", {{"agent", "Ana Vidal"}}}},
      {"two offices",
       {"politics.appoint", "appointed", {{"patient", "Ana Vidal"}, {"org", "Harbour Front"}}},
       {"politics.appoint", "appointed", {{"patient", "Ana Vidal"}, {"org", "PER"}}}},
  };
  for (const Case& test : cases) {
    CAPTURE(test.why);
    CHECK_FALSE(are_one(test.first, test.second));
  }
}

TEST_CASE("events: what somebody says twice in one article stays two, what happened is told once") {
  Article a = article("one", {"contact.accuse", "called", {{"agent", "Ana Vidal"}, {"patient", "Eva Moros"}}});
  a.event("2", "contact.accuse", "called", {{"agent", "Ana Vidal"}, {"patient", "Eva Moros"}});
  a.event("3", "life.die", "died", {{"patient", "Karim Bardem"}});
  a.event("4", "life.die", "death", {{"patient", "Karim Bardem"}});
  const Resolution resolution = resolve_identity(a.graph());
  REQUIRE(resolution.members.size() == 1);
  CHECK(resolution.members[0].rule == "event.once");
}

TEST_CASE("events: each source's claims stand side by side") {
  const Telling first{
      "conflict.attack",
      "bombing",
      {{"place", "Port Karsa"}, {"agent", "Harbour Front"}, {"time", "t:2026-03-04"}, {"count", "#12"}}};
  Telling second = first;
  second.roles.back().filler = "#15";
  second.factuality = "negated";
  const Graph resolved = resolve(joined({article("one", first), article("two", second)}));
  const Node event = resolved.node("v:one");
  CHECK(std::get<std::int64_t>(event.properties.at("n_documents")) == 2);
  CHECK(std::get<std::int64_t>(event.properties.at("n_mentions")) == 2);
  std::vector<std::string> told;
  for (const Claim& claim : event.claims) {
    if (claim.facet == "property.factuality") told.push_back(claim.documents.at(0) + " " + to_text(claim.value));
  }
  CHECK(told == std::vector<std::string>{"one actual", "two negated"});
  std::vector<std::string> counts;
  for (const Edge& edge : resolved.edges_of("v:one")) {
    if (edge.type == "count") counts.push_back(edge.evidence.at(0).document + " " + edge.target);
  }
  CHECK(counts == std::vector<std::string>{"one q:12", "two q:15"});
}

TEST_CASE("events: a form of a name counts as the person") {
  Article a("one", "2026-03-05");
  a.tell({.name = "Nicolás Bardem", .description = "the Venezuelan president"});
  a.event("one", "justice.detain", "arrested", {{"patient", "Nicolás Bardem"}});
  Article b("two", "2026-03-06");
  b.tell({.name = "Nicolas Bardem Moros", .description = "Venezuelan president"});
  b.event("two", "justice.detain", "arrested", {{"patient", "Nicolas Bardem Moros"}});
  const Graph resolved = resolve(joined({a, b}));
  CHECK(resolved.contains("v:one"));
  CHECK_FALSE(resolved.contains("v:two"));
}

TEST_CASE("events: reports that contradict each other are not joined through a third") {
  const auto told = [](const std::string& id, const Roles& more) {
    Roles roles = {{"patient", "Ana Vidal"}, {"agent", "Harbour Front"}};
    roles.insert(roles.end(), more.begin(), more.end());
    return article(id, {"justice.detain", "arrested", roles});
  };
  const Graph graph =
      joined({told("one", {{"time", "t:2026-03-02"}}), told("two", {}), told("zed", {{"time", "t:2026-03-04"}})});
  const Graph resolved = resolve(graph);
  CHECK(resolved.contains("v:zed") != resolved.contains("v:two"));  // the one in the middle went to one of them
  CHECK(resolved.contains("v:one"));
}

}  // namespace
