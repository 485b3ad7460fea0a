#include "calibration.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace diurna::tools {
namespace {

constexpr double least = 1e-12;

/// Negative log-likelihood when scores are divided by `temperature`: log p are scores up to a constant.
double loss_at(std::span<const Judged> judged, double temperature) {
  double loss = 0;
  for (const Judged& one : judged) {
    double sum = 0;
    for (const double p : one.p) sum += std::pow(std::max(p, least), 1 / temperature);
    loss += std::log(sum) - std::log(std::max(one.p[one.label], least)) / temperature;
  }
  return loss / static_cast<double>(std::max<std::size_t>(judged.size(), 1));
}

/// Golden-section search; the loss has one minimum in 1 / temperature.
double best_temperature(std::span<const Judged> judged) {
  const double ratio = (std::sqrt(5.0) - 1) / 2;
  double low = 0.25, high = 4;
  for (int step = 0; step < 40; ++step) {
    const double a = high - ratio * (high - low);
    const double b = low + ratio * (high - low);
    (loss_at(judged, a) < loss_at(judged, b) ? high : low) = loss_at(judged, a) < loss_at(judged, b) ? b : a;
  }
  return (low + high) / 2;
}

}  // namespace

void judge(const detail::LinearModel& model, std::span<const detail::LinearExample> examples,
           std::vector<Judged>& out) {
  for (const detail::LinearExample& example : examples) {
    out.push_back({model.probabilities(example.keys, example.tied), example.label});
  }
}

Reliability reliability(std::span<const Judged> judged) {
  Reliability out;
  for (const Judged& one : judged) {
    const auto best = std::max_element(one.p.begin() + 1, one.p.end());
    auto& bin = out.bins[std::min<std::size_t>(static_cast<std::size_t>(*best * 10), out.bins.size() - 1)];
    ++bin.count;
    bin.confidence += *best;
    bin.right += static_cast<std::size_t>(best - one.p.begin()) == one.label ? 1 : 0;
  }
  for (Reliability::Bin& bin : out.bins) {
    if (bin.count == 0) continue;
    const auto count = static_cast<double>(bin.count);
    out.error += std::abs(bin.confidence - bin.right) / static_cast<double>(judged.size());
    bin.confidence /= count;
    bin.right /= count;
  }
  out.loss = loss_at(judged, 1);
  out.temperature = best_temperature(judged);
  out.best_loss = loss_at(judged, out.temperature);
  return out;
}

void print(std::ostream& out, const std::string& name, const Reliability& reliability) {
  out << "calibration of " << name << ": error " << reliability.error << ", loss " << reliability.loss
      << "; temperature " << reliability.temperature << " would give loss " << reliability.best_loss << '\n';
  for (const Reliability::Bin& bin : reliability.bins) {
    if (bin.count > 0) out << "  said " << bin.confidence << "  right " << bin.right << "  of " << bin.count << '\n';
  }
}

}  // namespace diurna::tools
