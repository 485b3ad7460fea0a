// Thin wrapper over RE2: linear-time matching that never logs and never throws on text.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "diurna/core/span.hpp"

namespace re2 {
class RE2;
}

namespace diurna::detail {

/// A compiled pattern; immutable and shared between threads.
class Regex {
 public:
  /// Throws ParseError "regex.invalid" with RE2's message.
  explicit Regex(std::string_view pattern);
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;

  /// Groups (0 = whole match) of the leftmost match at or after `from`; a group that took no part is empty at 0.
  [[nodiscard]] std::optional<std::vector<Span>> search(std::string_view text, std::size_t from = 0) const;
  [[nodiscard]] bool matches_all(std::string_view text) const;

 private:
  std::unique_ptr<const re2::RE2> pattern_;
};

}  // namespace diurna::detail
