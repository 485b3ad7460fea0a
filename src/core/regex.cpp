#include "core/regex.hpp"

#include <re2/re2.h>

#include "diurna/core/error.hpp"

namespace diurna::detail {
namespace {

re2::RE2::Options quiet_options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return options;
}

}  // namespace

Regex::Regex(std::string_view pattern)
    : pattern_(std::make_unique<re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), quiet_options())) {
  if (!pattern_->ok()) {
    throw ParseError(
        {.code = "regex.invalid", .place = std::string(pattern), .message = pattern_->error(), .hint = {}});
  }
}

Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

std::optional<std::vector<Span>> Regex::search(std::string_view text, std::size_t from) const {
  const int groups = pattern_->NumberOfCapturingGroups() + 1;
  std::vector<re2::StringPiece> pieces(static_cast<std::size_t>(groups));
  const re2::StringPiece input(text.data(), text.size());
  if (!pattern_->Match(input, from, text.size(), re2::RE2::UNANCHORED, pieces.data(), groups)) return std::nullopt;
  std::vector<Span> spans;
  for (const re2::StringPiece& piece : pieces) {
    if (piece.data() == nullptr) {
      spans.push_back({});
    } else {
      const auto begin = static_cast<std::size_t>(piece.data() - text.data());
      spans.push_back({begin, begin + piece.size()});
    }
  }
  return spans;
}

bool Regex::matches_all(std::string_view text) const {
  return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *pattern_);
}

}  // namespace diurna::detail
