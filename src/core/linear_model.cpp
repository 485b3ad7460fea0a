#include "core/linear_model.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "diurna/core/error.hpp"

namespace diurna::detail {
namespace {

constexpr std::uint16_t all_classes = 0xffff;
constexpr std::size_t bucket_count = std::size_t{1} << 16U;
constexpr std::uint32_t format_version = 1;

static_assert(std::endian::native == std::endian::little, "model files are read in place");

std::uint32_t short_key(FeatureKey key) { return static_cast<std::uint32_t>(key >> 32U); }

/// Cuts typed arrays off the front of a section.
class Reader {
 public:
  Reader(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

  template <class Number>
  std::span<const Number> array(std::size_t count) {
    const std::size_t size = count * sizeof(Number);
    if (size > bytes_.size() || reinterpret_cast<std::uintptr_t>(bytes_.data()) % alignof(Number) != 0) damaged();
    const std::span<const Number> out(reinterpret_cast<const Number*>(bytes_.data()), count);
    bytes_.remove_prefix(size);
    return out;
  }
  template <class Number>
  Number number() {
    return array<Number>(1)[0];
  }
  std::string_view rest() const { return bytes_; }
  [[noreturn]] void damaged() const {
    throw ModelError({.code = "model.damaged",
                      .place = file_,
                      .message = "a table of the linear model does not fit its section",
                      .hint = "train it again"});
  }

 private:
  std::string_view bytes_;
  const std::string& file_;
};

bool ascending(std::span<const std::uint32_t> numbers, std::size_t last) {
  return std::is_sorted(numbers.begin(), numbers.end()) && numbers.back() == last;
}

void to_probabilities(std::vector<double>& scores) {
  const double top = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (double& score : scores) sum += score = std::exp(score - top);
  for (double& score : scores) score /= sum;
}

}  // namespace

LinearModel::LinearModel(std::string_view bytes, const std::string& file) {
  Reader reader(bytes, file);
  if (reader.number<std::uint32_t>() != format_version) reader.damaged();
  const auto class_count = reader.number<std::uint32_t>();
  const auto feature_count = reader.number<std::uint32_t>();
  const auto weight_count = reader.number<std::uint32_t>();
  const auto label_bytes = reader.number<std::uint32_t>();
  step_ = static_cast<double>(reader.number<float>());
  temperature_ = static_cast<double>(reader.number<float>());
  (void)reader.number<std::uint32_t>();
  buckets_ = reader.array<std::uint32_t>(bucket_count + 1);
  keys_ = reader.array<std::uint32_t>(feature_count);
  begins_ = reader.array<std::uint32_t>(std::size_t{feature_count} + 1);
  classes_ = reader.array<std::uint16_t>(weight_count);
  weights_ = reader.array<std::int16_t>(weight_count);
  for (const std::string_view text = reader.rest(); const char c : text.substr(0, label_bytes)) {
    if (labels_.empty() || c == '\0') labels_.emplace_back();
    if (c != '\0') labels_.back() += c;
  }
  if (!labels_.empty()) labels_.pop_back();
  const bool classes_fit = std::all_of(classes_.begin(), classes_.end(), [&](std::uint16_t label) {
    return label < class_count || label == all_classes;
  });
  if (labels_.size() != class_count || class_count == 0 || !classes_fit || !ascending(buckets_, feature_count) ||
      !ascending(begins_, weight_count) || !(temperature_ > 0)) {
    reader.damaged();
  }
}

std::span<const std::int16_t> LinearModel::weights_of(FeatureKey key, std::span<const std::uint16_t>& labels) const {
  const std::uint32_t wanted = short_key(key);
  const std::size_t bucket = wanted >> 16U;
  for (std::size_t i = buckets_[bucket]; i < buckets_[bucket + 1] && keys_[i] <= wanted; ++i) {
    if (keys_[i] != wanted) continue;
    const std::size_t begin = begins_[i];
    const std::size_t count = begins_[i + 1] - begin;
    labels = classes_.subspan(begin, count);
    return weights_.subspan(begin, count);
  }
  return {};
}

std::vector<double> LinearModel::probabilities(std::span<const FeatureKey> keys,
                                               std::span<const TiedFeature> tied_features) const {
  std::vector<std::int64_t> sums(labels_.size(), 0);  // whole steps: the same sum in every order
  std::span<const std::uint16_t> labels;
  for (const FeatureKey key : keys) {
    const auto weights = weights_of(key, labels);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (labels[i] != all_classes) sums[labels[i]] += weights[i];
    }
  }
  for (const TiedFeature& tied : tied_features) {
    const auto weights = weights_of(tied.key, labels);
    if (!weights.empty() && labels[0] == all_classes) sums[tied.label] += weights[0];
  }
  std::vector<double> scores(sums.size());
  std::transform(sums.begin(), sums.end(), scores.begin(),
                 [&](std::int64_t sum) { return static_cast<double>(sum) * step_ / temperature_; });
  to_probabilities(scores);
  return scores;
}

std::vector<Contribution> LinearModel::strongest(const FeatureList& features, std::size_t label,
                                                 std::size_t count) const {
  std::vector<Contribution> out;
  std::span<const std::uint16_t> labels;
  const auto others = static_cast<double>(std::max<std::size_t>(labels_.size() - 1, 1));
  for (std::size_t f = 0; f < features.names().size(); ++f) {
    const auto weights = weights_of(features.keys()[f], labels);
    double weight = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (labels[i] != all_classes) weight += labels[i] == label ? weights[i] : -weights[i] / others;
    }
    out.push_back({features.names()[f], weight * step_});
  }
  for (std::size_t f = 0; f < features.tied_names().size(); ++f) {
    const auto weights = weights_of(features.tied()[f].key, labels);
    if (weights.empty() || labels[0] != all_classes) continue;
    out.push_back(
        {features.tied_names()[f], weights[0] * step_ * (features.tied()[f].label == label ? 1 : -1 / others)});
  }
  std::stable_sort(out.begin(), out.end(), [](const Contribution& a, const Contribution& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
  std::erase_if(out, [](const Contribution& contribution) { return contribution.weight == 0; });
  if (out.size() > count) out.resize(count);
  return out;
}

}  // namespace diurna::detail
