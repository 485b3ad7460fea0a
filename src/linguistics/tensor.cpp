#include "linguistics/tensor.hpp"

#include <array>
#include <cstring>
#include <string>

#include "diurna/core/error.hpp"

namespace diurna::detail {
namespace {

struct Header {
  std::uint32_t kind;
  std::uint32_t rows;
  std::uint32_t columns;
  std::uint32_t zero;
};
enum Kind : std::uint32_t { kind_float = 0, kind_bytes = 1 };

Header read_header(const ModelFile& file, std::string_view section, std::string_view bytes, Kind kind) {
  Header header{};
  require_shape(bytes.size() >= sizeof header, file, section);
  std::memcpy(&header, bytes.data(), sizeof header);
  require_shape(header.kind == kind, file, section);
  return header;
}

}  // namespace

void require_shape(bool fits, const ModelFile& file, std::string_view section) {
  if (fits) return;
  throw ModelError(
      {.code = "model.shape",
       .place = file.name(),
       .message = "section '" + std::string(section) + "' does not have the shape that this library expects",
       .hint = "use the model that came with this version of Diurna"});
}

ByteRows byte_rows(const ModelFile& file, std::string_view section) {
  const std::string_view bytes = file.section(section);
  const Header header = read_header(file, section, bytes, kind_bytes);
  const std::size_t rows = header.rows;
  const std::size_t columns = header.columns;
  require_shape(bytes.size() == sizeof header + rows * (sizeof(float) + columns), file, section);
  const char* scales = bytes.data() + sizeof header;
  return {reinterpret_cast<const float*>(scales), reinterpret_cast<const std::int8_t*>(scales + rows * sizeof(float)),
          rows, columns};
}

std::span<const float> floats(const ModelFile& file, std::string_view section) {
  const std::string_view bytes = file.section(section);
  const Header header = read_header(file, section, bytes, kind_float);
  const std::size_t size = std::size_t{header.rows} * header.columns;
  require_shape(bytes.size() == sizeof header + size * sizeof(float), file, section);
  return {reinterpret_cast<const float*>(bytes.data() + sizeof header), size};
}

void PackedLayer::append(const ByteRows& weights, std::span<const float> bias) {
  inputs_ = weights.columns;
  plain_.insert(plain_.end(), weights.values, weights.values + weights.rows * weights.columns);
  scale_.insert(scale_.end(), weights.scales, weights.scales + weights.rows);
  bias_.insert(bias_.end(), bias.begin(), bias.end());
  bias_.resize(scale_.size(), 0.0f);
}

void PackedLayer::finish() {
  const std::size_t rows = scale_.size();
  outputs_ = (rows + 15) / 16 * 16;
  packed_.resize(outputs_ * inputs_);
  pack_rows(plain_.data(), rows, inputs_, packed_.data());
  correction_.assign(outputs_, 0);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < inputs_; ++i) correction_[row] += 128 * plain_[row * inputs_ + i];
  }
  scale_.resize(outputs_, 0.0f);
  bias_.resize(outputs_, 0.0f);
  plain_ = {};
}

void append_layer(PackedLayer& layer, const ModelFile& file, std::string_view name) {
  const std::string weight = std::string(name) + ".weight";
  const std::string bias = std::string(name) + ".bias";
  const ByteRows rows = byte_rows(file, weight);
  require_shape(rows.columns % 4 == 0 && (layer.inputs() == 0 || layer.inputs() == rows.columns), file, weight);
  const std::span<const float> added = file.has(bias) ? floats(file, bias) : std::span<const float>();
  require_shape(added.empty() || added.size() == rows.rows, file, bias);
  layer.append(rows, added);
}

void pack_rows(const std::int8_t* rows, std::size_t row_count, std::size_t inputs, std::int8_t* out) {
  for (std::size_t block = 0; block * 16 < row_count; ++block) {
    for (std::size_t i = 0; i < inputs; i += 4) {
      for (std::size_t o = 0; o < 16; ++o, out += 4) {
        const std::size_t row = block * 16 + o;
        if (row < row_count) {
          std::memcpy(out, rows + row * inputs + i, 4);
        } else {
          std::memset(out, 0, 4);
        }
      }
    }
  }
}

}  // namespace diurna::detail
