// Multinomial logistic regression over hashed sparse features: small, exact to the bit on every machine, explainable.
//
//     LinearModel model(file.section("triggers"), file.name());
//     const std::vector<double> p = model.probabilities(features);      // one a class, they sum to 1
//     model.strongest(features, best, 5);                               // why
//
// A model is a view of a section of a model file (little-endian):
//   u32 version, classes, features, weights, label bytes; f32 weight step, f32 temperature; u32 zero
//   u32 first feature of each of 2^16 buckets (+1) by the upper half of the 32-bit key
//   u32 key of each feature, sorted;  u32 first weight of each feature (+1)
//   u16 class of each weight (0xffff: shared by all classes);  i16 weight, in steps
//   labels, each ended by a zero byte
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/features.hpp"

namespace diurna::detail {

/// A feature's part in a decision.
struct Contribution {
  std::string feature;
  double weight = 0;
};

class LinearModel {
 public:
  /// Throws ModelError "model.damaged" when the section is not of this form. `bytes` must outlive the model.
  LinearModel(std::string_view bytes, const std::string& file);

  [[nodiscard]] const std::vector<std::string>& labels() const& { return labels_; }
  /// One for each label, in their order.
  [[nodiscard]] std::vector<double> probabilities(const FeatureList& features) const {
    return probabilities(features.keys(), features.tied());
  }
  [[nodiscard]] std::vector<double> probabilities(std::span<const FeatureKey> keys,
                                                  std::span<const TiedFeature> tied_features) const;
  /// The features that spoke loudest for `label` against the mean of the others; `features` must be traced.
  [[nodiscard]] std::vector<Contribution> strongest(const FeatureList& features, std::size_t label,
                                                    std::size_t count) const;

 private:
  [[nodiscard]] std::span<const std::int16_t> weights_of(FeatureKey key, std::span<const std::uint16_t>& labels) const;

  std::vector<std::string> labels_;
  std::span<const std::uint32_t> buckets_, keys_, begins_;
  std::span<const std::uint16_t> classes_;
  std::span<const std::int16_t> weights_;
  double step_ = 0;
  double temperature_ = 1;
};

/// One training example.
struct LinearExample {
  std::vector<FeatureKey> keys;
  std::vector<TiedFeature> tied;
  std::uint16_t label = 0;
  float weight = 1;
};

struct LinearTraining {
  std::size_t epochs = 12;
  double rate = 0.15;  ///< Step size of the proximal AdaGrad steps.
  double l1 = 0.4;     ///< Sum of absolute weights is punished by this, in units of one example.
  double l2 = 0.6;
  std::size_t min_count = 2;  ///< Features of fewer examples are left out.
  double temperature = 1;     ///< Divides the scores; from held-out data.
  std::uint64_t seed = 1;     ///< Order of the examples.
};

/// Trains by FTRL-proximal (McMahan et al. 2013) in a fixed pseudo-random order; the section's bytes.
[[nodiscard]] std::string train_linear_model(std::span<const LinearExample> examples,
                                             const std::vector<std::string>& labels, const LinearTraining& training);

}  // namespace diurna::detail
