#include "cli/rule_page.hpp"

#include <map>

namespace diurna::cli {
namespace {

/// Signs that Markdown tables or emphasis would take for their own.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '*' || c == '_' || c == '<' || c == '`' || c == '[' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

/// Code in a table: a bar would end the cell.
std::string code(std::string_view text) {
  std::string out = "`";
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out + "`";
}

std::string gloss_of(const Ontology& ontology, const std::string& type) {
  if (const EventType* event = ontology.event_type(type)) return event->gloss;
  if (const RelationType* relation = ontology.relation_type(type)) return relation->gloss;
  return "words that are no event";
}

std::string fillers_of(const RuleRole& role) {
  if (role.path == "nothing") return "always empty";
  std::string out;
  for (const std::string& type : role.types) out += (out.empty() ? "" : " or ") + type;
  if (out.empty()) out = "any";
  if (role.many) out += ", several";
  if (role.optional) out += ", if there is one";
  return out;
}

std::string expected(const RuleExample& example) {
  if (example.gives.empty()) return "nothing";
  std::string out;
  for (const ExpectedFact& fact : example.gives) {
    out += (out.empty() ? "" : " and ") + fact.type;
    std::string parts;
    for (const auto& [role, words] : fact.parts) parts += (parts.empty() ? "" : ", ") + role + ": " + words;
    if (!parts.empty()) out += " (" + parts + ")";
  }
  return out;
}

void add_rule(std::string& out, const RuleDescription& rule) {
  out += "### " + escaped(rule.name) + "\n\n";
  if (!rule.comment.empty()) out += escaped(rule.comment) + "\n\n";
  out += "Priority " + std::to_string(rule.priority) + "; " + escaped(rule.file) + ", line " +
         std::to_string(rule.line) + ".\n\n";
  for (const std::string& trigger : rule.triggers) out += "- trigger: `" + trigger + "`\n";
  out += "\n";
  if (!rule.roles.empty()) {
    out += "| role | filled by | found at |\n|---|---|---|\n";
    for (const RuleRole& role : rule.roles) {
      out += "| " + escaped(role.name) + " | " + escaped(fillers_of(role)) + " | " + code(role.path) + " |\n";
    }
    out += "\n";
  }
  for (const RuleExample& example : rule.examples) {
    out += "> " + escaped(example.text) + "\n>\n> gives " + escaped(expected(example)) + "\n\n";
  }
}

}  // namespace

std::string rule_page(const RuleSet& rules, const Ontology& ontology) {
  std::map<std::string, std::vector<const RuleDescription*>> by_type;
  for (const RuleDescription& rule : rules.rules()) by_type[rule.type].push_back(&rule);
  std::string out = "# Rules\n\n| type | rules |\n|---|---|\n";
  for (const auto& [type, list] : by_type) out += "| " + escaped(type) + " | " + std::to_string(list.size()) + " |\n";
  for (const auto& [type, list] : by_type) {
    out += "\n## " + escaped(type) + "\n\n" + escaped(gloss_of(ontology, type)) + "\n\n";
    for (const RuleDescription* rule : list) add_rule(out, *rule);
  }
  while (out.ends_with("\n\n")) out.pop_back();
  return out;
}

}  // namespace diurna::cli
