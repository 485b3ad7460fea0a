// The arithmetic of the network, in one version per instruction set.
//
// All versions give the same bytes: matrix products are sums of eight-bit integers, which are exact in any order, and
// all floating-point work is element by element, without fused multiply-add (the sources are compiled with
// -ffp-contract=off).
#pragma once

#include <cstddef>
#include <cstdint>

namespace diurna::detail {

/// Weights of a linear layer, packed for the product: [outputs/16][inputs/4][16][4] signed bytes.
struct PackedView {
  const std::int8_t* values;
  const float* scale;              ///< Of each output.
  const float* bias;               ///< Of each output.
  const std::int32_t* correction;  ///< 128 · the sum of an output's weights: inputs are stored with 128 added.
  std::size_t inputs;              ///< A multiple of 4.
  std::size_t outputs;             ///< A multiple of 16.
};

/// One direction of a recurrent layer over one sentence.
struct Scan {
  const float* products;                               ///< z, a and b of the first word, `width` numbers each.
  const float* skip;                                   ///< Input of the first word.
  const float* gates;                                  ///< vf, then vr.
  float* states;                                       ///< Where the first word's state goes.
  std::ptrdiff_t product_step, skip_step, state_step;  ///< To the next word; negative when walking backwards.
  std::size_t words;
  std::size_t width;
};

enum class InstructionSet { portable, avx2, avx512, amx };

struct Kernels {
  /// x += scale · row.
  void (*add_row)(float* x, const std::int8_t* row, float scale, std::size_t size);
  /// Rounds a row to 127 steps each side of zero and stores it with 128 added; returns the size of a step.
  float (*quantize)(const float* x, std::size_t size, std::uint8_t* out);
  /// out[row · stride + o] = scale · sum + bias for every row and output.
  void (*multiply)(const std::uint8_t* rows, const float* row_scale, std::size_t row_count, const PackedView& weights,
                   float* out, std::size_t stride);
  /// f = σ(a + vf·c), r = σ(b + vr·c), c = f·c + (1-f)·z, state = r·c + (1-r)·skip. `cell` holds c: `width` numbers.
  void (*scan)(const Scan& scan, float* cell);
  /// out = max(0, a + b).
  void (*add_rectified)(const float* a, const float* b, float* out, std::size_t size);
};

/// The best that this processor runs.
[[nodiscard]] InstructionSet best_instruction_set();
/// Requires that the processor runs `set`.
[[nodiscard]] const Kernels& kernels(InstructionSet set);

/// e^x for x in [-80, 80]; the same bytes everywhere.
[[nodiscard]] float exponential(float x);

}  // namespace diurna::detail
