#include "cli/progress.hpp"

#include <ostream>

namespace diurna::cli {

void Progress::add(std::size_t tokens) {
  ++articles_;
  tokens_ += tokens;
  const Clock::time_point now = Clock::now();
  if (!shown_ || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  console_.err << "\r\033[K" << articles_ << " articles, " << tokens_ << " tokens, "
               << static_cast<std::size_t>(static_cast<double>(tokens_) / seconds) << " tokens/s" << std::flush;
}

void Progress::clear() {
  if (drawn_) console_.err << "\r\033[K" << std::flush;
  drawn_ = false;
}

}  // namespace diurna::cli
