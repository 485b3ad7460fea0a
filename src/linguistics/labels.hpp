// The closed label lists of a model, as the enumerations of the library.
#pragma once

#include <string>
#include <vector>

#include "core/model_file.hpp"
#include "diurna/linguistics/tags.hpp"

namespace diurna::detail {

/// One label of the name tagger: outside, or a position in a name of a type.
struct NameTag {
  enum class Position { outside, begin, inside, end, single };
  Position position = Position::outside;
  EntityType type = EntityType::other;
};

struct Labels {
  std::vector<Upos> upos;
  std::vector<std::string> xpos;
  std::vector<FeatureSet> features;
  std::vector<std::string> lemma_rules;
  std::vector<DependencyRelation> relations;
  std::vector<NameTag> names;
  /// Indices of the xpos labels seen with a upos label, and of the features seen with both.
  struct Combination {
    std::size_t xpos;
    std::vector<std::size_t> features;
  };
  std::vector<std::vector<Combination>> combinations;  ///< By upos label.
};

/// Reads the sections "labels" and "combinations"; throws ModelError "model.labels" for a label the library does not
/// know.
[[nodiscard]] Labels read_labels(const ModelFile& file);

}  // namespace diurna::detail
