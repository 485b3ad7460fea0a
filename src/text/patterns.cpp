#include "text/patterns.hpp"

#include <algorithm>
#include <array>

#include "text/characters.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t longest_local_part = 64;
constexpr std::size_t longest_number = 40;
constexpr std::size_t longest_digits = 1000;
constexpr std::size_t longest_address = 2000;

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_word(char c) { return is_ascii_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

bool begins_address(std::string_view rest) {
  constexpr std::array<std::string_view, 7> starts = {
      "http://", "https://", "ftp://", "mailto:", "www.", "WWW.", "HTTP://"};
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
    return rest.starts_with(start) && rest.size() > start.size() && rest[start.size()] > ' ';
  });
}

bool ends_address(const Character& c) {
  return c.size == 0 || c.is(CharacterKind::space) || c.value == U'<' || c.value == U'>' || c.value == U'"' ||
         c.value == U'\u201C' || c.value == U'\u201D' || c.value == U'|';
}

/// "d" for every digit, other characters as they are; the shape of what may be a date or a telephone number.
std::string_view longest_run(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t stop = begin;
  const std::size_t limit = std::min(end, begin + longest_number);
  while (stop < limit &&
         (is_ascii_digit(text[stop]) || std::string_view("-./").find(text[stop]) != std::string_view::npos)) {
    ++stop;
  }
  while (stop > begin && !is_ascii_digit(text[stop - 1])) --stop;
  return text.substr(begin, stop - begin);
}

struct Groups {
  std::array<std::size_t, 4> sizes{};
  std::size_t count = 0;
  bool overflow = false;
};

/// Sizes of the groups of digits that `separator` sets apart; overflow when anything else is in between.
Groups groups_of(std::string_view run, char separator) {
  Groups groups;
  std::size_t size = 0;
  for (std::size_t i = 0; i <= run.size(); ++i) {
    if (i < run.size() && is_ascii_digit(run[i])) {
      ++size;
      continue;
    }
    if ((i < run.size() && run[i] != separator) || groups.count == groups.sizes.size() || size == 0) {
      groups.overflow = true;
      return groups;
    }
    groups.sizes[groups.count++] = size;
    size = 0;
  }
  return groups;
}

bool is_date(const Groups& g) {
  const bool day_first = g.count == 3 && g.sizes[0] <= 2 && g.sizes[1] <= 2 && (g.sizes[2] == 2 || g.sizes[2] == 4);
  const bool year_first = g.count == 3 && g.sizes[0] == 4 && g.sizes[1] <= 2 && g.sizes[2] <= 2;
  return day_first || year_first;
}

bool is_telephone(const Groups& g) {
  if (g.count == 2) return g.sizes[0] == 3 && g.sizes[1] == 4;
  if (g.count == 3) return g.sizes[0] == 3 && g.sizes[1] == 3 && g.sizes[2] == 4;
  return g.count == 4 && g.sizes[0] <= 2 && g.sizes[1] == 3 && g.sizes[2] == 3 && g.sizes[3] == 4;
}

/// Dates, telephone numbers and fractions, whose separators belong to them.
bool is_grouped(std::string_view run) {
  for (const char separator : {'-', '/', '.'}) {
    const Groups groups = groups_of(run, separator);
    if (groups.overflow || groups.count < 2) continue;
    const bool short_telephone = groups.count == 2 && separator != '-';
    if (is_date(groups) || (is_telephone(groups) && !short_telephone)) return true;
    if (separator == '/' && groups.count == 2 && groups.sizes[0] <= 2 && groups.sizes[1] <= 2) return true;
  }
  return false;
}

bool is_pictograph(char32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF) ||
         c == 0x231A || c == 0x231B || c == 0x2328 || (c >= 0x23E9 && c <= 0x23FA);
}
bool is_flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

}  // namespace

std::size_t match_web_address(std::string_view text, std::size_t begin, std::size_t end) {
  if (!begins_address(text.substr(begin, end - begin))) return begin;
  std::size_t stop = begin;
  const std::size_t limit = std::min(end, begin + longest_address);
  for (Character c = character_at(text, stop, limit); !ends_address(c); c = character_at(text, stop, limit)) {
    stop += c.size;
  }
  const std::string_view address = text.substr(begin, stop - begin);
  const auto opened = std::count(address.begin(), address.end(), '(');
  auto closed = std::count(address.begin(), address.end(), ')');
  while (stop > begin) {
    const char last = text[stop - 1];
    const bool bracket = last == ')' && closed > opened;
    if (bracket) --closed;
    if (!bracket && std::string_view(".,;:!?'*]}").find(last) == std::string_view::npos) break;
    --stop;
  }
  return stop;
}

std::size_t match_mail_address(std::string_view text, std::size_t begin, std::size_t end) {
  const auto is_local = [](char c) {
    return is_ascii_word(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
  };
  const std::size_t limit = std::min(end, begin + longest_local_part);
  std::size_t at = begin;
  while (at < limit && is_local(text[at])) ++at;
  if (at == begin || at >= limit || text[at] != '@') return begin;
  std::size_t stop = at + 1;
  const std::size_t domain_limit = std::min(end, stop + 255);
  while (stop < domain_limit && (is_ascii_word(text[stop]) || text[stop] == '.' || text[stop] == '-')) ++stop;
  while (stop > at + 1 && !is_ascii_word(text[stop - 1])) --stop;
  return stop > at + 2 ? stop : begin;
}

std::size_t match_number(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view run = longest_run(text, begin, end);
  if (!run.empty() && is_grouped(run)) return begin + run.size();
  std::size_t stop = begin;
  const auto digit_at = [&](std::size_t at) { return at < end && is_ascii_digit(text[at]); };
  if (stop < end && text[stop] == '+') ++stop;
  if (stop + 1 < end && text[stop] == '.' && digit_at(stop + 1)) ++stop;
  while (stop - begin <= longest_digits) {
    const Character c = character_at(text, stop, end);
    const bool thousands =
        c.value == U',' && digit_at(stop + 1) && digit_at(stop + 2) && digit_at(stop + 3) && !digit_at(stop + 4);
    const bool inner = (c.value == U'.' || c.value == U':') && digit_at(stop + 1);
    if (!c.is(CharacterKind::digit) && !(stop > begin && (thousands || inner))) break;
    stop += c.size;
  }
  return stop;
}

std::size_t match_face(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view rest = text.substr(begin, std::min<std::size_t>(end - begin, 5));
  if (rest.size() < 2 || std::string_view(":;=").find(rest[0]) == std::string_view::npos) return begin;
  const std::size_t nose = rest[1] == '-' || rest[1] == '\'' ? 1 : 0;
  if (rest.size() < nose + 2) return begin;
  const char mouth = rest[nose + 1];
  if (std::string_view(")(DPp|/\\*3oO]").find(mouth) == std::string_view::npos) return begin;
  const std::size_t stop = begin + nose + 2;
  const Character next = character_at(text, stop, end);
  const bool careful = is_ascii_word(mouth) || mouth == '/' || mouth == '\\' || mouth == '|';
  if (careful && !next.is(CharacterKind::space)) return begin;
  return next.is_word() ? begin : stop;
}

std::size_t match_emoji(std::string_view text, std::size_t begin, std::size_t end) {
  Character c = character_at(text, begin, end);
  if (!is_pictograph(c.value)) return begin;
  std::size_t stop = begin + c.size;
  if (is_flag_letter(c.value)) {
    const Character second = character_at(text, stop, end);
    return is_flag_letter(second.value) ? stop + second.size : stop;
  }
  while (stop < end) {
    const Character mark = character_at(text, stop, end);
    if (!mark.is(CharacterKind::mark)) break;
    stop += mark.size;
    const Character joined = character_at(text, stop, end);
    if (mark.value == U'\u200D' && is_pictograph(joined.value)) stop += joined.size;
  }
  return stop;
}

}  // namespace diurna::detail
