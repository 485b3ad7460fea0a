// A loaded model: the network with all that turns its scores into words of the library.
#pragma once

#include "core/model_file.hpp"
#include "linguistics/labels.hpp"
#include "linguistics/lemmatizer.hpp"
#include "linguistics/name_decoder.hpp"
#include "linguistics/network.hpp"

namespace diurna::detail {

struct LinguisticModel {
  /// Throws ModelError where the file is not a linguistics model of this version.
  explicit LinguisticModel(Resource resource);

  ModelFile file;
  Labels labels;
  Network network;
  Lemmatizer lemmatizer;
  NameDecoder names;
};

}  // namespace diurna::detail
