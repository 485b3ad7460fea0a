#include "mentions/time_resolver.hpp"

#include <array>
#include <charconv>
#include <cstdlib>

namespace diurna::detail {
namespace {

std::optional<Days> parse_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::array<int, 3> parts{};
  constexpr std::array<std::pair<std::size_t, std::size_t>, 3> fields = {{{0, 4}, {5, 2}, {8, 2}}};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view field = text.substr(fields[i].first, fields[i].second);
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), parts[i]);
    if (error != std::errc() || end != field.data() + field.size()) return std::nullopt;
  }
  return make_day(parts[0], parts[1], parts[2]);
}

bool is_placed_in_day(const TimeMeaning& meaning) {
  return meaning.point.part != DayPart::none || meaning.point.hour >= 0;
}

/// Puts the clock time or part of day of the words onto a resolved day.
Resolved with_clock(Resolved resolved, const TimeMeaning& meaning) {
  if (!is_placed_in_day(meaning) || resolved.point.granularity != Granularity::day) return resolved;
  Point& point = resolved.point;
  point.part = meaning.point.part;
  point.hour = meaning.point.hour;
  point.minute = meaning.point.minute;
  point.second = meaning.point.second;
  point.granularity = point.hour < 0 ? Granularity::part_of_day : meaning.clock_grain;
  resolved.value = to_value(point);
  return resolved;
}

Resolved made(std::optional<Point> point, std::string anchor) {
  if (!point) return {};
  return {*point, to_value(*point), std::move(anchor)};
}

/// Where in its year a point begins, in days or so; good enough to compare points of one kind.
int place_in_year(const Point& point) {
  if (point.month > 0) return point.month * 31 + point.day;
  if (point.quarter > 0) return point.quarter * 93 - 62;
  if (point.half > 0) return point.half * 186 - 155;
  return static_cast<int>(point.season) * 93 - 31;
}

/// The point in the middle of which a day stands, compared with points of the grain of `like`.
int place_of_article(Days article, const Point& like) {
  const Point day = point_of(article);
  if (like.day > 0) return day.month * 31 + day.day;
  if (like.month > 0) return day.month * 31;
  if (like.quarter > 0) return ((day.month + 2) / 3) * 93 - 62;
  if (like.half > 0) return ((day.month + 5) / 6) * 186 - 155;
  return ((day.month % 12) / 3) * 93 - 31;
}

constexpr int year_length = 372;

/// How far ahead of the article a date without a year may lie: writers of the past tense still speak of days to come,
/// and those who speak of the future still name days gone by.
int reach_ahead(Tense tense, const Point& point) {
  if (tense == Tense::future) return point.quarter > 0 ? 190 : 285;
  if (point.quarter > 0) return tense == Tense::past ? 0 : 93;
  return tense == Tense::past ? 70 : 150;
}

}  // namespace

Timeline::Timeline(std::string_view article_date) : article_(parse_day(article_date)) {
  if (article_) article_text_ = std::string(article_date.substr(0, 10));
}

void Timeline::remember(const Point& point) {
  if (point.granularity == Granularity::none || point.year == 0) return;
  last_ = point;
  if (point.month > 0 || point.quarter > 0) last_month_ = point;
  if (point.day > 0) last_day_ = point;
}

void Timeline::remember(const Point& point, const TimeMeaning& meaning) {
  remember(point);
  const bool compared = meaning.shift && meaning.shift->keep_grain;
  if (point.quarter > 0 && point.year > 0 && !compared) last_quarter_ = point;
  if (meaning.rule == "date:year" && meaning.until_year == 0) frame_year_ = point.year;
}

std::optional<Point> Timeline::current_day() const {
  if (last_day_) return last_day_;
  return article_ ? std::optional(point_of(*article_)) : std::nullopt;
}

Timeline::Base Timeline::base_for(Unit unit, bool narrative) const {
  const Base article{article_ ? std::optional(point_of(*article_)) : std::nullopt, article_text_};
  if (!narrative) return article;
  const bool needs_day = unit == Unit::day || unit == Unit::week || unit == Unit::weekend || unit == Unit::fortnight;
  const bool needs_month = unit == Unit::month || unit == Unit::quarter;
  const std::optional<Point>& told = needs_day ? last_day_ : needs_month ? last_month_ : last_;
  return told ? Base{told, to_value(*told)} : article;
}

Resolved Timeline::resolve(const TimeMeaning& meaning, Tense tense) const {
  if (!meaning.value.empty()) return {{}, meaning.value, {}};
  if (meaning.shift) return with_clock(resolve_shift(meaning), meaning);
  if (!meaning.holiday.empty()) return with_clock(resolve_holiday(meaning, tense), meaning);
  if (meaning.point.weekday > 0 && meaning.point.day == 0) return with_clock(resolve_weekday(meaning, tense), meaning);
  if (meaning.pick == Pick::narrative && is_placed_in_day(meaning)) return resolve_part(meaning);
  return with_clock(resolve_point(meaning, tense), meaning);
}

Resolved Timeline::resolve_shift(const TimeMeaning& meaning) const {
  const Shift& step = *meaning.shift;
  const Base base = base_for(step.unit, step.narrative);
  if (!base.point)
    return made(Point{.granularity = granularity_of(step.unit), .weekend = step.unit == Unit::weekend}, "");
  if (is_clock_unit(step.unit)) return {{}, step.count < 0 ? "PAST_REF" : "FUTURE_REF", {}};
  if (step.latest) return resolve_latest(step, base.name);
  if (!step.keep_grain) return made(shift(*base.point, step.unit, step.count), base.name);
  if (!last_quarter_) return made(shift(*base.point, step.unit, step.count), base.name);
  Point point = *last_quarter_;
  point.year += step.count;
  return made(point, to_value(*last_quarter_));
}

/// The quarter a report is about, else the last one before the article's; the weekend that began last.
Resolved Timeline::resolve_latest(const Shift& step, std::string anchor) const {
  if (step.unit == Unit::quarter && last_quarter_) return made(last_quarter_, to_value(*last_quarter_));
  if (!article_)
    return made(Point{.granularity = granularity_of(step.unit), .weekend = step.unit == Unit::weekend}, "");
  const bool weekend_begun = std::chrono::weekday{*article_}.iso_encoding() > 4;
  const int count = step.unit == Unit::weekend && weekend_begun ? 0 : -1;
  return made(shift(point_of(*article_), step.unit, count), std::move(anchor));
}

Resolved Timeline::resolve_part(const TimeMeaning& meaning) const {
  const auto day = current_day();
  Point point = day.value_or(Point{});
  point.granularity = Granularity::day;
  Resolved resolved{point, to_value(point), last_day_ ? to_value(*last_day_) : article_text_};
  return with_clock(std::move(resolved), meaning);
}

Timeline::Base Timeline::weekday_base(Pick pick) const {
  const bool narrative = pick == Pick::narrative_next || pick == Pick::narrative_previous;
  return base_for(Unit::day, narrative);
}

Resolved Timeline::resolve_weekday(const TimeMeaning& meaning, Tense tense) const {
  const Base base = weekday_base(meaning.pick);
  if (!base.point) return made(Point{.granularity = Granularity::day, .weekday = meaning.point.weekday}, "");
  const Days from = *day_of(*base.point);
  const int today = static_cast<int>(std::chrono::weekday{from}.iso_encoding());
  const int back = (today - meaning.point.weekday + 7) % 7;  // days since that weekday
  int days = -back;
  switch (meaning.pick) {
    case Pick::last:
    case Pick::narrative_previous:
      days = back == 0 ? -7 : -back;
      break;
    case Pick::next:
    case Pick::narrative_next:
      days = 7 - back;
      break;
    default:
      if (meaning.week_offset) {
        days = meaning.point.weekday - today + 7 * *meaning.week_offset;
      } else if (tense == Tense::future) {
        days = back == 0 ? 0 : 7 - back;
      }
  }
  return made(point_of(from + std::chrono::days{days}), base.name);
}

Resolved Timeline::resolve_holiday(const TimeMeaning& meaning, Tense tense) const {
  int year = meaning.point.year;
  const std::string anchor = year > 0 ? "" : article_text_;
  if (year == 0 && article_) {
    TimeMeaning probe = meaning;
    const int this_year = point_of(*article_).year;
    if (const auto day = holiday(meaning.holiday, this_year)) probe.point = point_of(*day), probe.point.year = 0;
    year = choose_year(probe, tense);
  }
  const auto day = holiday(meaning.holiday, year);
  if (day) return made(point_of(*day), anchor);
  const auto fixed = holiday(meaning.holiday, 2000);
  if (!fixed || meaning.holiday.size() != 5) return {};
  Point point = point_of(*fixed);
  point.year = 0;
  return made(point, "");
}

/// The year that puts a month, day, season or quarter where the words or the tense want it; 0 without a date.
int Timeline::choose_year(const TimeMeaning& meaning, Tense tense) const {
  if (meaning.pick == Pick::narrative && last_ && last_->year > 0) return last_->year;
  if (meaning.pick == Pick::by_tense && frame_year_ > 0 && !meaning.year_offset) return frame_year_;
  if (!article_) return 0;
  const int year = point_of(*article_).year;
  if (meaning.year_offset) return year + *meaning.year_offset;
  if (meaning.point.weekday > 0) {
    for (const int candidate : {year, year - 1, year + 1}) {
      const auto day = make_day(candidate, meaning.point.month, meaning.point.day);
      if (day && static_cast<int>(std::chrono::weekday{*day}.iso_encoding()) == meaning.point.weekday) return candidate;
    }
  }
  const int distance =
      place_in_year(meaning.point) - place_of_article(*article_, meaning.point);  // > 0: later this year
  switch (meaning.pick) {
    case Pick::last:
      return distance < 0 ? year : year - 1;
    case Pick::next:
      return distance > 0 ? year : year + 1;
    case Pick::current:
      return year;
    default:
      break;
  }
  const int reach = reach_ahead(tense, meaning.point);
  if (distance > reach) return year - 1;
  return distance + year_length <= reach ? year + 1 : year;
}

Resolved Timeline::resolve_point(const TimeMeaning& meaning, Tense tense) const {
  Point point = meaning.point;
  std::string anchor;
  if (point.year == 0) {
    point.year = choose_year(meaning, tense);
    anchor = article_text_;
  }
  point.part = DayPart::none;
  point.weekday = 0;
  Resolved resolved = made(point, anchor);
  Point end = point;
  if (meaning.until_day > 0) end.day = meaning.until_day;
  if (meaning.until_year > 0) end.year = meaning.until_year;
  if (end != point) resolved.value += "/" + to_value(end);
  return resolved;
}

}  // namespace diurna::detail
