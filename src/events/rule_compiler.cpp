#include "events/rule_compiler.hpp"

#include <algorithm>
#include <set>

#include "core/suggest.hpp"

namespace diurna::detail {
namespace {

/// Roles of an event, or "subject", "object" and qualifiers of a relation.
std::vector<std::string> roles_of(const EventType& type) { return type.roles; }

std::vector<std::string> roles_of(const RelationType& type) {
  std::vector<std::string> out{"subject", "object"};
  out.insert(out.end(), type.qualifiers.begin(), type.qualifiers.end());
  return out;
}

std::vector<std::string> type_names(const Ontology& ontology) {
  std::vector<std::string> out;
  for (const EventType& type : ontology.event_types()) out.push_back(type.id);
  for (const RelationType& type : ontology.relation_types()) out.push_back(type.id);
  return out;
}

/// "detain" → "justice.detain"; else the nearest spelling.
std::string nearest_type(const std::string& word, const Ontology& ontology) {
  const std::vector<std::string> names = type_names(ontology);
  for (const std::string& name : names) {
    if (name.ends_with("." + word)) return name;
  }
  return nearest(word, names);
}

/// What a type allows.
struct Signature {
  std::vector<std::string> roles;
  std::map<std::string, std::vector<std::string>> fillers;
};

class Compiler {
 public:
  Compiler(RuleSource& source, const RuleFileNode& file, const Ontology& ontology)
      : source_(source), file_(file), ontology_(ontology), tests_(source, file.lists) {}

  std::vector<CompiledRules::Entry> compile() {
    std::vector<CompiledRules::Entry> out;
    for (const RuleNode& node : file_.rules) {
      if (!names_.insert(node.name.text).second) {
        source_.report("rule.duplicate", node.name.span,
                       "there is a rule '" + node.name.text + "' in this file already");
      }
      out.push_back({describe(node), rule(node)});
    }
    return out;
  }

 private:
  /// nullptr for an unknown type, which is reported.
  std::optional<Signature> signature(const Name& type, bool may_be_nothing) {
    if (const EventType* event = ontology_.event_type(type.text)) return Signature{roles_of(*event), event->fillers};
    if (const RelationType* relation = ontology_.relation_type(type.text)) {
      return Signature{roles_of(*relation), relation->fillers};
    }
    if (type.text == "nothing" && may_be_nothing) return Signature{};
    const std::string near = nearest_type(type.text, ontology_);
    source_.report("rule.unknown-type", type.span, "unknown event or relation type '" + type.text + "'",
                   near.empty() ? "define it in an ontology file (--ontology)" : "did you mean '" + near + "'?");
    return std::nullopt;
  }

  CompiledRule rule(const RuleNode& node) {
    CompiledRule out;
    out.priority = node.priority;
    if (const EventType* event = ontology_.event_type(node.type.text)) {
      out.type = static_cast<std::uint16_t>(event - ontology_.event_types().data());
    } else if (const RelationType* relation = ontology_.relation_type(node.type.text)) {
      out.target = RuleTarget::relation;
      out.type = static_cast<std::uint16_t>(relation - ontology_.relation_types().data());
    } else {
      out.target = RuleTarget::nothing;
    }
    const auto known = signature(node.type, true);
    add_triggers(node, out);
    add_roles(node, known, out);
    check_examples(node);
    return out;
  }

  void add_triggers(const RuleNode& node, CompiledRule& out) {
    if (node.triggers.empty() && !node.broken) {
      source_.report("rule.no-trigger", node.name.span, "rule '" + node.name.text + "' has no trigger",
                     "add a line such as: trigger [lemma = sink and upos = VERB]");
    }
    for (const Pattern& pattern : node.triggers) {
      TokenPattern compiled = tests_.pattern(pattern);
      if (!compiled.program.empty() && matches_nothing(compiled.program)) {
        source_.report("rule.empty-trigger", pattern.span, "this trigger can match no word at all",
                       "one part of it must not be optional");
      }
      out.triggers.push_back(std::move(compiled));
    }
  }

  void add_roles(const RuleNode& node, const std::optional<Signature>& known, CompiledRule& out) {
    std::set<std::string> seen;
    for (const RoleNode& role : node.roles) {
      if (!seen.insert(role.name.text).second) {
        source_.report("rule.duplicate", role.name.span, "the role '" + role.name.text + "' has a line already",
                       "write alternatives in one line: >nsubj | >obl:agent");
      }
      if (out.target == RuleTarget::nothing) {
        source_.report("rule.unknown-role", role.name.span, "a rule for nothing has no roles");
      } else if (known) {
        check_role(role.name, *known, node.type.text);
      }
      out.roles.push_back(compile_role(role, known));
    }
    if (out.target != RuleTarget::relation || node.broken) return;
    for (const char* end : {"subject", "object"}) {
      const auto line = std::find_if(node.roles.begin(), node.roles.end(),
                                     [&](const RoleNode& role) { return role.name.text == end; });
      if (line == node.roles.end()) {
        source_.report("rule.no-role", node.name.span,
                       "a rule for a relation needs a line for its " + std::string(end));
      } else if (line->optional || line->nothing) {
        source_.report("rule.no-role", line->name.span, "the " + std::string(end) + " of a relation cannot be missing");
      }
    }
  }

  void check_role(const Name& role, const Signature& known, const std::string& type) {
    if (std::find(known.roles.begin(), known.roles.end(), role.text) != known.roles.end()) return;
    const std::string near = nearest(role.text, known.roles);
    std::string hint = near.empty() ? "" : "did you mean '" + near + "'?";
    if (near.empty()) {
      for (const std::string& name : known.roles) hint += (hint.empty() ? "it has " : ", ") + name;
    }
    source_.report("rule.unknown-role", role.span, "unknown role '" + role.text + "' for " + type, std::move(hint));
  }

  CompiledRole compile_role(const RoleNode& role, const std::optional<Signature>& known) {
    CompiledRole out;
    out.name = role.name.text;
    out.optional = role.optional;
    out.many = role.many;
    out.nothing = role.nothing;
    if (!role.types.empty()) out.kinds = 0;
    for (const Name& type : role.types) {
      const auto kinds = parse_filler_kind(type.text);
      if (!kinds) unknown_kind(type);
      out.kinds |= kinds.value_or(any_filler);
    }
    if (known && known->fillers.contains(role.name.text)) {
      const FillerKinds allowed = filler_kinds(known->fillers.at(role.name.text));
      if ((out.kinds & allowed) == 0) {
        source_.report("rule.filler", role.types.front().span,
                       "the ontology allows only " + to_text(allowed) + " as " + role.name.text);
      }
      out.kinds &= allowed;
    }
    if (!role.nothing) out.path = tests_.path(role.path);
    return out;
  }

  void unknown_kind(const Name& type) {
    std::string upper = type.text;
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const std::string near = parse_filler_kind(upper) ? upper : nearest(type.text, filler_kind_names());
    std::string hint = near.empty() ? "" : "did you mean '" + near + "'?";
    if (near.empty()) {
      for (const std::string& name : filler_kind_names()) hint += (hint.empty() ? "known are " : ", ") + name;
    }
    source_.report("rule.unknown-filler", type.span, "unknown kind of filler '" + type.text + "'", std::move(hint));
  }

  void check_examples(const RuleNode& node) {
    for (const ExampleNode& example : node.examples) {
      if (example.text.text.find_first_not_of(' ') == std::string::npos) {
        source_.report("rule.example", example.text.span, "an example needs a sentence");
      }
      for (const FactNode& fact : example.gives) {
        const auto known = signature(fact.type, false);
        for (const auto& [role, words] : fact.parts) {
          const bool about = role.text == "trigger" || role.text == "factuality" || role.text == "source";
          if (known && !about) check_role(role, *known, fact.type.text);
        }
      }
    }
  }

  RuleDescription describe(const RuleNode& node) const {
    RuleDescription out{.name = node.name.text,
                        .type = node.type.text,
                        .priority = node.priority,
                        .comment = node.comment,
                        .file = source_.file(),
                        .line = source_.line_of(node.name.span.begin),
                        .triggers = node.trigger_texts,
                        .roles = {},
                        .examples = {}};
    for (const RoleNode& role : node.roles) {
      RuleRole& described =
          out.roles.emplace_back(RuleRole{role.name.text, {}, role.optional, role.many, role.path_text});
      for (const Name& type : role.types) described.types.push_back(type.text);
    }
    for (const ExampleNode& example : node.examples) {
      RuleExample& described = out.examples.emplace_back();
      described.text = example.text.text;
      described.date = example.date;
      described.line = source_.line_of(example.text.span.begin);
      for (const FactNode& fact : example.gives) {
        ExpectedFact& expected = described.gives.emplace_back(ExpectedFact{fact.type.text, {}});
        for (const auto& [role, words] : fact.parts) expected.parts.emplace_back(role.text, words.text);
      }
    }
    return out;
  }

  RuleSource& source_;
  const RuleFileNode& file_;
  const Ontology& ontology_;
  TestCompiler tests_;
  std::set<std::string> names_;
};

}  // namespace

std::vector<CompiledRules::Entry> compile_rules(RuleSource& source, const RuleFileNode& file,
                                                const Ontology& ontology) {
  return Compiler(source, file, ontology).compile();
}

}  // namespace diurna::detail
