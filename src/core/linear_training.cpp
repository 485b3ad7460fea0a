// FTRL-proximal for multinomial logistic regression; see linear_model.hpp.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>

#include "core/linear_model.hpp"

namespace diurna::detail {
namespace {

constexpr std::uint16_t all_classes = 0xffff;
constexpr std::size_t bucket_count = std::size_t{1} << 16U;
constexpr std::uint32_t format_version = 1;
constexpr std::uint32_t unknown_feature = 0xffffffffU;

std::uint32_t short_key(FeatureKey key) { return static_cast<std::uint32_t>(key >> 32U); }

/// Sorted keys with at least `min_count` examples.
std::vector<std::uint32_t> frequent_keys(std::span<const LinearExample> examples, std::size_t min_count) {
  std::vector<std::uint32_t> all;
  for (const LinearExample& example : examples) {
    for (const FeatureKey key : example.keys) all.push_back(short_key(key));
    for (const TiedFeature& tied : example.tied) all.push_back(short_key(tied.key));
  }
  std::sort(all.begin(), all.end());
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t j = i;
    while (j < all.size() && all[j] == all[i]) ++j;
    if (j - i >= min_count) out.push_back(all[i]);
    i = j;
  }
  return out;
}

/// One weight of the optimiser: McMahan's z and n.
struct Cell {
  float z = 0;
  float n = 0;
};

/// The rows of the weight table; a tied feature uses the first cell of its row.
class Trainer {
 public:
  Trainer(std::span<const LinearExample> examples, std::size_t class_count, const LinearTraining& training)
      : training_(training),
        class_count_(class_count),
        keys_(frequent_keys(examples, training.min_count)),
        tied_(keys_.size(), 0),
        cells_(keys_.size() * class_count),
        scores_(class_count) {
    for (const LinearExample& example : examples) {
      for (const TiedFeature& tied : example.tied) {
        if (const std::uint32_t row = find(tied.key); row != unknown_feature) tied_[row] = 1;
      }
    }
  }

  void step(const LinearExample& example) {
    rows_.clear();
    tied_rows_.clear();
    for (const FeatureKey key : example.keys) {
      if (const std::uint32_t row = find(key); row != unknown_feature && tied_[row] == 0) rows_.push_back(row);
    }
    for (const TiedFeature& tied : example.tied) {
      if (const std::uint32_t row = find(tied.key); row != unknown_feature) tied_rows_.push_back({row, tied.label});
    }
    score();
    for (std::size_t label = 0; label < class_count_; ++label) {
      scores_[label] = (scores_[label] - (label == example.label ? 1.0 : 0.0)) * static_cast<double>(example.weight);
    }
    for (const std::uint32_t row : rows_) {
      for (std::size_t label = 0; label < class_count_; ++label) update(cell(row, label), scores_[label]);
    }
    for (const auto& [row, label] : tied_rows_) update(cell(row, 0), scores_[label]);
  }

  [[nodiscard]] double weight(std::size_t row, std::size_t label) const {
    return weight(cells_[row * class_count_ + label]);
  }
  [[nodiscard]] const std::vector<std::uint32_t>& keys() const { return keys_; }
  [[nodiscard]] bool tied(std::size_t row) const { return tied_[row] != 0; }

 private:
  [[nodiscard]] std::uint32_t find(FeatureKey key) const {
    const std::uint32_t wanted = short_key(key);
    const auto at = std::lower_bound(keys_.begin(), keys_.end(), wanted);
    return at != keys_.end() && *at == wanted ? static_cast<std::uint32_t>(at - keys_.begin()) : unknown_feature;
  }
  [[nodiscard]] Cell& cell(std::size_t row, std::size_t label) { return cells_[row * class_count_ + label]; }
  [[nodiscard]] double weight(const Cell& cell) const {
    const double z = static_cast<double>(cell.z);
    if (std::abs(z) <= training_.l1) return 0;
    const double strength = (1.0 + std::sqrt(static_cast<double>(cell.n))) / training_.rate + training_.l2;
    return -(z - std::copysign(training_.l1, z)) / strength;
  }
  void score() {
    std::fill(scores_.begin(), scores_.end(), 0.0);
    for (const std::uint32_t row : rows_) {
      for (std::size_t label = 0; label < class_count_; ++label) scores_[label] += weight(cell(row, label));
    }
    for (const auto& [row, label] : tied_rows_) scores_[label] += weight(cell(row, 0));
    const double top = *std::max_element(scores_.begin(), scores_.end());
    double sum = 0;
    for (double& value : scores_) sum += value = std::exp(value - top);
    for (double& value : scores_) value /= sum;
  }
  void update(Cell& cell, double gradient) {
    if (std::abs(gradient) < 1e-5) return;
    const double n = static_cast<double>(cell.n);
    const double grown = n + gradient * gradient;
    const double sigma = (std::sqrt(grown) - std::sqrt(n)) / training_.rate;
    cell.z += static_cast<float>(gradient - sigma * weight(cell));
    cell.n = static_cast<float>(grown);
  }

  const LinearTraining& training_;
  std::size_t class_count_;
  std::vector<std::uint32_t> keys_;
  std::vector<char> tied_;
  std::vector<Cell> cells_;
  std::vector<double> scores_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::pair<std::uint32_t, std::uint16_t>> tied_rows_;
};

std::uint64_t next_random(std::uint64_t& state) {  // SplitMix64
  std::uint64_t x = state += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31U);
}

void shuffle(std::vector<std::size_t>& order, std::uint64_t& state) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[next_random(state) % i]);
}

template <class Number>
void append(std::string& out, const std::vector<Number>& numbers) {
  out.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number));
}

/// The weights that are not zero, in the order of the file.
struct Table {
  std::vector<std::uint32_t> keys, begins{0};
  std::vector<std::uint16_t> classes;
  std::vector<std::int16_t> weights;
};

Table quantise(const Trainer& trainer, std::size_t class_count, double step) {
  Table table;
  for (std::size_t row = 0; row < trainer.keys().size(); ++row) {
    const std::size_t count = trainer.tied(row) ? 1 : class_count;
    for (std::size_t label = 0; label < count; ++label) {
      const long value = std::lround(trainer.weight(row, label) / step);
      if (value == 0) continue;
      table.classes.push_back(trainer.tied(row) ? all_classes : static_cast<std::uint16_t>(label));
      table.weights.push_back(static_cast<std::int16_t>(std::clamp(value, -32767L, 32767L)));
    }
    if (table.weights.size() == table.begins.back()) continue;
    table.keys.push_back(trainer.keys()[row]);
    table.begins.push_back(static_cast<std::uint32_t>(table.weights.size()));
  }
  return table;
}

std::vector<std::uint32_t> buckets_of(const std::vector<std::uint32_t>& keys) {
  std::vector<std::uint32_t> out(bucket_count + 1, 0);
  for (const std::uint32_t key : keys) ++out[(key >> 16U) + 1];
  std::partial_sum(out.begin(), out.end(), out.begin());
  return out;
}

std::string write(const Table& table, const std::vector<std::string>& labels, float step, float temperature) {
  std::string names;
  for (const std::string& label : labels) names.append(label).push_back('\0');
  std::string out;
  append(out, std::vector<std::uint32_t>{format_version, static_cast<std::uint32_t>(labels.size()),
                                         static_cast<std::uint32_t>(table.keys.size()),
                                         static_cast<std::uint32_t>(table.weights.size()),
                                         static_cast<std::uint32_t>(names.size())});
  append(out, std::vector<float>{step, temperature});
  append(out, std::vector<std::uint32_t>{0});
  append(out, buckets_of(table.keys));
  append(out, table.keys);
  append(out, table.begins);
  append(out, table.classes);
  append(out, table.weights);
  return out + names;
}

}  // namespace

std::string train_linear_model(std::span<const LinearExample> examples, const std::vector<std::string>& labels,
                               const LinearTraining& training) {
  Trainer trainer(examples, labels.size(), training);
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::uint64_t random = training.seed;
  for (std::size_t epoch = 0; epoch < training.epochs; ++epoch) {
    shuffle(order, random);
    for (const std::size_t index : order) trainer.step(examples[index]);
  }
  constexpr float step = 1.0F / 512;
  return write(quantise(trainer, labels.size(), static_cast<double>(step)), labels, step,
               static_cast<float>(training.temperature));
}

}  // namespace diurna::detail
