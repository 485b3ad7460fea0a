// Whether a model's probabilities are what they say: of the decisions given 0.8, do eight in ten hold?
//
// Guo et al. 2017, "On Calibration of Modern Neural Networks": one temperature that divides all scores, fitted on data
// that the model did not learn from, and the expected calibration error over bins of confidence.
#pragma once

#include <array>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

#include "core/linear_model.hpp"

namespace diurna::tools {

/// Probabilities of one example, and its true label.
struct Judged {
  std::vector<double> p;
  std::size_t label = 0;
};

/// The model's probabilities of held-out examples.
void judge(const detail::LinearModel& model, std::span<const detail::LinearExample> examples, std::vector<Judged>& out);

struct Reliability {
  struct Bin {
    std::size_t count = 0;
    double confidence = 0;  ///< Mean probability of the best label that is not "none".
    double right = 0;       ///< How often it is the true one.
  };
  std::array<Bin, 10> bins;
  double error = 0;        ///< Expected calibration error.
  double loss = 0;         ///< Mean negative log-likelihood.
  double temperature = 1;  ///< By which scores should be divided (further) for the least loss.
  double best_loss = 0;
};
[[nodiscard]] Reliability reliability(std::span<const Judged> judged);
void print(std::ostream& out, const std::string& name, const Reliability& reliability);

}  // namespace diurna::tools
