// Reading rules: what is accepted, how rules are described and ranked, and every fault of the files in
// tests/invalid/rules with its place and words.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "diurna/events/rules.hpp"

using namespace diurna;

namespace {

const Ontology& ontology() {
  static const Ontology loaded = Ontology::load();
  return loaded;
}

RuleSet parse(const std::string& text) { return RuleSet::parse(text, "my.rule", ontology()); }

/// The messages of all problems, without excerpts.
std::string problems(const std::string& text) {
  try {
    (void)parse(text);
  } catch (const RuleError& error) {
    std::string out;
    for (const RuleProblem& problem : error.problems()) {
      out += std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " + problem.code + "\n";
    }
    return out;
  }
  return "";
}

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace

TEST_CASE("rules: a rule is described as it is written") {
  const RuleSet rules = parse(
      "# Deaths.\n"
      "# Of people.\n"
      "rule death -> life.die\n"
      "  priority 7\n"
      "  example \"Ana Diaz, 61, died.\" on 2024-05-06 gives life.die(patient: Ana Diaz, count: nothing) and\n"
      "          person.age(subject: Ana Diaz, object: 61)\n"
      "  trigger [lemma = die\n"
      "           and upos = VERB]   # or else\n"
      "          | pass away\n"
      "  patient PERSON|GROUP?+ = >nsubj | <acl\n"
      "  cause = >obl[case = of | from]\n");
  REQUIRE(rules.rules().size() == 1);
  const RuleDescription& rule = rules.rules().front();
  CHECK(rule.name == "death");
  CHECK(rule.type == "life.die");
  CHECK(rule.priority == 7);
  CHECK(rule.comment == "Deaths.\nOf people.");
  CHECK(rule.line == 3);
  CHECK(rule.triggers == std::vector<std::string>{"[lemma = die and upos = VERB] | pass away"});
  REQUIRE(rule.roles.size() == 2);
  CHECK(rule.roles[0].types == std::vector<std::string>{"PERSON", "GROUP"});
  CHECK(rule.roles[0].optional);
  CHECK(rule.roles[0].many);
  CHECK(rule.roles[0].path == ">nsubj | <acl");
  CHECK(rule.roles[1].types.empty());
  REQUIRE(rule.examples.size() == 1);
  CHECK(rule.examples[0].date == "2024-05-06");
  REQUIRE(rule.examples[0].gives.size() == 2);
  CHECK(rule.examples[0].gives[0].parts[0] == std::pair<std::string, std::string>{"patient", "Ana Diaz"});
  CHECK(rule.examples[0].gives[1].type == "person.age");
}

TEST_CASE("rules: the highest priority comes first, then the name, whatever the order in the file") {
  const RuleSet rules = parse(
      "rule b -> life.die\n trigger die\n"
      "rule z -> life.die\n priority 5\n trigger die\n"
      "rule a -> life.die\n trigger die\n"
      "rule c -> life.die\n priority -1\n trigger die\n");
  std::string names;
  for (const RuleDescription& rule : rules.rules()) names += rule.name;
  CHECK(names == "zabc");
}

TEST_CASE("rules: every problem of a file, with place, words and what to do") {
  const std::filesystem::path folder = DIURNA_INVALID_RULES;
  for (const char* name : {"names", "repeats", "structure"}) {
    const std::string stem(name);
    CAPTURE(stem);
    const std::string text = content(folder / (stem + ".rule"));
    REQUIRE(!text.empty());
    std::string found;
    try {
      (void)RuleSet::parse(text, stem + ".rule", ontology());
    } catch (const RuleError& error) {
      found = std::string(error.what()) + "\n";
    }
    if (std::getenv("DIURNA_UPDATE_GOLDEN") != nullptr) {
      std::ofstream(folder / (stem + ".expected"), std::ios::binary) << found;
    }
    CHECK(found == content(folder / (stem + ".expected")));
  }
}

TEST_CASE("rules: an error speaks of its first problem") {
  try {
    (void)parse("rule a -> life.dy\n trigger die\n");
    FAIL("no error");
  } catch (const ParseError& error) {
    CHECK(error.code() == "rule.unknown-type");
    CHECK(error.place() == "my.rule:1:11");
    CHECK(error.hint() == "did you mean 'life.die'?");
  }
}

TEST_CASE("rules: columns count code points") {
  CHECK(problems("rule é -> life.die\n trigger [lemma = \"ü\" and nolemma = x]\n") == "2:27 rule.unknown-attribute\n");
}

TEST_CASE("rules: a statement that cannot be read leaves the next ones readable") {
  CHECK(problems("rule a -> life.die\n trigger [lemma = \n agent any = >nsubj\n agnt any = >obj\n"
                 "rule b -> life.dy\n trigger die\n") ==
        "3:8 rule.syntax\n4:2 rule.unknown-role\n5:11 rule.unknown-type\n");
}

TEST_CASE("rules: brackets nested without end are refused") {
  CHECK(problems("rule a -> life.die\n trigger " + repeated("(", 100'000) + "die") == "2:30 rule.nesting\n");
  CHECK(problems("rule a -> life.die\n trigger [" + repeated("not ", 100'000) + "lemma = die]").find("rule.nesting") !=
        std::string::npos);
  CHECK(problems("rule a -> life.die\n trigger " + repeated("^", 100'000) + "die").find("rule.nesting") !=
        std::string::npos);
  CHECK(problems("rule a -> life.die\n trigger die\n agent any = " + repeated("(>obj ", 1'000)).find("rule.nesting") !=
        std::string::npos);
  CHECK(problems("rule a -> life.die\n trigger [" + repeated("has >obj[", 1'000)).find("rule.nesting") !=
        std::string::npos);
}

TEST_CASE("rules: patterns that would grow without end are refused") {
  CHECK(problems("rule a -> life.die\n trigger (((die{40}){40}){40}){40}\n") == "2:13 rule.too-long\n");
  CHECK(problems("rule a -> life.die\n trigger die{41}\n") == "2:14 rule.syntax\n");
  CHECK(problems("rule a -> life.die\n trigger [lemma ~ /(a{1000}){1000}/]\n") == "2:19 rule.regex\n");
}

TEST_CASE("rules: bytes that are no rules are refused, not more than a hundred problems a file") {
  std::string noise;
  for (int i = 0; i < 200'000; ++i) noise += static_cast<char>(i * 7919 % 251 + 1);
  try {
    (void)parse(noise);
    FAIL("no error");
  } catch (const RuleError& error) {
    CHECK(error.problems().size() <= 100);
  }
  CHECK(problems(std::string("rule a -> life.die\n trigger \0 die\n", 35)) == "2:10 rule.syntax\n");
}

TEST_CASE("rules: many rules are read in one go") {
  std::string text;
  for (int i = 0; i < 5'000; ++i) {
    text += "rule r" + std::to_string(i) + " -> life.die\n trigger [lemma = word" + std::to_string(i) + "]\n";
  }
  CHECK(parse(text).rules().size() == 5'000);
}

TEST_CASE("rules: files, folders and names in two files") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "diurna_rule_folder";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "more");
  std::ofstream(folder / "one.rule") << "rule a -> life.die\n trigger die\n";
  std::ofstream(folder / "more" / "two.rule") << "rule b -> life.die\n trigger perish\n";
  std::ofstream(folder / "notes.txt") << "no rules";
  CHECK(RuleSet::load({folder.string()}, ontology()).rules().size() == 2);
  std::ofstream(folder / "three.rule") << "rule a -> life.die\n trigger expire\n";
  CHECK_THROWS_AS((void)RuleSet::load({folder.string()}, ontology()), RuleError);
  CHECK_THROWS_AS((void)RuleSet::load({(folder / "none.rule").string()}, ontology()), IoError);
  std::filesystem::remove_all(folder);
}

TEST_CASE("rules: no text, no rules") {
  CHECK(parse("").empty());
  CHECK(parse("# only a remark").empty());
  CHECK(RuleSet().rules().empty());
}
