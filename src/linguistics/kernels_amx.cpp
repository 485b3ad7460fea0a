// The matrix product on tiles (Intel AMX, int8). Everything else is as in the AVX-512 version.
#include <cpuid.h>
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "linguistics/kernel_bodies.hpp"
#include "linguistics/kernels_store_512.hpp"

namespace diurna::detail {
extern const Kernels avx512_kernels;
extern const Kernels amx_kernels;
bool amx_granted();

namespace {

// Sums in 0–3 (rows 0–1 × outputs 0–1), inputs in 4–5, weights in 6–7.
constexpr std::size_t tile_rows = 16;
constexpr std::size_t tile_bytes = 64;
constexpr std::size_t pair = 2 * tile_rows;

struct alignas(64) TileShapes {
  std::uint8_t palette = 1;
  std::uint8_t start_row = 0;
  std::uint8_t reserved[14] = {};
  std::uint16_t column_bytes[16] = {};
  std::uint8_t rows[16] = {};
};

/// Tiles for `inputs` bytes of every row at a time (at most 64).
void shape_tiles(std::size_t inputs) {
  TileShapes shapes;
  for (int tile = 0; tile < 8; ++tile) {
    const bool holds_inputs = tile == 4 || tile == 5;
    const bool holds_weights = tile >= 6;
    shapes.column_bytes[tile] = static_cast<std::uint16_t>(holds_inputs ? inputs : tile_bytes);
    shapes.rows[tile] = static_cast<std::uint8_t>(holds_weights ? inputs / 4 : tile_rows);
  }
  _tile_loadconfig(&shapes);
}

/// Whether a tile of 64 or 32 bytes divides the inputs; 0 when there is none.
std::size_t step_of(std::size_t inputs) { return inputs % 64 == 0 ? 64 : inputs % 32 == 0 ? 32 : 0; }

/// 32 rows × two blocks of 16 outputs.
void multiply_pair(const std::uint8_t* rows, const float* row_scale, const PackedView& weights, std::size_t block,
                   std::size_t step, float* out, std::size_t stride) {
  const std::size_t inputs = weights.inputs;
  const std::int8_t* first = weights.values + block * 16 * inputs;
  const std::int8_t* second = first + 16 * inputs;
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (std::size_t i = 0; i < inputs; i += step) {
    _tile_loadd(4, rows + i, inputs);
    _tile_loadd(5, rows + tile_rows * inputs + i, inputs);
    _tile_loadd(6, first + i * 16, tile_bytes);
    _tile_loadd(7, second + i * 16, tile_bytes);
    _tile_dpbusd(0, 4, 6);
    _tile_dpbusd(1, 4, 7);
    _tile_dpbusd(2, 5, 6);
    _tile_dpbusd(3, 5, 7);
  }
  alignas(64) std::int32_t sums[pair][2][16];
  _tile_stored(0, sums[0][0], sizeof sums[0]);
  _tile_stored(1, sums[0][1], sizeof sums[0]);
  _tile_stored(2, sums[tile_rows][0], sizeof sums[0]);
  _tile_stored(3, sums[tile_rows][1], sizeof sums[0]);
  for (std::size_t row = 0; row < pair; ++row) {
    for (std::size_t b = 0; b < 2; ++b) {
      store_outputs(_mm512_load_si512(sums[row][b]), (block + b) * 16, row_scale[row], weights, out + row * stride);
    }
  }
}

/// The blocks from `begin` up to `end` alone.
PackedView blocks_of(const PackedView& weights, std::size_t begin, std::size_t end) {
  return {weights.values + begin * 16 * weights.inputs,
          weights.scale + begin * 16,
          weights.bias + begin * 16,
          weights.correction + begin * 16,
          weights.inputs,
          (end - begin) * 16};
}

/// Whole tiles by AMX, what is left over by AVX-512.
void multiply_amx(const std::uint8_t* rows, const float* row_scale, std::size_t row_count, const PackedView& weights,
                  float* out, std::size_t stride) {
  const std::size_t step = step_of(weights.inputs);
  const std::size_t blocks = weights.outputs / 16 / 2 * 2;
  const std::size_t tiled_rows = step == 0 || blocks == 0 ? 0 : row_count / pair * pair;
  if (tiled_rows > 0) {
    shape_tiles(step);
    for (std::size_t block = 0; block < blocks; block += 2) {
      for (std::size_t row = 0; row < tiled_rows; row += pair) {
        multiply_pair(rows + row * weights.inputs, row_scale + row, weights, block, step, out + row * stride, stride);
      }
    }
    _tile_release();
    if (blocks * 16 < weights.outputs) {
      avx512_kernels.multiply(rows, row_scale, tiled_rows, blocks_of(weights, blocks, weights.outputs / 16),
                              out + blocks * 16, stride);
    }
  }
  avx512_kernels.multiply(rows + tiled_rows * weights.inputs, row_scale + tiled_rows, row_count - tiled_rows, weights,
                          out + tiled_rows * stride, stride);
}

bool has_tiles() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return false;
  return (d >> 24U & 1U) != 0 && (d >> 25U & 1U) != 0;  // AMX-TILE, AMX-INT8
}

}  // namespace

/// Whether there are tile registers and the system lends them to this process (to all of its threads).
bool amx_granted() {
  constexpr long request_permission = 0x1023;  // ARCH_REQ_XCOMP_PERM
  constexpr long tile_data = 18;
  return has_tiles() && syscall(SYS_arch_prctl, request_permission, tile_data) == 0;
}

const Kernels amx_kernels{add_row_body, quantize_body, multiply_amx, scan_body, add_rectified_body};

}  // namespace diurna::detail
