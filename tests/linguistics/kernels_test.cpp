#include "linguistics/kernels.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <random>

#include "instruction_sets.hpp"
#include "linguistics/tensor.hpp"

namespace {

using namespace diurna::detail;

std::vector<float> random_floats(std::mt19937& random, std::size_t size) {
  std::vector<float> values(size);
  for (float& value : values) value = static_cast<float>(random() % 20001) / 5000.0f - 2.0f;
  return values;
}

bool same_bytes(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

PackedLayer random_layer(std::mt19937& random, std::size_t outputs, std::size_t inputs) {
  std::vector<std::int8_t> weights(outputs * inputs);
  for (std::int8_t& weight : weights) weight = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
  const std::vector<float> scales(outputs, 0.01f);
  const std::vector<float> bias = random_floats(random, outputs);
  PackedLayer layer;
  layer.append({scales.data(), weights.data(), outputs, inputs}, bias);
  layer.finish();
  return layer;
}

}  // namespace

TEST_CASE("every instruction set multiplies to the same bytes") {
  std::mt19937 random(3);
  struct Shape {
    std::size_t rows, outputs, inputs;
  };
  for (const auto [rows, outputs, inputs] : {Shape{1, 83, 96},
                                             {5, 83, 96},
                                             {23, 83, 96},
                                             {32, 32, 64},
                                             {77, 83, 96},
                                             {77, 64, 128},
                                             {40, 48, 100},
                                             {33, 16, 160}}) {
    CAPTURE(rows);
    CAPTURE(outputs);
    CAPTURE(inputs);
    const PackedLayer layer = random_layer(random, outputs, inputs);
    const std::vector<float> input = random_floats(random, rows * inputs);
    std::vector<std::vector<float>> results;
    for (const InstructionSet set : diurna::test::instruction_sets()) {
      const Kernels& k = kernels(set);
      std::vector<std::uint8_t> bytes(rows * inputs);
      std::vector<float> scales(rows);
      for (std::size_t row = 0; row < rows; ++row) {
        scales[row] = k.quantize(&input[row * inputs], inputs, &bytes[row * inputs]);
      }
      results.emplace_back(rows * layer.outputs());
      k.multiply(bytes.data(), scales.data(), rows, layer.view(), results.back().data(), layer.outputs());
    }
    for (const auto& result : results) CHECK(same_bytes(result, results.front()));
  }
}

TEST_CASE("every instruction set walks the recurrence to the same bytes") {
  std::mt19937 random(5);
  constexpr std::size_t width = 48;
  constexpr std::size_t words = 9;
  const std::vector<float> products = random_floats(random, words * 3 * width);
  const std::vector<float> skip = random_floats(random, words * width);
  const std::vector<float> gates = random_floats(random, 2 * width);
  std::vector<std::vector<float>> results;
  for (const InstructionSet set : diurna::test::instruction_sets()) {
    std::vector<float> cell(width);
    results.emplace_back(words * width);
    kernels(set).scan({.products = products.data(),
                       .skip = skip.data(),
                       .gates = gates.data(),
                       .states = results.back().data(),
                       .product_step = 3 * width,
                       .skip_step = width,
                       .state_step = width,
                       .words = words,
                       .width = width},
                      cell.data());
  }
  for (const auto& result : results) CHECK(same_bytes(result, results.front()));
}

TEST_CASE("the exponential is close to the true one") {
  for (float x = -80.0f; x <= 80.0f; x += 0.37f) {
    CAPTURE(x);
    CHECK(exponential(x) == doctest::Approx(std::exp(static_cast<double>(x))).epsilon(2e-6));
  }
}

TEST_CASE("a row of zeros is quantised to zeros") {
  const std::vector<float> zeros(32, 0.0f);
  for (const InstructionSet set : diurna::test::instruction_sets()) {
    std::vector<std::uint8_t> bytes(32);
    CHECK(kernels(set).quantize(zeros.data(), zeros.size(), bytes.data()) == 0.0f);
    CHECK(bytes == std::vector<std::uint8_t>(32, 128));
  }
}
