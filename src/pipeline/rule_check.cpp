#include "diurna/pipeline/rule_check.hpp"

#include <algorithm>

#include "diurna/text/unicode.hpp"

namespace diurna {
namespace {

/// For comparing words: case and a leading article do not matter, nor does white space.
std::string normal(std::string_view words) {
  std::string out;
  for (const char c : fold_case(words)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (out.starts_with(article)) return out.substr(article.size());
  }
  return out;
}

/// A fact as an example speaks of it: the fillers of each role, and its trigger, factuality and sources.
struct Fact {
  std::string type;
  std::string rule;
  std::vector<std::pair<std::string, std::vector<std::string>>> fillers;  // role, names by which the filler may go
};

std::vector<std::string> names(const Reading& reading, const Filler& filler) {
  std::vector<std::string> out = reading.names_of(filler);
  out.push_back(reading.name_of(filler));
  out.emplace_back(reading.document.text(filler.span));
  for (std::string& name : out) name = normal(name);
  return out;
}

void add(Fact& fact, const Reading& reading, const std::vector<Argument>& arguments) {
  for (const Argument& argument : arguments) {
    fact.fillers.emplace_back(argument.role, names(reading, argument.filler));
  }
}

std::vector<Fact> facts_of(const Reading& reading) {
  std::vector<Fact> out;
  for (const Event& event : reading.facts.events()) {
    Fact& fact = out.emplace_back(Fact{event.type, event.evidence.rule, {}});
    add(fact, reading, event.arguments);
    fact.fillers.push_back({"trigger", {normal(reading.document.text(event.trigger))}});
    fact.fillers.push_back({"factuality", {std::string(to_text(event.factuality))}});
    for (const Filler& source : event.attribution) fact.fillers.emplace_back("source", names(reading, source));
  }
  for (const Relation& relation : reading.facts.relations()) {
    Fact& fact = out.emplace_back(Fact{relation.type, relation.evidence.rule, {}});
    fact.fillers.emplace_back("subject", names(reading, relation.subject));
    fact.fillers.emplace_back("object", names(reading, relation.object));
    add(fact, reading, relation.qualifiers);
  }
  return out;
}

bool is_named(const std::vector<std::string>& names, const std::string& words) {
  return std::find(names.begin(), names.end(), normal(words)) != names.end();
}

/// What a fact lacks of what is expected, in words; empty when it has all.
std::vector<std::string> differences(const Fact& fact, const ExpectedFact& expected) {
  std::vector<std::string> out;
  for (const auto& [role, words] : expected.parts) {
    std::string others;
    bool found = words == "nothing";
    for (const auto& [name, filler_names] : fact.fillers) {
      if (name != role) continue;
      if (words == "nothing") {
        found = false;
        others = filler_names.back();
      } else if (is_named(filler_names, words)) {
        found = true;
      } else {
        (others += others.empty() ? "'" : ", '") += filler_names.back() + "'";
      }
    }
    if (!found) {
      out.push_back("expected " + role + " '" + words + "', found " + (others.empty() ? "none" : others));
    }
  }
  return out;
}

/// Fillers of roles that the example lists, but which it does not name.
std::vector<std::string> surplus(const Fact& fact, const ExpectedFact& expected) {
  std::vector<std::string> out;
  for (const auto& [role, filler_names] : fact.fillers) {
    const auto speaks_of = [&, role = role](const auto& part) { return part.first == role; };
    if (role == "source" || std::none_of(expected.parts.begin(), expected.parts.end(), speaks_of)) continue;
    const auto names_it = [&, role = role, &filler_names = filler_names](const auto& part) {
      return part.first == role && (part.second == "nothing" || is_named(filler_names, part.second));
    };
    if (std::none_of(expected.parts.begin(), expected.parts.end(), names_it)) {
      out.push_back("did not expect " + role + " '" + filler_names.back() + "'");
    }
  }
  return out;
}

class Examiner {
 public:
  explicit Examiner(const Pipeline& pipeline) : pipeline_(pipeline) {}

  [[nodiscard]] ExampleOutcome examine(const RuleDescription& rule, const RuleExample& example) const {
    const Reading reading = pipeline_(
        Article{.id = "example", .date = example.date, .title = "", .text = example.text, .source = "", .url = ""});
    ExampleOutcome outcome{.rule = rule.name, .example = example, .passed = false, .reasons = {}, .found = {}};
    for (const Event& event : reading.facts.events()) outcome.found.push_back(reading.describe(event));
    for (const Relation& relation : reading.facts.relations()) outcome.found.push_back(reading.describe(relation));
    const std::vector<Fact> facts = facts_of(reading);
    outcome.reasons = example.gives.empty() ? unwanted(rule, facts) : missing(example, facts);
    outcome.passed = outcome.reasons.empty();
    if (!outcome.passed) {
      for (std::string& line : pipeline_.trace_rule(reading, rule.name)) outcome.reasons.push_back(std::move(line));
    }
    return outcome;
  }

 private:
  static std::vector<std::string> unwanted(const RuleDescription& rule, const std::vector<Fact>& facts) {
    std::vector<std::string> out;
    for (const Fact& fact : facts) {
      const bool event_for_nothing = rule.type == "nothing" && fact.rule.find("relation:") == std::string::npos;
      if (fact.type == rule.type || event_for_nothing) out.push_back("expected nothing, found " + fact.type);
    }
    return out;
  }

  static std::vector<std::string> missing(const RuleExample& example, const std::vector<Fact>& facts) {
    std::vector<std::string> out;
    for (const ExpectedFact& expected : example.gives) {
      std::vector<std::string> best{"expected " + expected.type + ", found none"};
      bool first = true;
      for (const Fact& fact : facts) {
        if (fact.type != expected.type) continue;
        std::vector<std::string> lacks = differences(fact, expected);
        for (std::string& more : surplus(fact, expected)) lacks.push_back(std::move(more));
        if (first || lacks.size() < best.size()) best = std::move(lacks);
        first = false;
      }
      out.insert(out.end(), best.begin(), best.end());
    }
    return out;
  }

  const Pipeline& pipeline_;
};

}  // namespace

std::vector<ExampleOutcome> check_examples(const Pipeline& pipeline) {
  const Examiner examiner(pipeline);
  std::vector<ExampleOutcome> out;
  for (const RuleDescription& rule : pipeline.rules().rules()) {
    for (const RuleExample& example : rule.examples) out.push_back(examiner.examine(rule, example));
  }
  return out;
}

}  // namespace diurna
