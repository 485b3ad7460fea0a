// The network: hashed word features → bidirectional simple recurrent layers (Lei et al. 2018) → one linear layer per
// task.
//
// Every matrix product runs over all words of a batch at once, on eight-bit weights and inputs; only the recurrence
// walks from word to word, and it is element by element. training/network.py is the same computation for training.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/model_file.hpp"
#include "linguistics/features.hpp"
#include "linguistics/kernels.hpp"
#include "linguistics/tensor.hpp"

namespace diurna::detail {

/// Words of a batch and where its sentences begin; `bounds` has one number more than there are sentences.
struct NetworkInput {
  std::span<const WordRows> words;
  std::span<const std::uint32_t> bounds;
};

enum class Task : std::size_t { upos, xpos, feats, lemma, ner };
inline constexpr std::array<std::string_view, 5> task_names = {"upos", "xpos", "feats", "lemma", "ner"};

/// Buffers of one run; a local of the caller, reused from batch to batch.
struct NetworkWorkspace {
  std::vector<float> states;   ///< Of the encoder: [words][2][width].
  std::vector<float> outputs;  ///< Of all layers behind it: [words][columns].
  std::vector<float> products, next, cell, vector_input, row;
  std::vector<float> arc_left, arc_scores, relation_input, relation_scores, zeros;
  std::vector<std::uint8_t> bytes;
  std::vector<float> byte_scales;
  std::vector<std::int8_t> head_bytes, packed_heads;
  std::vector<float> head_scales;
  std::vector<std::int32_t> head_correction;
};

/// Scores of heads: of word i, `values[i · stride]` is the root's, `values[i · stride + 1 + j]` that of word j.
struct ArcScores {
  std::span<const float> values;
  std::size_t stride;
};

class Network {
 public:
  /// Keeps views of the file's tables. Throws ModelError where shapes do not fit.
  explicit Network(const ModelFile& file);

  [[nodiscard]] std::size_t labels(Task task) const { return task_sizes_[static_cast<std::size_t>(task)]; }
  [[nodiscard]] std::size_t relations() const { return relation_count_; }
  [[nodiscard]] WordRows rows(std::string_view form, std::string_view normal) const;

  /// Runs the encoder and all layers that need no tree.
  void run(const NetworkInput& input, NetworkWorkspace& workspace, const Kernels& kernels) const;
  /// Scores of a task for word `word` of the last run.
  [[nodiscard]] std::span<const float> scores(Task task, std::size_t word, const NetworkWorkspace& workspace) const;
  /// Scores of heads for the words from `begin` up to `end` of the last run, among themselves.
  [[nodiscard]] ArcScores arc_scores(std::size_t begin, std::size_t end, NetworkWorkspace& workspace,
                                     const Kernels& kernels) const;
  /// Scores of relations, `relations()` a word with `relation_stride()` between, given heads
  /// (0 root, else 1 + word) of the words from `begin` on.
  [[nodiscard]] std::span<const float> relation_scores(std::size_t begin, std::span<const std::size_t> heads,
                                                       NetworkWorkspace& workspace, const Kernels& kernels) const;
  [[nodiscard]] std::size_t relation_stride() const { return relation_.outputs(); }

 private:
  struct Layer {
    PackedLayer products;
    std::span<const float> gates;
  };
  void embed(const NetworkInput& input, NetworkWorkspace& workspace, const Kernels& kernels) const;
  void recur(const Layer& layer, std::size_t columns, const NetworkInput& input, NetworkWorkspace& workspace,
             const Kernels& kernels) const;
  void read_vector_keys(const ModelFile& file);
  void read_layer(const ModelFile& file, std::size_t index);
  void read_outputs(const ModelFile& file);
  [[nodiscard]] std::uint32_t vector_row(std::uint32_t key) const;
  [[nodiscard]] const float* output(std::size_t word, const NetworkWorkspace& workspace) const {
    return workspace.outputs.data() + word * outputs_.outputs();
  }

  ByteRows word_;
  ByteRows affix_;
  ByteRows vectors_;
  std::span<const std::uint32_t> vector_keys_;
  std::span<const std::uint16_t> vector_rows_;
  std::vector<std::uint32_t> key_starts_;  // first key with these upper 16 bits
  PackedLayer project_;
  std::vector<Layer> layers_;
  PackedLayer outputs_;  // all tasks, then arc and relation parts
  PackedLayer arc_;
  PackedLayer relation_;
  std::span<const float> arc_root_;
  std::span<const float> relation_root_;
  std::size_t width_ = 0;
  std::array<std::size_t, task_names.size()> task_offsets_{};
  std::array<std::size_t, task_names.size()> task_sizes_{};
  std::size_t arc_dependent_ = 0, arc_head_ = 0, relation_dependent_ = 0, relation_head_ = 0;  // offsets in outputs_
  std::size_t arc_width_ = 0;
  std::size_t relation_width_ = 0;
  std::size_t relation_count_ = 0;
};

}  // namespace diurna::detail
