// A set of rules as a page of Markdown, for those who read rules rather than write them.
#pragma once

#include <string>

#include "diurna/events/rules.hpp"

namespace diurna::cli {

/// One section a type, one entry a rule: its comment, trigger, roles and examples.
[[nodiscard]] std::string rule_page(const RuleSet& rules, const Ontology& ontology);

}  // namespace diurna::cli
