#include "linguistics/kernels.hpp"

#include "linguistics/kernel_bodies.hpp"

namespace diurna::detail {

#ifdef DIURNA_X86_KERNELS
extern const Kernels avx2_kernels;
extern const Kernels avx512_kernels;
#endif
#ifdef DIURNA_AMX_KERNELS
extern const Kernels amx_kernels;
bool amx_granted();
#endif

namespace {
constexpr Kernels portable_kernels{add_row_body, quantize_body, multiply_body, scan_body, add_rectified_body};

InstructionSet detect() {
#ifdef DIURNA_X86_KERNELS
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) {
#ifdef DIURNA_AMX_KERNELS
    if (amx_granted()) return InstructionSet::amx;
#endif
    return InstructionSet::avx512;
  }
  if (__builtin_cpu_supports("avx2")) return InstructionSet::avx2;
#endif
  return InstructionSet::portable;
}

}  // namespace

InstructionSet best_instruction_set() {
  static const InstructionSet best = detect();
  return best;
}

const Kernels& kernels(InstructionSet set) {
#ifdef DIURNA_AMX_KERNELS
  if (set == InstructionSet::amx) return amx_kernels;
#endif
#ifdef DIURNA_X86_KERNELS
  if (set == InstructionSet::avx512) return avx512_kernels;
  if (set == InstructionSet::avx2) return avx2_kernels;
#endif
  (void)set;
  return portable_kernels;
}

float exponential(float x) { return exp_body(x); }

}  // namespace diurna::detail
