#include "linguistics/linguistic_model.hpp"

namespace diurna::detail {

LinguisticModel::LinguisticModel(Resource resource)
    : file(std::move(resource)), labels(read_labels(file)), network(file), lemmatizer(file), names(labels.names) {
  const bool fits =
      network.labels(Task::upos) == labels.upos.size() && network.labels(Task::xpos) == labels.xpos.size() &&
      network.labels(Task::feats) == labels.features.size() &&
      network.labels(Task::lemma) == labels.lemma_rules.size() && network.labels(Task::ner) == labels.names.size() &&
      network.relations() == labels.relations.size() && labels.lemma_rules.size() >= 3;
  require_shape(fits, file, "labels");
}

}  // namespace diurna::detail
