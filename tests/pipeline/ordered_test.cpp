#include "diurna/pipeline/ordered.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>

namespace {

/// Numbers from 0 to `count - 1`.
std::function<std::optional<int>()> numbers(int count) {
  return [count, next = 0]() mutable { return next < count ? std::optional(next++) : std::nullopt; };
}

}  // namespace

TEST_CASE("pipeline.ordered: results come in the order of the input for any number of jobs") {
  for (const unsigned jobs : {0U, 1U, 2U, 7U}) {
    std::string order;
    diurna::map_in_order<int, std::string>(
        numbers(100),
        [](int number) {
          if (number % 5 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
          return std::to_string(number) + " ";
        },
        [&](const std::string& text) { order += text; }, jobs);
    std::string expected;
    for (int number = 0; number < 100; ++number) expected += std::to_string(number) + " ";
    CHECK(order == expected);
  }
}

TEST_CASE("pipeline.ordered: only a few inputs are in flight") {
  std::atomic<int> taken = 0;
  std::atomic<int> delivered = 0;
  int most = 0;
  const auto source = [&]() -> std::optional<int> {
    if (taken == 500) return std::nullopt;
    most = std::max(most, taken - delivered);
    return taken++;
  };
  diurna::map_in_order<int, int>(source, [](int number) { return number; }, [&](int) { ++delivered; }, 2);
  CHECK(delivered == 500);
  CHECK(most <= 8);
}

TEST_CASE("pipeline.ordered: an exception of the work reaches the caller behind the results before it") {
  for (const unsigned jobs : {1U, 2U, 3U}) {
    int delivered = 0;
    const auto work = [](int number) {
      if (number == 30) throw std::runtime_error("thirty");
      return number;
    };
    CHECK_THROWS_WITH((diurna::map_in_order<int, int>(numbers(100), work, [&](int) { ++delivered; }, jobs)), "thirty");
    CHECK(delivered == 30);
  }
}

TEST_CASE("pipeline.ordered: exceptions of source and sink reach the caller") {
  const auto same = [](int number) { return number; };
  const auto bad_source = []() -> std::optional<int> { throw std::runtime_error("source"); };
  CHECK_THROWS_WITH((diurna::map_in_order<int, int>(bad_source, same, [](int) {}, 2)), "source");
  CHECK_THROWS_WITH(
      (diurna::map_in_order<int, int>(numbers(50), same, [](int) { throw std::runtime_error("sink"); }, 2)), "sink");
}
