// Time a piece of work several times and keep the median. Processor time of this process, so that other work on the
// machine does not count.
#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <vector>

namespace diurna::bench {

/// Median processor seconds of `repeats` calls (at least one).
template <class Work>
double median_seconds(std::size_t repeats, Work work) {
  std::vector<double> seconds;
  for (std::size_t i = 0; i < std::max<std::size_t>(1, repeats); ++i) {
    const std::clock_t start = std::clock();
    work();
    seconds.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  const auto middle = seconds.begin() + static_cast<std::ptrdiff_t>(seconds.size() / 2);
  std::nth_element(seconds.begin(), middle, seconds.end());
  return *middle;
}

}  // namespace diurna::bench
