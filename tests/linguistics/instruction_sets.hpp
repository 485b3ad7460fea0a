// The instruction sets that this processor can run.
#pragma once

#include <vector>

#include "linguistics/kernels.hpp"

namespace diurna::test {

inline std::vector<detail::InstructionSet> instruction_sets() {
  std::vector<detail::InstructionSet> sets = {detail::InstructionSet::portable};
  if (detail::best_instruction_set() >= detail::InstructionSet::avx2) sets.push_back(detail::InstructionSet::avx2);
  if (detail::best_instruction_set() >= detail::InstructionSet::avx512) sets.push_back(detail::InstructionSet::avx512);
  if (detail::best_instruction_set() >= detail::InstructionSet::amx) sets.push_back(detail::InstructionSet::amx);
  return sets;
}

}  // namespace diurna::test
