// Places what a time expression says on the calendar, with the article's date and the times told before it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mentions/time_meaning.hpp"
#include "mentions/time_tense.hpp"

namespace diurna::detail {

struct Resolved {
  Point point;  // granularity none where the value is no point
  std::string value;
  std::string anchor;
};

/// What a document's times lean on. One per document, fed in text order.
class Timeline {
 public:
  explicit Timeline(std::string_view article_date);

  [[nodiscard]] Resolved resolve(const TimeMeaning& meaning, Tense tense) const;
  /// Makes a resolved point the one that "that day" and "a year later" speak of.
  void remember(const Point& point);
  /// The same; a quarter that is only compared with ("a year ago") does not become what the report is about.
  void remember(const Point& point, const TimeMeaning& meaning);
  /// Starts a sentence; a year told alone at its head ("In 2019, …") holds for the dates behind it.
  void begin_sentence() { frame_year_ = 0; }
  /// A clock time or part of a day takes this day if it names none itself.
  [[nodiscard]] std::optional<Point> current_day() const;

 private:
  struct Base {
    std::optional<Point> point;
    std::string name;
  };
  [[nodiscard]] Resolved resolve_shift(const TimeMeaning& meaning) const;
  [[nodiscard]] Resolved resolve_latest(const Shift& step, std::string anchor) const;
  [[nodiscard]] Resolved resolve_point(const TimeMeaning& meaning, Tense tense) const;
  [[nodiscard]] Resolved resolve_weekday(const TimeMeaning& meaning, Tense tense) const;
  [[nodiscard]] Resolved resolve_holiday(const TimeMeaning& meaning, Tense tense) const;
  [[nodiscard]] Resolved resolve_part(const TimeMeaning& meaning) const;
  [[nodiscard]] int choose_year(const TimeMeaning& meaning, Tense tense) const;
  [[nodiscard]] Base base_for(Unit unit, bool narrative) const;
  [[nodiscard]] Base weekday_base(Pick pick) const;

  std::optional<Days> article_;
  int frame_year_ = 0;
  std::string article_text_;
  std::optional<Point> last_;          // the last point of the text
  std::optional<Point> last_month_;    // … that knows its month or quarter
  std::optional<Point> last_quarter_;  // the quarter that figures are told of
  std::optional<Point> last_day_;      // … that knows its day
};

}  // namespace diurna::detail
