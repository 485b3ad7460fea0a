#include "events/rule_program.hpp"

namespace diurna::detail {
namespace {

/// Calls `visit` for every instruction that can be reached from the start without an atom.
template <class Visit>
void reachable(const Program& program, Visit visit) {
  std::vector<bool> seen(program.size(), false);
  std::vector<std::uint32_t> open{0};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    visit(program[at]);
    if (program[at].kind != Instruction::Kind::split) continue;
    open.push_back(program[at].second);
    open.push_back(program[at].first);
  }
}

}  // namespace

bool matches_nothing(const Program& program) {
  bool found = false;
  reachable(program, [&](const Instruction& step) { found = found || step.kind == Instruction::Kind::match; });
  return found;
}

std::vector<std::uint32_t> first_atoms(const Program& program) {
  std::vector<std::uint32_t> out;
  reachable(program, [&](const Instruction& step) {
    if (step.kind == Instruction::Kind::atom) out.push_back(step.first);
  });
  return out;
}

}  // namespace diurna::detail
