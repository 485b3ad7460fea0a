#include "events/tree_path.hpp"

#include <algorithm>
#include <unordered_set>

namespace diurna::detail {
namespace {

bool allows(const CompiledStep& step, DependencyRelation relation) {
  return (step.relations >> static_cast<unsigned>(relation) & 1U) != 0;
}

struct Reached {
  std::vector<TokenId> tokens;
  std::vector<TokenId> refused;  // the edge fits, the test of the token does not
};

Reached take(const CompiledStep& step, const RuleScene& scene, TokenId from) {
  const Syntax& syntax = scene.context.syntax;
  Reached out;
  const auto add = [&](TokenId token) {
    const bool passes = step.test.empty() || holds(step.test.front(), scene, token);
    (passes ? out.tokens : out.refused).push_back(token);
  };
  if (step.direction == Step::Direction::stay) {
    add(from);
    return out;
  }
  if (step.direction == Step::Direction::up) {
    if (syntax.head(from) && allows(step, syntax.relation(from))) add(syntax.head(from));
    return out;
  }
  for (const TokenId child : syntax.children(from)) {
    if (allows(step, syntax.relation(child))) add(child);
  }
  return out;
}

}  // namespace

std::vector<TokenId> TreePath::ends(const RuleScene& scene, TokenId from, const Watch& watch) const {
  struct Place {
    std::uint32_t instruction;
    TokenId token;
  };
  std::vector<TokenId> out;
  std::unordered_set<std::uint64_t> seen;
  std::vector<Place> open{{0, from}};  // a stack, so that preferred ways are followed to their end first
  while (!open.empty()) {
    const Place place = open.back();
    open.pop_back();
    if (!seen.insert(std::uint64_t{place.instruction} << 32U | place.token.index()).second) continue;
    const Instruction& instruction = program_[place.instruction];
    switch (instruction.kind) {
      case Instruction::Kind::match:
        if (std::find(out.begin(), out.end(), place.token) == out.end()) out.push_back(place.token);
        break;
      case Instruction::Kind::split:
        open.push_back({instruction.second, place.token});
        open.push_back({instruction.first, place.token});
        break;
      case Instruction::Kind::atom: {
        const CompiledStep& step = steps_[instruction.first];
        const Reached reached = take(step, scene, place.token);
        if (watch) watch(step, place.token, reached.tokens, reached.refused);
        for (auto token = reached.tokens.rbegin(); token != reached.tokens.rend(); ++token) {
          open.push_back({place.instruction + 1, *token});
        }
        break;
      }
    }
  }
  return out;
}

}  // namespace diurna::detail
