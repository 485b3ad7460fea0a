// Tensors of a model file: read in place, or packed for the matrix product.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/model_file.hpp"
#include "linguistics/kernels.hpp"

namespace diurna::detail {

/// Rows of signed bytes with a scale each; a view of the model file.
struct ByteRows {
  const float* scales = nullptr;
  const std::int8_t* values = nullptr;
  std::size_t rows = 0;
  std::size_t columns = 0;

  [[nodiscard]] const std::int8_t* row(std::size_t index) const { return values + index * columns; }
};

/// Both throw ModelError "model.section" or "model.shape".
[[nodiscard]] ByteRows byte_rows(const ModelFile& file, std::string_view section);
[[nodiscard]] std::span<const float> floats(const ModelFile& file, std::string_view section);
/// Throws ModelError "model.shape": the file is intact but its parts do not fit together.
void require_shape(bool fits, const ModelFile& file, std::string_view section);

/// Linear layers that share their input, side by side as one: their outputs follow each other.
class PackedLayer {
 public:
  PackedLayer() = default;
  /// Appends a layer; `bias` is empty or one a row. All layers have the same number of columns.
  void append(const ByteRows& weights, std::span<const float> bias);
  /// Packs what was appended.
  void finish();

  [[nodiscard]] PackedView view() const {
    return {packed_.data(), scale_.data(), bias_.data(), correction_.data(), inputs_, outputs_};
  }
  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  /// Rounded up to a multiple of 16.
  [[nodiscard]] std::size_t outputs() const { return outputs_; }

 private:
  std::vector<std::int8_t> plain_;
  std::vector<std::int8_t> packed_;
  std::vector<float> scale_;
  std::vector<float> bias_;
  std::vector<std::int32_t> correction_;
  std::size_t inputs_ = 0;
  std::size_t outputs_ = 0;
};

/// The layer of the sections `name`.weight and, if there is one, `name`.bias.
void append_layer(PackedLayer& layer, const ModelFile& file, std::string_view name);

/// Packs `rows` × `inputs` bytes: [rows/16][inputs/4][16][4], missing rows as zero. `out` holds all of it.
void pack_rows(const std::int8_t* rows, std::size_t row_count, std::size_t inputs, std::int8_t* out);

}  // namespace diurna::detail
