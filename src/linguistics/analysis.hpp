// One document on its way through a model.
//
// Sentences (cut to windows) are taken together until a batch has some 256 words, so that matrix products are large and
// the buffers stay in the cache; buffers are reused from batch to batch.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/linguistics/syntax.hpp"
#include "diurna/text/document.hpp"
#include "linguistics/kernels.hpp"
#include "linguistics/linguistic_model.hpp"

namespace diurna::detail {

class Analysis {
 public:
  /// Keeps references to both.
  Analysis(const Document& document, const LinguisticModel& model);
  [[nodiscard]] Syntax run();

 private:
  void analyze(std::span<const TokenRange> windows);
  void tag(std::size_t token, std::size_t row);
  void parse(TokenRange window, std::size_t batch_begin);
  void find_names(TokenRange window, std::size_t batch_begin);
  [[nodiscard]] std::array<std::string_view, 3> best_lemma_rules(std::span<const float> scores);

  const Document& document_;
  const LinguisticModel& model_;
  const Kernels& kernels_;
  std::vector<WordAnalysis> words_;
  std::vector<NameSpan> names_;
  NetworkWorkspace workspace_;
  std::vector<WordRows> rows_;
  std::vector<std::string> normals_;
  std::vector<std::size_t> rule_order_;
  std::vector<std::uint32_t> bounds_;
  std::vector<std::span<const float>> name_scores_;
};

}  // namespace diurna::detail
