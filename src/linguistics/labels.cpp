#include "linguistics/labels.hpp"

#include <algorithm>
#include <map>

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"

namespace diurna::detail {
namespace {

[[noreturn]] void unknown_label(const ModelFile& file, std::string_view label) {
  throw ModelError(
      {.code = "model.labels",
       .place = file.name(),
       .message = "the model uses the label '" + std::string(label) + "', which this library does not know",
       .hint = "use the model that came with this version of Diurna"});
}

template <class Value>
Value known(std::optional<Value> value, const ModelFile& file, std::string_view label) {
  if (!value) unknown_label(file, label);
  return *value;
}

NameTag read_name_tag(const ModelFile& file, std::string_view label) {
  if (label == "O") return {};
  const std::size_t position = std::string_view("BIES").find(label.substr(0, 1));
  if (label.size() < 3 || label[1] != '-' || position == std::string_view::npos) unknown_label(file, label);
  return {static_cast<NameTag::Position>(position + 1), known(parse_entity_type(label.substr(2)), file, label)};
}

void read_label(Labels& labels, const ModelFile& file, std::string_view task, std::string_view label) {
  if (task == "upos") {
    labels.upos.push_back(known(parse_upos(label), file, label));
  } else if (task == "xpos") {
    labels.xpos.emplace_back(label);
  } else if (task == "feats") {
    labels.features.push_back(parse_features(label));
  } else if (task == "lemma") {
    labels.lemma_rules.emplace_back(label);
  } else if (task == "deprel") {
    labels.relations.push_back(known(parse_relation(label), file, label));
  } else if (task == "ner") {
    labels.names.push_back(read_name_tag(file, label));
  } else {
    unknown_label(file, task);
  }
}

using Index = std::map<std::pair<std::string_view, std::string_view>, std::size_t>;

void read_combinations(Labels& labels, const Index& index, const Resource& table) {
  labels.combinations.resize(labels.upos.size());
  for (const TsvRow& row : read_tsv(table, 3, 3)) {
    const auto upos = index.find({"upos", row.fields[0]});
    const auto xpos = index.find({"xpos", row.fields[1]});
    const auto features = index.find({"feats", row.fields[2]});
    if (upos == index.end() || xpos == index.end() || features == index.end()) continue;
    auto& group = labels.combinations[upos->second];
    auto found = std::find_if(group.begin(), group.end(), [&](const auto& c) { return c.xpos == xpos->second; });
    if (found == group.end()) found = group.insert(group.end(), {xpos->second, {}});
    found->features.push_back(features->second);
  }
}

}  // namespace

Labels read_labels(const ModelFile& file) {
  Labels labels;
  Index index;
  std::map<std::string_view, std::size_t> counts;
  const Resource table(file.name(), file.section("labels"));
  for (const TsvRow& row : read_tsv(table, 2, 2)) {
    read_label(labels, file, row.fields[0], row.fields[1]);
    index[{row.fields[0], row.fields[1]}] = counts[row.fields[0]]++;
  }
  read_combinations(labels, index, Resource(file.name(), file.section("combinations")));
  return labels;
}

}  // namespace diurna::detail
