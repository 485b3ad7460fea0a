// Kernels in plain C++, included once per instruction set; the compiler vectorises the loops for each. Only the matrix
// product has a version by hand (kernels_avx2.cpp, kernels_avx512.cpp). Everything here has internal linkage, so that
// code for one processor is never called on another.
#pragma once

#include <cstring>

#include "linguistics/kernels.hpp"

namespace diurna::detail {
namespace {

// The nearest whole number, for |x| < 2^22: adding 1.5 · 2^23 leaves no bits for a fraction.
inline float nearest(float x) { return (x + 12582912.0f) - 12582912.0f; }

// 2^n · p(r) with n the nearest integer to x / ln 2 and p the Taylor polynomial of degree 6 (error below 2e-7).
inline float exp_body(float x) {
  const float whole = nearest(x * 1.44269504f);
  const float r = (x - whole * 0.693359375f) + whole * 2.12194440e-4f;
  float p = 1.0f / 720.0f;
  p = p * r + 1.0f / 120.0f;
  p = p * r + 1.0f / 24.0f;
  p = p * r + 1.0f / 6.0f;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  return p * __builtin_bit_cast(float, (static_cast<std::int32_t>(whole) + 127) << 23);
}

inline float sigmoid_body(float x) {
  const float bounded = x < -30.0f ? -30.0f : x > 30.0f ? 30.0f : x;
  return 1.0f / (1.0f + exp_body(-bounded));
}

[[maybe_unused]] void add_row_body(float* __restrict x, const std::int8_t* __restrict row, float scale,
                                   std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) x[i] += scale * static_cast<float>(row[i]);
}

[[maybe_unused]] float quantize_body(const float* __restrict x, std::size_t size, std::uint8_t* __restrict out) {
  // The bits of floats without their sign are ordered as the floats are, and integers have a fast maximum.
  std::int32_t largest_bits = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::int32_t bits = __builtin_bit_cast(std::int32_t, x[i]) & 0x7FFFFFFF;
    largest_bits = bits > largest_bits ? bits : largest_bits;
  }
  const float largest = __builtin_bit_cast(float, largest_bits);
  const float steps = largest > 0.0f ? 127.0f / largest : 0.0f;
  for (std::size_t i = 0; i < size; ++i) {
    out[i] = static_cast<std::uint8_t>(static_cast<std::int32_t>(nearest(x[i] * steps)) + 128);
  }
  return largest / 127.0f;
}

[[maybe_unused]] void multiply_body(const std::uint8_t* rows, const float* row_scale, std::size_t row_count,
                                    const PackedView& weights, float* out, std::size_t stride) {
  for (std::size_t row = 0; row < row_count; ++row) {
    for (std::size_t block = 0; block < weights.outputs / 16; ++block) {
      const std::int8_t* w = weights.values + block * 16 * weights.inputs;
      const std::uint8_t* x = rows + row * weights.inputs;
      std::int32_t sum[16] = {};
      for (std::size_t i = 0; i < weights.inputs; i += 4) {
        for (std::size_t o = 0; o < 16; ++o) {
          for (std::size_t k = 0; k < 4; ++k) sum[o] += x[i + k] * w[i * 16 + o * 4 + k];
        }
      }
      for (std::size_t o = 0; o < 16; ++o) {
        const std::size_t at = block * 16 + o;
        const auto exact = static_cast<float>(sum[o] - weights.correction[at]);
        out[row * stride + at] = exact * (row_scale[row] * weights.scale[at]) + weights.bias[at];
      }
    }
  }
}

[[maybe_unused]] void scan_body(const Scan& scan, float* __restrict cell) {
  const std::size_t width = scan.width;
  const float* __restrict vf = scan.gates;
  const float* __restrict vr = scan.gates + width;
  std::memset(cell, 0, width * sizeof(float));
  for (std::size_t word = 0; word < scan.words; ++word) {
    const auto step = static_cast<std::ptrdiff_t>(word);
    const float* __restrict z = scan.products + step * scan.product_step;
    const float* __restrict a = z + width;
    const float* __restrict b = a + width;
    const float* __restrict x = scan.skip + step * scan.skip_step;
    float* __restrict h = scan.states + step * scan.state_step;
    for (std::size_t i = 0; i < width; ++i) {
      const float c = cell[i];
      const float f = sigmoid_body(a[i] + vf[i] * c);
      const float r = sigmoid_body(b[i] + vr[i] * c);
      const float next = f * c + (1.0f - f) * z[i];
      cell[i] = next;
      h[i] = r * next + (1.0f - r) * x[i];
    }
  }
}

[[maybe_unused]] void add_rectified_body(const float* __restrict a, const float* __restrict b, float* __restrict out,
                                         std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    const float sum = a[i] + b[i];
    out[i] = sum > 0.0f ? sum : 0.0f;
  }
}

}  // namespace
}  // namespace diurna::detail
