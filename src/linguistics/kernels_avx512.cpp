#include <immintrin.h>

#include "linguistics/kernel_bodies.hpp"
#include "linguistics/kernels_store_512.hpp"

namespace diurna::detail {
extern const Kernels avx512_kernels;

namespace {

inline std::int32_t four_bytes(const std::uint8_t* at) {
  std::int32_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

// A tile of rows × blocks of 16 outputs stays in registers while the inputs run by, four bytes a step.
template <std::size_t row_group, std::size_t block_group>
void multiply_tile(const std::uint8_t* rows, const float* row_scale, const PackedView& weights, std::size_t block,
                   float* out, std::size_t stride) {
  const std::int8_t* w = weights.values + block * 16 * weights.inputs;
  __m512i sums[row_group][block_group];
  for (auto& row : sums) {
    for (auto& sum : row) sum = _mm512_setzero_si512();
  }
  for (std::size_t i = 0; i < weights.inputs; i += 4) {
    __m512i part[block_group];
    for (std::size_t b = 0; b < block_group; ++b) part[b] = _mm512_loadu_si512(w + (b * weights.inputs + i) * 16);
    for (std::size_t r = 0; r < row_group; ++r) {
      const __m512i x = _mm512_set1_epi32(four_bytes(rows + r * weights.inputs + i));
      for (std::size_t b = 0; b < block_group; ++b) sums[r][b] = _mm512_dpbusd_epi32(sums[r][b], x, part[b]);
    }
  }
  for (std::size_t r = 0; r < row_group; ++r) {
    for (std::size_t b = 0; b < block_group; ++b) {
      store_outputs(sums[r][b], (block + b) * 16, row_scale[r], weights, out + r * stride);
    }
  }
}

// Weights of one group of blocks stay in the first-level cache while all rows pass by.
template <std::size_t block_group>
void multiply_blocks(const std::uint8_t* rows, const float* row_scale, std::size_t row_count, const PackedView& weights,
                     std::size_t block, float* out, std::size_t stride) {
  std::size_t row = 0;
  for (; row + 6 <= row_count; row += 6) {
    multiply_tile<6, block_group>(rows + row * weights.inputs, row_scale + row, weights, block, out + row * stride,
                                  stride);
  }
  for (; row < row_count; ++row) {
    multiply_tile<1, block_group>(rows + row * weights.inputs, row_scale + row, weights, block, out + row * stride,
                                  stride);
  }
}

void multiply_avx512(const std::uint8_t* rows, const float* row_scale, std::size_t row_count, const PackedView& weights,
                     float* out, std::size_t stride) {
  const std::size_t blocks = weights.outputs / 16;
  std::size_t block = 0;
  for (; block + 4 <= blocks; block += 4) multiply_blocks<4>(rows, row_scale, row_count, weights, block, out, stride);
  for (; block < blocks; ++block) multiply_blocks<1>(rows, row_scale, row_count, weights, block, out, stride);
}

}  // namespace

const Kernels avx512_kernels{add_row_body, quantize_body, multiply_avx512, scan_body, add_rectified_body};

}  // namespace diurna::detail
