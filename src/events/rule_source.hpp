// The text of a rule file, and the problems found in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diurna/core/span.hpp"
#include "diurna/events/rules.hpp"

namespace diurna::detail {

/// A file and its lines; collects problems with their places.
class RuleSource {
 public:
  RuleSource(std::string file, std::string_view text);

  [[nodiscard]] const std::string& file() const& { return file_; }
  [[nodiscard]] std::string_view text() const& { return text_; }
  [[nodiscard]] std::size_t line_of(std::size_t offset) const;
  [[nodiscard]] std::string_view line_text(std::size_t line) const;

  /// Of one file no more than a hundred problems are kept.
  void report(std::string code, Span span, std::string message, std::string hint = {});
  [[nodiscard]] std::vector<RuleProblem> take_problems() { return std::move(problems_); }
  [[nodiscard]] bool has_problems() const { return !problems_.empty(); }

 private:
  std::string file_;
  std::string_view text_;
  std::vector<std::size_t> line_starts_;
  std::vector<RuleProblem> problems_;
};

}  // namespace diurna::detail
