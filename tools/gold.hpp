// What the trainer learns from: annotated articles (docs/evaluation.md) and single sentences.
#pragma once

#include <string>
#include <vector>

#include "diurna/pipeline/evaluation.hpp"

namespace diurna::tools {

struct TrainingDocument : GoldDocument {
  bool complete = true;  ///< Words without an event are no events; else nothing is known of them.
};

/// Sentences written for training (training/events/sentences.txt), each a document of one event; of the other words
/// nothing is said. Throws std::runtime_error naming the line.
[[nodiscard]] std::vector<TrainingDocument> read_sentences(const std::string& path);

}  // namespace diurna::tools
