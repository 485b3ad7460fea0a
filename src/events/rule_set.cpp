#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

#include "diurna/core/resources.hpp"
#include "diurna/events/rules.hpp"
#include "events/compiled_rules.hpp"
#include "events/rule_compiler.hpp"
#include "events/rule_parser.hpp"

namespace diurna {
namespace {

using detail::CompiledRules;

/// Files, and the ".rule" files of folders; each once, sorted.
std::vector<std::string> rule_files(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(path, ignored)) {
      out.push_back(path);
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path, ignored)) {
      if (entry.path().extension() == ".rule") out.push_back(entry.path().string());
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// Reads one file after another; keeps what is well and what is wrong.
class Collector {
 public:
  explicit Collector(const Ontology& ontology) : ontology_(ontology) {}

  void add(std::string_view text, const std::string& file) {
    detail::RuleSource source(file, text);
    const detail::RuleFileNode nodes = detail::parse_rules(source);
    auto entries = detail::compile_rules(source, nodes, ontology_);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      check_name(source, entries[i].description, nodes.rules[i].name.span);
    }
    std::move(entries.begin(), entries.end(), std::back_inserter(entries_));
    for (RuleProblem& problem : source.take_problems()) problems_.push_back(std::move(problem));
  }

  [[nodiscard]] std::shared_ptr<const CompiledRules> finish() {
    std::stable_sort(problems_.begin(), problems_.end(), [](const RuleProblem& a, const RuleProblem& b) {
      return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    if (!problems_.empty()) throw RuleError(std::move(problems_));
    return entries_.empty() ? nullptr : std::make_shared<const CompiledRules>(std::move(entries_));
  }

 private:
  /// The same name in another file (a file reports its own double names).
  void check_name(detail::RuleSource& source, const RuleDescription& rule, Span place) {
    const auto [first, is_new] = names_.try_emplace(rule.name, rule.file + ":" + std::to_string(rule.line));
    if (is_new || first->second.starts_with(rule.file + ":")) return;
    source.report("rule.duplicate", place, "there is a rule '" + rule.name + "' already", "see " + first->second);
  }

  const Ontology& ontology_;
  std::map<std::string, std::string> names_;
  std::vector<CompiledRules::Entry> entries_;
  std::vector<RuleProblem> problems_;
};

}  // namespace

RuleSet RuleSet::load(const std::vector<std::string>& paths, const Ontology& ontology) {
  Collector collector(ontology);
  for (const std::string& path : rule_files(paths)) {
    const Resource file = read_file(path);
    collector.add(file.bytes(), path);
  }
  RuleSet out;
  out.compiled_ = collector.finish();
  return out;
}

RuleSet RuleSet::parse(std::string_view text, const std::string& file, const Ontology& ontology) {
  Collector collector(ontology);
  collector.add(text, file);
  RuleSet out;
  out.compiled_ = collector.finish();
  return out;
}

const std::vector<RuleDescription>& RuleSet::rules() const& {
  static const std::vector<RuleDescription> none;
  return compiled_ ? compiled_->descriptions() : none;
}

}  // namespace diurna
