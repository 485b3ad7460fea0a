// The words that times and quantities are made of, read from tables in data/en/times.
//
//     const WordTable table = WordTable::load({"en/times/words.tsv", "en/times/numbers.tsv"});
//     table.entries_of("march");      // one entry: month 3, counts only with a capital
//
// A form of several words ("new year 's day") is filed under its first word. Immutable, thread-safe.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace diurna::detail {

enum class FormKind : std::uint8_t {
  month,           // 1 … 12
  weekday,         // 1 (Monday) … 7
  weekday_plural,  // "Mondays"
  unit,            // Unit
  season,          // Season
  daypart,         // DayPart
  night_word,      // "tonight", "overnight": DayPart::night
  day,             // days from the day of writing
  relative,        // Relative
  direction,       // Direction
  stage,           // text: TIMEX3 modifier
  hedge,           // text: TIMEX3 modifier
  frequency,       // text: TIMEX3 value
  every,
  vague,      // 0 unclear, 2 "couple"
  reference,  // text: "PRESENT_REF" …
  meridiem,   // 0 a.m., 12 p.m.
  clock_word,
  zone,
  holiday,  // text: how to find the day
  fiscal,
  half,
  period,
  cardinal,
  multiplier,
  ordinal,
  fraction,       // text: the share
  currency,       // behind the number; text: ISO 4217
  currency_sign,  // before it
  measure,        // text: unit symbol
  percent,
  at_least,  // hedges of quantities, by what they say of the bounds
  at_most,
  near,
  indefinite,  // "dozens", "hundreds": the value is the lower bound
  doubt,       // before a time; text: its EDTF qualifier
};

enum class Unit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  fortnight,
  month,
  quarter,
  year,
  decade,
  century
};
enum class Season : std::uint8_t { none, spring, summer, autumn, winter };
enum class DayPart : std::uint8_t { none, morning, afternoon, evening, night, daytime, midday };
enum class Relative : std::uint8_t {
  last,
  past,
  previous,
  this_,
  current,
  that,
  same,
  next,
  following,
  coming,
  latest,
  year_ago,
  corresponding
};
enum class Direction : std::uint8_t { ago, earlier, later, hence };

struct WordSense {
  FormKind kind;
  bool capital = false;  // counts only when written with a capital
  std::int64_t value = 0;
  std::string text;  // the value as the table writes it
};

class WordTable {
 public:
  struct Entry {
    std::vector<std::string> more_words;  // those behind the first, lower case
    std::vector<WordSense> senses;
  };
  /// Throws ParseError "data.fields" or "data.value" with file and line.
  [[nodiscard]] static WordTable load(std::initializer_list<std::string_view> resources);
  /// Entries that start with this lower-case word, longest first; nullptr when there are none.
  [[nodiscard]] const std::vector<Entry>* entries_of(std::string_view word) const;

 private:
  void add(std::string_view form, WordSense sense);
  std::map<std::string, std::vector<Entry>, std::less<>> entries_;
};

}  // namespace diurna::detail
