#include "linguistics/network.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

namespace diurna::detail {
namespace {

void quantize_rows(const float* x, std::size_t rows, std::size_t columns, std::size_t stride,
                   NetworkWorkspace& workspace, const Kernels& kernels) {
  workspace.bytes.resize(rows * columns);
  workspace.byte_scales.resize(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    workspace.byte_scales[row] = kernels.quantize(x + row * stride, columns, workspace.bytes.data() + row * columns);
  }
}

/// out = layer(x) for all rows of x.
void apply(const PackedLayer& layer, const float* x, std::size_t rows, std::size_t stride, std::vector<float>& out,
           NetworkWorkspace& workspace, const Kernels& kernels) {
  quantize_rows(x, rows, layer.inputs(), stride, workspace, kernels);
  out.resize(rows * layer.outputs());
  kernels.multiply(workspace.bytes.data(), workspace.byte_scales.data(), rows, layer.view(), out.data(),
                   layer.outputs());
}

std::size_t rows_of(const ModelFile& file, std::string_view layer) {
  return byte_rows(file, std::string(layer) + ".weight").rows;
}

}  // namespace

Network::Network(const ModelFile& file)
    : word_(byte_rows(file, "word")), affix_(byte_rows(file, "affix")), vectors_(byte_rows(file, "vectors")) {
  width_ = word_.columns;
  require_shape(width_ % 16 == 0 && affix_.columns == width_ && word_.rows > 1 && affix_.rows > 1, file, "affix");
  read_vector_keys(file);
  append_layer(project_, file, "project");
  project_.finish();
  require_shape(project_.outputs() == width_ && project_.inputs() == vectors_.columns, file, "project.weight");
  for (std::size_t i = 0; file.has("layer" + std::to_string(i) + ".weight"); ++i) read_layer(file, i);
  require_shape(!layers_.empty(), file, "layer0.weight");
  read_outputs(file);
}

void Network::read_vector_keys(const ModelFile& file) {
  const std::string_view bytes = file.section("vectors.keys");
  std::uint32_t count = 0;
  require_shape(bytes.size() >= 8, file, "vectors.keys");
  std::memcpy(&count, bytes.data(), sizeof count);
  require_shape(bytes.size() == 8 + std::size_t{count} * 6, file, "vectors.keys");
  vector_keys_ = {reinterpret_cast<const std::uint32_t*>(bytes.data() + 8), count};
  vector_rows_ = {reinterpret_cast<const std::uint16_t*>(bytes.data() + 8 + std::size_t{count} * 4), count};
  require_shape(std::all_of(vector_rows_.begin(), vector_rows_.end(), [&](auto row) { return row < vectors_.rows; }),
                file, "vectors.keys");
  key_starts_.assign((1U << 16U) + 1, 0);
  for (const std::uint32_t key : vector_keys_) ++key_starts_[(key >> 16U) + 1];
  for (std::size_t i = 1; i < key_starts_.size(); ++i) key_starts_[i] += key_starts_[i - 1];
}

void Network::read_layer(const ModelFile& file, std::size_t index) {
  const std::string name = "layer" + std::to_string(index);
  Layer layer;
  append_layer(layer.products, file, name);
  layer.products.finish();
  layer.gates = floats(file, name + ".gates");
  require_shape(layer.products.inputs() == (index == 0 ? 1 : 2) * width_ && layer.products.outputs() == 6 * width_,
                file, name + ".weight");
  require_shape(layer.gates.size() == 4 * width_, file, name + ".gates");
  layers_.push_back(std::move(layer));
}

void Network::read_outputs(const ModelFile& file) {
  std::size_t offset = 0;
  const auto add = [&](std::string_view name) {
    append_layer(outputs_, file, name);
    return std::exchange(offset, offset + rows_of(file, name));
  };
  for (std::size_t task = 0; task < task_names.size(); ++task) {
    task_sizes_[task] = rows_of(file, task_names[task]);
    task_offsets_[task] = add(task_names[task]);
  }
  arc_dependent_ = add("arc_dependent");
  arc_head_ = add("arc_head");
  relation_dependent_ = add("relation_dependent");
  relation_head_ = add("relation_head");
  outputs_.finish();
  append_layer(arc_, file, "arc");
  arc_.finish();
  append_layer(relation_, file, "relation");
  relation_.finish();
  arc_root_ = floats(file, "arc_root");
  relation_root_ = floats(file, "relation_root");
  arc_width_ = arc_root_.size();
  relation_width_ = relation_root_.size();
  relation_count_ = rows_of(file, "relation");
  require_shape(outputs_.inputs() == 2 * width_, file, "upos.weight");
  require_shape(arc_.inputs() == arc_width_ && arc_.outputs() == arc_width_ &&
                    rows_of(file, "arc_head") == arc_width_ && rows_of(file, "arc_dependent") == arc_width_,
                file, "arc.weight");
  require_shape(relation_.inputs() == relation_width_ && rows_of(file, "relation_head") == relation_width_ &&
                    rows_of(file, "relation_dependent") == relation_width_,
                file, "relation.weight");
}

WordRows Network::rows(std::string_view form, std::string_view normal) const {
  return word_rows(form, normal, word_.rows, affix_.rows);
}

std::uint32_t Network::vector_row(std::uint32_t key) const {
  const auto begin = vector_keys_.begin() + key_starts_[key >> 16U];
  const auto end = vector_keys_.begin() + key_starts_[(key >> 16U) + 1];
  const auto found = std::find(begin, end, key);
  return found == end ? 0 : vector_rows_[static_cast<std::size_t>(found - vector_keys_.begin())];
}

void Network::embed(const NetworkInput& input, NetworkWorkspace& workspace, const Kernels& kernels) const {
  const std::size_t words = input.words.size();
  workspace.vector_input.assign(words * vectors_.columns, 0.0f);
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint32_t row = vector_row(input.words[i].vector_key);
    if (row == 0) continue;
    kernels.add_row(workspace.vector_input.data() + i * vectors_.columns, vectors_.row(row), vectors_.scales[row],
                    vectors_.columns);
  }
  apply(project_, workspace.vector_input.data(), words, vectors_.columns, workspace.states, workspace, kernels);
  for (std::size_t i = 0; i < words; ++i) {
    float* x = workspace.states.data() + i * width_;
    const WordRows& rows = input.words[i];
    if (rows.word != 0) kernels.add_row(x, word_.row(rows.word), word_.scales[rows.word], width_);
    for (const std::uint32_t row : rows.affixes) {
      if (row != 0) kernels.add_row(x, affix_.row(row), affix_.scales[row], width_);
    }
  }
}

void Network::recur(const Layer& layer, std::size_t columns, const NetworkInput& input, NetworkWorkspace& workspace,
                    const Kernels& kernels) const {
  const std::size_t words = input.words.size();
  apply(layer.products, workspace.states.data(), words, columns, workspace.products, workspace, kernels);
  workspace.next.resize(words * 2 * width_);
  workspace.cell.resize(width_);
  for (std::size_t s = 0; s + 1 < input.bounds.size(); ++s) {
    const std::size_t begin = input.bounds[s];
    const std::size_t end = input.bounds[s + 1];
    if (begin == end) continue;
    for (std::size_t direction = 0; direction < 2; ++direction) {
      const std::size_t first = direction == 0 ? begin : end - 1;
      const std::ptrdiff_t sign = direction == 0 ? 1 : -1;
      const std::size_t skip_at = columns == width_ ? 0 : direction * width_;
      kernels.scan({.products = workspace.products.data() + (first * 2 + direction) * 3 * width_,
                    .skip = workspace.states.data() + first * columns + skip_at,
                    .gates = layer.gates.data() + direction * 2 * width_,
                    .states = workspace.next.data() + (first * 2 + direction) * width_,
                    .product_step = sign * static_cast<std::ptrdiff_t>(6 * width_),
                    .skip_step = sign * static_cast<std::ptrdiff_t>(columns),
                    .state_step = sign * static_cast<std::ptrdiff_t>(2 * width_),
                    .words = end - begin,
                    .width = width_},
                   workspace.cell.data());
    }
  }
  std::swap(workspace.states, workspace.next);
}

void Network::run(const NetworkInput& input, NetworkWorkspace& workspace, const Kernels& kernels) const {
  embed(input, workspace, kernels);
  std::size_t columns = width_;
  for (const Layer& layer : layers_) {
    recur(layer, columns, input, workspace, kernels);
    columns = 2 * width_;
  }
  const std::size_t words = input.words.size();
  apply(outputs_, workspace.states.data(), words, columns, workspace.outputs, workspace, kernels);
  workspace.row.assign(std::max(arc_width_, relation_width_), 0.0f);
  for (std::size_t i = 0; i < words; ++i) {
    float* out = workspace.outputs.data() + i * outputs_.outputs();
    kernels.add_rectified(out + arc_dependent_, workspace.row.data(), out + arc_dependent_, arc_width_);
    kernels.add_rectified(out + arc_head_, workspace.row.data(), out + arc_head_, arc_width_);
  }
  apply(arc_, workspace.outputs.data() + arc_dependent_, words, outputs_.outputs(), workspace.arc_left, workspace,
        kernels);
}

std::span<const float> Network::scores(Task task, std::size_t word, const NetworkWorkspace& workspace) const {
  return {output(word, workspace) + task_offsets_[static_cast<std::size_t>(task)], labels(task)};
}

// Heads become the weights of a product with the dependents, so that their scores are integer sums too.
ArcScores Network::arc_scores(std::size_t begin, std::size_t end, NetworkWorkspace& workspace,
                              const Kernels& kernels) const {
  const std::size_t nodes = end - begin + 1;
  const std::size_t columns = (nodes + 15) / 16 * 16;
  workspace.bytes.resize(nodes * arc_width_);
  workspace.head_scales.assign(columns, 0.0f);
  workspace.head_bytes.resize(nodes * arc_width_);
  workspace.head_correction.assign(columns, 0);
  workspace.zeros.assign(columns, 0.0f);
  for (std::size_t node = 0; node < nodes; ++node) {
    const float* head = node == 0 ? arc_root_.data() : output(begin + node - 1, workspace) + arc_head_;
    std::uint8_t* bytes = workspace.bytes.data() + node * arc_width_;
    workspace.head_scales[node] = kernels.quantize(head, arc_width_, bytes);
    for (std::size_t i = 0; i < arc_width_; ++i) {
      const int value = bytes[i] - 128;
      workspace.head_bytes[node * arc_width_ + i] = static_cast<std::int8_t>(value);
      workspace.head_correction[node] += 128 * value;
    }
  }
  workspace.packed_heads.resize(columns * arc_width_);
  pack_rows(workspace.head_bytes.data(), nodes, arc_width_, workspace.packed_heads.data());
  quantize_rows(workspace.arc_left.data() + begin * arc_width_, end - begin, arc_width_, arc_width_, workspace,
                kernels);
  workspace.arc_scores.resize((end - begin) * columns);
  const PackedView heads{workspace.packed_heads.data(),
                         workspace.head_scales.data(),
                         workspace.zeros.data(),
                         workspace.head_correction.data(),
                         arc_width_,
                         columns};
  kernels.multiply(workspace.bytes.data(), workspace.byte_scales.data(), end - begin, heads,
                   workspace.arc_scores.data(), columns);
  return {workspace.arc_scores, columns};
}

std::span<const float> Network::relation_scores(std::size_t begin, std::span<const std::size_t> heads,
                                                NetworkWorkspace& workspace, const Kernels& kernels) const {
  const std::size_t words = heads.size();
  workspace.relation_input.resize(words * relation_width_);
  for (std::size_t i = 0; i < words; ++i) {
    const float* head =
        heads[i] == 0 ? relation_root_.data() : output(begin + heads[i] - 1, workspace) + relation_head_;
    kernels.add_rectified(output(begin + i, workspace) + relation_dependent_, head,
                          workspace.relation_input.data() + i * relation_width_, relation_width_);
  }
  apply(relation_, workspace.relation_input.data(), words, relation_width_, workspace.relation_scores, workspace,
        kernels);
  return workspace.relation_scores;
}

}  // namespace diurna::detail
