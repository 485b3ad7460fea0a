// How the AVX-512 and AMX products finish a block of 16 outputs. Internal linkage, as in kernel_bodies.hpp.
#pragma once

#include <immintrin.h>

#include "linguistics/kernels.hpp"

namespace diurna::detail {
namespace {

/// out[at … at + 15] = scale · (sum - correction) + bias.
inline void store_outputs(__m512i sum, std::size_t at, float row_scale, const PackedView& weights, float* out) {
  const __m512i exact = _mm512_sub_epi32(sum, _mm512_loadu_si512(weights.correction + at));
  const __m512 scale = _mm512_mul_ps(_mm512_set1_ps(row_scale), _mm512_loadu_ps(weights.scale + at));
  const __m512 scaled = _mm512_mul_ps(_mm512_cvtepi32_ps(exact), scale);
  _mm512_storeu_ps(out + at, _mm512_add_ps(scaled, _mm512_loadu_ps(weights.bias + at)));
}

}  // namespace
}  // namespace diurna::detail
