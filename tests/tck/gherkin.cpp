#include "tck/gherkin.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "diurna/core/error.hpp"

namespace diurna::tck {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// `| a | b\|c |`: cells between bars; \| \\ and \n are escapes.
std::vector<std::string> cells_of(std::string_view row) {
  std::vector<std::string> cells;
  std::string cell;
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (row[i] == '|') {
      cells.emplace_back(trimmed(cell));
      cell.clear();
    } else if (row[i] == '\\' && i + 1 < row.size() && std::string_view("|\\n").find(row[i + 1]) != std::string::npos) {
      cell += row[i + 1] == 'n' ? '\n' : row[i + 1];
      ++i;
    } else {
      cell += row[i];
    }
  }
  return cells;
}

// A scenario or an outline as written.
struct Block {
  Scenario scenario;
  std::vector<Table> examples;
};

std::string filled(std::string text, const std::vector<std::string>& names, const std::vector<std::string>& values) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    bool replaced = false;
    for (std::size_t n = 0; text[i] == '<' && n < std::min(names.size(), values.size()); ++n) {
      const std::string place = "<" + names[n] + ">";
      if (text.compare(i, place.size(), place) != 0) continue;
      out += values[n];
      i += place.size();
      replaced = true;
      break;
    }
    if (!replaced) out += text[i++];
  }
  return out;
}

Scenario filled(const Scenario& outline, const std::vector<std::string>& names,
                const std::vector<std::string>& values) {
  Scenario scenario = outline;
  scenario.name = filled(scenario.name, names, values);
  for (Step& step : scenario.steps) {
    step.text = filled(step.text, names, values);
    step.doc = filled(step.doc, names, values);
    for (std::vector<std::string>& row : step.table)
      for (std::string& cell : row) cell = filled(cell, names, values);
  }
  return scenario;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : lines_(lines_of(text)) {}

  Feature read() {
    for (; at_ < lines_.size(); ++at_) read_line(trimmed(lines_[at_]));
    close_block();
    return std::move(feature_);
  }

 private:
  enum class Part { start, description, steps, examples };

  [[noreturn]] void fail(const std::string& message) const {
    throw ParseError(
        {.code = "tck.syntax", .place = std::to_string(at_ + 1), .message = message, .hint = {}, .excerpt = {}});
  }

  void read_line(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    if (line.front() == '@') return read_tags(line);
    if (line.front() == '|') return read_row(line);
    if (line.starts_with("\"\"\"") || line.starts_with("```")) return read_doc(line.substr(0, 3));
    if (read_heading(line) || read_step(line)) return;
    if (part_ != Part::description) fail("not Gherkin: " + std::string(line));
  }

  void read_tags(std::string_view line) {
    while (!line.empty()) {
      const std::size_t end = std::min(line.find_first_of(blanks), line.size());
      if (line.front() == '#') return;
      tags_.emplace_back(line.substr(0, end));
      line = trimmed(line.substr(end));
    }
  }

  bool read_heading(std::string_view line) {
    const auto after = [&](std::string_view keyword) -> std::optional<std::string_view> {
      if (!line.starts_with(keyword)) return std::nullopt;
      return trimmed(line.substr(keyword.size()));
    };
    if (const auto name = after("Feature:")) {
      feature_.name = *name;
    } else if (after("Rule:")) {
      close_block();
    } else if (after("Background:")) {
      close_block();
      in_background_ = true;
    } else if (after("Examples:") || after("Scenarios:")) {
      if (!block_) fail("Examples without a Scenario Outline");
      block_->examples.emplace_back();
      tags_.clear();
      part_ = Part::examples;
      return true;
    } else if (const auto scenario = scenario_name(line)) {
      open_block(*scenario);
    } else {
      return false;
    }
    part_ = Part::description;
    return true;
  }

  static std::optional<std::string_view> scenario_name(std::string_view line) {
    constexpr std::array<std::string_view, 4> keywords = {
        "Scenario Outline:", "Scenario Template:", "Scenario:", "Example:"};
    for (const std::string_view keyword : keywords)
      if (line.starts_with(keyword)) return trimmed(line.substr(keyword.size()));
    return std::nullopt;
  }

  bool read_step(std::string_view line) {
    constexpr std::array<std::string_view, 6> keywords = {"Given ", "When ", "Then ", "And ", "But ", "* "};
    for (const std::string_view keyword : keywords) {
      if (!line.starts_with(keyword)) continue;
      if (!in_background_ && !block_) fail("a step outside a scenario");
      steps().push_back(
          {.text = std::string(trimmed(line.substr(keyword.size()))), .doc = {}, .table = {}, .line = at_ + 1});
      part_ = Part::steps;
      return true;
    }
    return false;
  }

  void read_row(std::string_view line) {
    if (part_ == Part::examples) {
      block_->examples.back().push_back(cells_of(line));
    } else if (part_ == Part::steps) {
      steps().back().table.push_back(cells_of(line));
    } else {
      fail("a table outside a step");
    }
  }

  // The lines up to the closing mark, less the indentation of the opening one.
  void read_doc(std::string_view mark) {
    if (part_ != Part::steps) fail("a doc string outside a step");
    const std::size_t indent = lines_[at_].find(mark);
    std::string doc;
    for (++at_; at_ < lines_.size() && !trimmed(lines_[at_]).starts_with(mark); ++at_) {
      const std::string_view line = lines_[at_];
      const std::size_t blank = std::min(line.find_first_not_of(blanks), line.size());
      if (!doc.empty()) doc += '\n';
      doc += line.substr(std::min(indent, blank));
    }
    if (at_ == lines_.size()) fail("a doc string without an end");
    steps().back().doc = std::move(doc);
  }

  std::vector<Step>& steps() { return in_background_ ? background_ : block_->scenario.steps; }

  void open_block(std::string_view name) {
    close_block();
    block_.emplace();
    block_->scenario = {.name = std::string(name), .steps = background_, .tags = std::move(tags_), .line = at_ + 1};
    tags_.clear();
  }

  void close_block() {
    in_background_ = false;
    if (!block_) return;
    std::size_t number = 0;
    for (const Table& table : block_->examples)
      for (std::size_t row = 1; row < table.size(); ++row) {
        feature_.scenarios.push_back(filled(block_->scenario, table.front(), table[row]));
        feature_.scenarios.back().name += " #" + std::to_string(++number);
      }
    if (block_->examples.empty()) feature_.scenarios.push_back(std::move(block_->scenario));
    block_.reset();
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  Part part_ = Part::start;
  bool in_background_ = false;
  std::vector<Step> background_;
  std::vector<std::string> tags_;
  std::optional<Block> block_;
  Feature feature_;
};

}  // namespace

Feature read_feature(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return Reader(text).read();
}

}  // namespace diurna::tck
