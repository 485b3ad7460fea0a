#include "mentions/word_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"

namespace diurna::detail {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 36> kind_names = {
    "month",      "weekday",    "weekday_plural", "unit",     "season",        "daypart", "night_word", "day",
    "relative",   "direction",  "stage",          "hedge",    "frequency",     "every",   "vague",      "reference",
    "meridiem",   "clock_word", "zone",           "holiday",  "fiscal",        "half",    "period",     "cardinal",
    "multiplier", "ordinal",    "fraction",       "currency", "currency_sign", "measure", "percent",    "at_least",
    "at_most",    "near",       "indefinite",     "doubt"};
constexpr std::array<std::string_view, 12> unit_names = {
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "year", "decade", "century"};
constexpr std::array<std::string_view, 5> season_names = {"none", "spring", "summer", "autumn", "winter"};
constexpr std::array<std::string_view, 7> daypart_names = {"none",  "morning", "afternoon", "evening",
                                                           "night", "daytime", "midday"};
constexpr std::array<std::string_view, 13> relative_names = {
    "last", "past",      "previous", "this",   "current",  "that",         "same",
    "next", "following", "coming",   "latest", "year_ago", "corresponding"};
constexpr std::array<std::string_view, 4> direction_names = {"ago", "earlier", "later", "hence"};
constexpr std::array<std::string_view, 13> meridiem_names = {"am", "", "", "", "", "", "", "", "", "", "", "", "pm"};
constexpr std::array<std::string_view, 3> vague_names = {"some", "", "couple"};

Names value_names(FormKind kind) {
  switch (kind) {
    case FormKind::unit:
      return unit_names;
    case FormKind::season:
      return season_names;
    case FormKind::daypart:
      return daypart_names;
    case FormKind::relative:
      return relative_names;
    case FormKind::direction:
      return direction_names;
    case FormKind::meridiem:
      return meridiem_names;
    case FormKind::vague:
      return vague_names;
    default:
      return {};
  }
}

std::optional<std::size_t> index_of(Names names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

[[noreturn]] void reject(const Resource& table, const TsvRow& row, std::string_view field) {
  throw ParseError(Error::Parts{.code = "data.value",
                                .place = table.name() + ":" + std::to_string(row.line),
                                .message = "'" + std::string(field) + "' is not known here",
                                .hint = "src/mentions/word_table.cpp lists kinds and values"});
}

WordSense read_sense(const Resource& table, const TsvRow& row) {
  const auto kind = index_of(kind_names, row.fields[1]);
  if (!kind) reject(table, row, row.fields[1]);
  WordSense sense{.kind = static_cast<FormKind>(*kind), .text = std::string(row.fields[2])};
  if (row.fields.size() > 3) {
    if (row.fields[3] != "capital") reject(table, row, row.fields[3]);
    sense.capital = true;
  }
  if (const Names names = value_names(sense.kind); !names.empty()) {
    const auto value = index_of(names, sense.text);
    if (!value) reject(table, row, sense.text);
    sense.value = static_cast<std::int64_t>(*value);
  } else {
    std::from_chars(sense.text.data(), sense.text.data() + sense.text.size(), sense.value);
  }
  return sense;
}

}  // namespace

WordTable WordTable::load(std::initializer_list<std::string_view> resources) {
  WordTable table;
  for (const std::string_view name : resources) {
    const Resource resource = find_resource(name);
    for (const TsvRow& row : read_tsv(resource, 3, 4)) table.add(row.fields[0], read_sense(resource, row));
  }
  for (auto& [word, entries] : table.entries_) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.more_words.size() > b.more_words.size(); });
  }
  return table;
}

void WordTable::add(std::string_view form, WordSense sense) {
  const auto words = split(form, ' ');
  Entry entry;
  entry.more_words.assign(words.begin() + 1, words.end());
  auto& entries = entries_[std::string(words.front())];
  const auto same = std::find_if(entries.begin(), entries.end(),
                                 [&](const Entry& other) { return other.more_words == entry.more_words; });
  Entry& target = same == entries.end() ? entries.emplace_back(std::move(entry)) : *same;
  target.senses.push_back(std::move(sense));
}

const std::vector<WordTable::Entry>* WordTable::entries_of(std::string_view word) const {
  const auto found = entries_.find(word);
  return found == entries_.end() ? nullptr : &found->second;
}

}  // namespace diurna::detail
