// A line on the terminal that tells how far a corpus is.
#pragma once

#include <chrono>
#include <cstddef>

#include "cli/console.hpp"

namespace diurna::cli {

/// Shows nothing unless `shown`. Redraws at most ten times a second.
class Progress {
 public:
  Progress(const Console& console, bool shown) : console_(console), shown_(shown && console.err_is_terminal) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void add(std::size_t tokens);
  /// Wipes the line, so that a remark can be printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  const Console& console_;
  bool shown_;
  bool drawn_ = false;
  std::size_t articles_ = 0;
  std::size_t tokens_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace diurna::cli
