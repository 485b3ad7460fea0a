// What patterns and paths match, on small trees: one line a case.
#include "events/rule_matcher.hpp"

#include <doctest/doctest.h>

#include "diurna/events/rules.hpp"
#include "small_text.hpp"

using namespace diurna;
using namespace diurna::detail;

namespace {

/// "The ferry ran aground off Karsa", "Rebels and soldiers quickly burned the old bridge".
test::SmallText ferry() {
  test::SmallText text(
      "The/DET/det/2/the/DT ferry/NOUN/nsubj/3/ferry/NN ran/VERB/root/0/run/VBD aground/ADV/advmod/3/aground/RB "
      "off/ADP/case/6/off/IN Karsa/PROPN/obl/3/Karsa/NNP");
  text.mention(EntityType::gpe, "Karsa");
  return text;
}

test::SmallText rebels() {
  test::SmallText text(
      "Rebels/NOUN/nsubj/5/rebel/NNS and/CCONJ/cc/3/and/CC soldiers/NOUN/conj/1/soldier/NNS "
      "quickly/ADV/advmod/5/quickly/RB "
      "burned/VERB/root/0/burn/VBD the/DET/det/8/the/DT old/ADJ/amod/8/old/JJ bridge/NOUN/obj/5/bridge/NN");
  text.mention(EntityType::group, "Rebels", MentionKind::nominal);
  text.mention(EntityType::group, "soldiers", MentionKind::nominal);
  text.mention(EntityType::facility, "the old bridge", MentionKind::nominal);
  return text;
}

/// Trigger and roles of the first match: "ran aground / vessel ferry"; "" when the rule does not fire.
std::string matched(const test::SmallText& text, const std::string& body) {
  static const Ontology ontology = Ontology::load();
  const RuleSet rules = RuleSet::parse("rule r -> life.die\n" + body, "test.rule", ontology);
  const WordClusters clusters = WordClusters::load();
  return text.with_context([&](const Context& context) {
    const Words words(context, clusters);
    const RuleScene scene{context, words};
    const Triggers none({}, context.syntax.size());
    std::string out;
    for (RuleMatch& match : find_triggers(*rules.compiled(), scene)) {
      const CompiledRule& rule = rules.compiled()->rule(match.rank);
      if (!fill_roles(rule, scene, none, match)) continue;
      if (!out.empty()) out += " || ";
      out += context.document.text(context.document.span(match.tokens));
      for (const RuleArgument& argument : match.arguments) {
        out += " / " + rule.roles[argument.role].name + " " + std::string(context.document.form(argument.token));
      }
    }
    return out;
  });
}

struct Case {
  std::string body;
  std::string expected;
};

void check(const test::SmallText& text, const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    CAPTURE(one.body);
    CHECK(matched(text, one.body) == one.expected);
  }
}

}  // namespace

TEST_CASE("rule patterns: words, strings and tests") {
  check(ferry(),
        {
            {"trigger run", "ran"},
            {"trigger \"ran\"", "ran"},
            {"trigger \"Ran\"", ""},
            {"trigger [lower = karsa]", "Karsa"},
            {"trigger [word = karsa]", ""},
            {"trigger [lemma = sink | RUN]", "ran"},
            {"trigger [lemma != run and upos = VERB]", ""},
            {"trigger [tag = VBD]", "ran"},
            {"trigger [upos = ADV | VERB]", "ran || aground"},
            {"trigger [relation = obl]", "Karsa"},
            {"trigger [entity = GPE]", "Karsa"},
            {"trigger [entity = place and kind = name]", "Karsa"},
            {"trigger [entity = PERSON]", ""},
            {"trigger [name = Karsa]", "Karsa"},
            {"trigger [name ~ /^K/]", "Karsa"},
            {"trigger [case = off]", "Karsa"},
            {"trigger [case ~ /on/]", ""},
            {"trigger [word ~ /^a.*d$/]", "aground"},
            {"trigger [word ~ /KARSA/i]", "Karsa"},
            {"trigger [word !~ /a/]", "The || ferry || off"},
            {"trigger [not (upos = DET or upos = NOUN or upos = ADP) and not lemma = run]", "aground || Karsa"},
            {"trigger [block = title]", ""},
            {"trigger [has >nsubj]", "ran"},
            {"trigger [has >nsubj[lemma = tanker]]", ""},
            {"trigger [has (>obj | >nsubj)[lemma = ferry]]", "ran"},
            {"trigger [has <nsubj]", "ferry"},
            {"trigger [lemma = @craft]\nlist craft = ferry | tanker", "ferry"},
        });
}

TEST_CASE("rule patterns: sequences, repetitions and surroundings") {
  check(ferry(), {
                     {"trigger run aground", "ran aground"},
                     {"trigger run off", ""},
                     {"trigger (sink | run) []", "ran aground"},
                     {"trigger run [upos = ADV]* off?", "ran aground off"},
                     {"trigger []{2}", "The ferry || ferry ran || ran aground || aground off || off Karsa"},
                     {"trigger run []{1,2}", "ran aground off"},
                     {"trigger ferry ^run aground", "ran"},
                     {"trigger ^(run aground) off", "ran aground"},
                     {"trigger ferry | off", "ferry || off"},
                     {"trigger ferry\ntrigger off", "ferry || off"},
                     {"trigger run []+", "ran aground off Karsa"},
                 });
}

TEST_CASE("rule paths: steps, alternatives, repetitions and tests") {
  check(rebels(),
        {
            {"trigger burn\nagent = >nsubj", "burned / agent Rebels"},
            {"trigger burn\nagent = >obl", ""},
            {"trigger burn\nagent? = >obl", "burned"},
            {"trigger burn\nagent = >obl | >nsubj", "burned / agent Rebels"},
            {"trigger bridge\nagent = <obj >nsubj", "bridge / agent Rebels"},
            {"trigger burn\nagent = >nsubj >conj", "burned / agent soldiers"},
            {"trigger burn\nagent = >nsubj >conj?", "burned / agent soldiers"},
            {"trigger burn\nagent+ = >nsubj >conj?", "burned / agent soldiers / agent Rebels"},
            {"trigger burn\nagent+ = >nsubj", "burned / agent Rebels / agent soldiers"},
            {"trigger burn\nagent FACILITY = >*", "burned / agent bridge"},
            {"trigger burn\nagent = (>nsubj | >obj)[upos = NOUN and entity = FACILITY]", "burned / agent bridge"},
            {"trigger quickly\nagent = <advmod >obj >amod", "quickly / agent old"},
            {"trigger old\nagent = <* <* >nsubj:*", "old / agent Rebels"},
            {"trigger old\nagent = <*+ >nsubj", "old / agent Rebels"},
            {"trigger old\nagent = <*{2} >nsubj", "old / agent Rebels"},
            {"trigger burn\nagent actor = >obj | >nsubj", "burned / agent Rebels"},
            {"trigger burn\nagent PERSON = >nsubj", ""},
            {"trigger burn\nagent = nothing\npatient = >obj", "burned / patient bridge"},
        });
}

TEST_CASE("rule paths: a relative pronoun stands for its noun") {
  const test::SmallText text("ships/NOUN/root/0/ship/NNS which/PRON/nsubj/3/which/WDT sank/VERB/acl:relcl/1/sink/VBD");
  check(text, {{"trigger sink\npatient = >nsubj", "sank / patient ships"}});
}

TEST_CASE("rule paths: numbers are found by what they count") {
  test::SmallText text(
      "Ford/PROPN/nsubj/2/Ford/NNP recalled/VERB/root/0/recall/VBD 4,000/NUM/nummod/4/4,000/CD "
      "cars/NOUN/obj/2/car/NNS");
  text.quantity("4,000", "cars");
  check(text, {{"trigger recall\ncount quantity = >obj", "recalled / count 4,000"},
               {"trigger recall\npatient any = >obj", "recalled / patient cars"},
               {"trigger recall\npatient time = >obj", ""}});
}

TEST_CASE("rule patterns: a trigger is at most forty words long, so that long sentences stay cheap") {
  std::string words;
  for (int i = 0; i < 20'000; ++i) words += (i == 0 ? "a/X/root/0 " : "a/X/dep/1 ");
  const test::SmallText text(words);
  const std::string found = matched(text, "trigger a+ b");
  CHECK(found.empty());
}

TEST_CASE("rule paths: ways that return to where they were end") {
  check(rebels(), {{"trigger burn\nagent PERSON = ((>* | <*)*)*", ""},
                   {"trigger burn\nagent FACILITY = (((>*)* (<*)*)*)*", "burned / agent bridge"}});
}
