#include "cli/table.hpp"

#include <algorithm>
#include <vector>

namespace diurna::cli {
namespace {

constexpr std::size_t widest_on_terminal = 60;

struct Cell {
  std::string text;
  Style style = Style::plain;
  bool to_the_right = false;
};

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// One line, no longer than `most` code points.
std::string shortened(std::string text, std::size_t most) {
  std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (code_points(text) <= most) return text;
  std::size_t end = 0;
  for (std::size_t seen = 0; seen < most - 1; ++seen) {
    ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  }
  return text.substr(0, end) + "…";
}

Cell cell_of(const Value& value, std::size_t most) {
  Cell cell{.text = shortened(to_text(value), most), .style = Style::plain, .to_the_right = value.is_number()};
  if (value.is_null()) cell.style = Style::dim;
  if (value.is_number()) cell.style = Style::cyan;
  if (value.kind() >= Value::Kind::node) cell.style = Style::yellow;
  return cell;
}

std::string line_of(const std::vector<Cell>& cells, const std::vector<std::size_t>& widths, const Console& console) {
  std::string line;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const Cell& cell = cells[column];
    const std::string padding(widths[column] - code_points(cell.text), ' ');
    const bool last = column + 1 == cells.size();
    if (column > 0) line += "  ";
    if (cell.to_the_right) line += padding;
    line += console.styled(cell.style, cell.text);
    if (!cell.to_the_right && !last) line += padding;
  }
  return line + "\n";
}

}  // namespace

std::string table_of(const QueryResult& result, const Console& console) {
  const std::size_t most = console.out_is_terminal ? widest_on_terminal : std::string::npos;
  std::vector<std::vector<Cell>> lines(1);
  for (const std::string& column : result.columns()) lines.front().push_back({shortened(column, most), Style::bold});
  for (const QueryRow& row : result) {
    std::vector<Cell>& line = lines.emplace_back();
    for (std::size_t column = 0; column < row.size(); ++column) line.push_back(cell_of(row[column], most));
  }
  std::vector<std::size_t> widths(result.columns().size());
  for (const std::vector<Cell>& line : lines)
    for (std::size_t column = 0; column < line.size(); ++column)
      widths[column] = std::max(widths[column], code_points(line[column].text));
  std::string out;
  for (const std::vector<Cell>& line : lines) out += line_of(line, widths, console);
  const std::string rows = result.size() == 1 ? "1 row" : std::to_string(result.size()) + " rows";
  return out + console.styled(Style::dim, "(" + rows + ")") + "\n";
}

}  // namespace diurna::cli
