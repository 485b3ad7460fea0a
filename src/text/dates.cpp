#include "text/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

#include "diurna/text/unicode.hpp"
#include "text/characters.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t longest_line = 400;

/// A run of digits or of letters.
struct Piece {
  Span span;
  bool number = false;
  unsigned value = 0;
};

std::optional<unsigned> number_of(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> pieces;
  line = line.substr(0, longest_line);
  for (std::size_t i = 0; i < line.size();) {
    const Character c = character_at(line, i, line.size());
    const std::size_t begin = i;
    i += c.size;
    if (!c.is_word()) continue;
    while (character_at(line, i, line.size()).kind == c.kind) i += character_at(line, i, line.size()).size;
    const bool number = c.is(CharacterKind::digit) && c.value < 0x80;
    pieces.push_back({{begin, i}, number, number ? number_of(line.substr(begin, i - begin)).value_or(0) : 0});
  }
  return pieces;
}

std::optional<std::string> calendar_day(unsigned year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok() || year < 1000 || year > 2999) return std::nullopt;
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(year) + "-" + two(month) + "-" + two(day);
}

bool is_ordinal(std::string_view word) { return word == "st" || word == "nd" || word == "rd" || word == "th"; }

/// All-number dates: "2026-01-08", "2026/1/8", "08.01.2026", "31/12/2026", "12/31/2026".
std::optional<std::string> numeric_date(const std::array<Piece, 3>& p, std::string_view line) {
  const char first = line[p[0].span.end];
  if (p[1].span.begin != p[0].span.end + 1 || p[2].span.begin != p[1].span.end + 1) return std::nullopt;
  if (line[p[1].span.end] != first || std::string_view("-/.").find(first) == std::string_view::npos)
    return std::nullopt;
  if (p[0].span.size() == 4) return calendar_day(p[0].value, p[1].value, p[2].value);
  if (p[2].span.size() != 4) return std::nullopt;
  if (first == '.' || p[0].value > 12) return calendar_day(p[2].value, p[1].value, p[0].value);
  return p[1].value > 12 ? calendar_day(p[2].value, p[0].value, p[1].value) : std::nullopt;
}

std::optional<FoundDate> date_at(const std::vector<Piece>& pieces, std::size_t i, std::string_view line) {
  std::vector<Piece> rest;
  for (std::size_t k = i; k < pieces.size() && rest.size() < 3; ++k) {
    const std::string_view word = pieces[k].span.text_in(line);
    const bool filler = k > i && !pieces[k].number && (is_ordinal(word) || word == "of");
    if (!filler) rest.push_back(pieces[k]);
  }
  if (rest.size() < 3 || rest[2].span.end - rest[0].span.begin > 40) return std::nullopt;
  std::optional<std::string> value;
  const unsigned first_month = rest[0].number ? 0 : month_number(rest[0].span.text_in(line));
  const unsigned second_month = rest[1].number ? 0 : month_number(rest[1].span.text_in(line));
  if (rest[0].number && rest[1].number && rest[2].number) value = numeric_date({rest[0], rest[1], rest[2]}, line);
  if (first_month != 0 && rest[1].number && rest[2].number && rest[2].span.size() == 4) {
    value = calendar_day(rest[2].value, first_month, rest[1].value);
  }
  if (second_month != 0 && rest[0].number && rest[2].number && rest[2].span.size() == 4) {
    value = calendar_day(rest[2].value, second_month, rest[0].value);
  }
  if (second_month != 0 && rest[0].number && rest[0].span.size() == 4 && rest[2].number) {
    value = calendar_day(rest[0].value, second_month, rest[2].value);
  }
  if (!value) return std::nullopt;
  return FoundDate{*value, {rest[0].span.begin, rest[2].span.end}};
}

}  // namespace

std::optional<std::string> parse_iso_date(std::string_view text) {
  const auto digits = [&](std::size_t from, std::size_t count) {
    return from + count <= text.size() && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                                                      text.begin() + static_cast<std::ptrdiff_t>(from + count),
                                                      [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!digits(0, 4)) return std::nullopt;
  if (text.size() == 4) return std::string(text);
  if (text[4] != '-' || !digits(5, 2)) return std::nullopt;
  const unsigned month = number_of(text.substr(5, 2)).value_or(0);
  if (month < 1 || month > 12) return std::nullopt;
  if (text.size() == 7) return std::string(text);
  if (text[7] != '-' || !digits(8, 2)) return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  return calendar_day(number_of(text.substr(0, 4)).value_or(0), month, number_of(text.substr(8, 2)).value_or(0));
}

std::optional<FoundDate> find_date(std::string_view line) {
  const std::vector<Piece> pieces = pieces_of(line);
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (auto date = date_at(pieces, i, line)) return date;
  }
  return std::nullopt;
}

unsigned month_number(std::string_view word) {
  constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
  std::string name = fold_case(word);
  if (name.ends_with('.')) name.pop_back();
  if (name.size() < 3) return 0;
  for (unsigned m = 0; m < names.size(); ++m) {
    const bool short_form = name == names[m].substr(0, 3) || (m == 8 && name == "sept");
    if (name == names[m] || short_form) return m + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> names = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  const std::string name = fold_case(word);
  return std::any_of(names.begin(), names.end(), [&](std::string_view day) {
    return name == day || (name.size() >= 3 && name.size() <= 5 && day.starts_with(name));
  });
}

}  // namespace diurna::detail
