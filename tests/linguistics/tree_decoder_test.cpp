#include "linguistics/tree_decoder.hpp"

#include <doctest/doctest.h>

#include <random>

namespace {

using diurna::detail::decode_tree;

std::vector<float> random_scores(std::mt19937& random, std::size_t size) {
  std::vector<float> scores(size * (size + 1));
  for (float& score : scores) score = static_cast<float>(random() % 2001) / 100.0f - 10.0f;
  return scores;
}

bool well_formed(const std::vector<std::size_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    roots += heads[word] == 0 ? 1 : 0;
    std::size_t node = word + 1;
    for (std::size_t steps = 0; node != 0; node = heads[node - 1]) {
      if (++steps > heads.size()) return false;
    }
  }
  return roots == 1;
}

double total(const std::vector<float>& scores, const std::vector<std::size_t>& heads) {
  double sum = 0.0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    sum += static_cast<double>(scores[word * (heads.size() + 1) + heads[word]]);
  }
  return sum;
}

double best_of_all_trees(const std::vector<float>& scores, std::size_t size) {
  std::vector<std::size_t> heads(size, 0);
  double best = -1e9;
  while (true) {
    if (well_formed(heads)) best = std::max(best, total(scores, heads));
    std::size_t word = 0;
    while (word < size && ++heads[word] > size) heads[word++] = 0;
    if (word == size) return best;
  }
}

}  // namespace

TEST_CASE("the tree is the best of all trees with one root") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const std::size_t size = 1 + random() % 5;
    const std::vector<float> scores = random_scores(random, size);
    const std::vector<std::size_t> heads = decode_tree(scores, size, size + 1);
    CAPTURE(round);
    REQUIRE(well_formed(heads));
    CHECK(total(scores, heads) == doctest::Approx(best_of_all_trees(scores, size)));
  }
}

TEST_CASE("long sentences and equal scores give trees with one root too") {
  std::mt19937 random(11);
  for (const std::size_t size : {1, 2, 17, 60, 160}) {
    CHECK(well_formed(decode_tree(random_scores(random, size), size, size + 1)));
    CHECK(well_formed(decode_tree(std::vector<float>(size * (size + 1), 1.0f), size, size + 1)));
  }
  CHECK(decode_tree({}, 0, 1).empty());
}
