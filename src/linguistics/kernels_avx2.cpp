#include <immintrin.h>

#include "linguistics/kernel_bodies.hpp"

namespace diurna::detail {
extern const Kernels avx2_kernels;

namespace {

inline std::int32_t four_bytes(const std::uint8_t* at) {
  std::int32_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

// Inputs are taken as signed here, so that the sum needs no correction.
inline void store_outputs(__m256i sum, std::size_t at, float row_scale, const PackedView& weights, float* out) {
  const __m256 scale = _mm256_mul_ps(_mm256_set1_ps(row_scale), _mm256_loadu_ps(weights.scale + at));
  const __m256 scaled = _mm256_mul_ps(_mm256_cvtepi32_ps(sum), scale);
  _mm256_storeu_ps(out + at, _mm256_add_ps(scaled, _mm256_loadu_ps(weights.bias + at)));
}

// Four bytes of input against 8 outputs a step: |x| · sign(w, x) summed in pairs to 16 bits (at most 2 · 127 · 127, no
// overflow), then to 32 bits.
template <std::size_t row_group>
void multiply_group(const std::uint8_t* rows, const float* row_scale, const PackedView& weights, float* out,
                    std::size_t stride) {
  const __m256i ones = _mm256_set1_epi16(1);
  const __m256i shift = _mm256_set1_epi8(static_cast<char>(0x80));
  for (std::size_t block = 0; block < weights.outputs / 16; ++block) {
    const std::int8_t* w = weights.values + block * 16 * weights.inputs;
    __m256i sums[row_group][2] = {};
    for (std::size_t i = 0; i < weights.inputs; i += 4) {
      const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w + i * 16));
      const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w + i * 16 + 32));
      for (std::size_t r = 0; r < row_group; ++r) {
        const __m256i x = _mm256_xor_si256(_mm256_set1_epi32(four_bytes(rows + r * weights.inputs + i)), shift);
        const __m256i size = _mm256_abs_epi8(x);
        const __m256i a = _mm256_maddubs_epi16(size, _mm256_sign_epi8(low, x));
        const __m256i b = _mm256_maddubs_epi16(size, _mm256_sign_epi8(high, x));
        sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(a, ones));
        sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(b, ones));
      }
    }
    for (std::size_t r = 0; r < row_group; ++r) {
      store_outputs(sums[r][0], block * 16, row_scale[r], weights, out + r * stride);
      store_outputs(sums[r][1], block * 16 + 8, row_scale[r], weights, out + r * stride);
    }
  }
}

void multiply_avx2(const std::uint8_t* rows, const float* row_scale, std::size_t row_count, const PackedView& weights,
                   float* out, std::size_t stride) {
  std::size_t row = 0;
  for (; row + 4 <= row_count; row += 4) {
    multiply_group<4>(rows + row * weights.inputs, row_scale + row, weights, out + row * stride, stride);
  }
  for (; row < row_count; ++row) {
    multiply_group<1>(rows + row * weights.inputs, row_scale + row, weights, out + row * stride, stride);
  }
}

}  // namespace

const Kernels avx2_kernels{add_row_body, quantize_body, multiply_avx2, scan_body, add_rectified_body};

}  // namespace diurna::detail
