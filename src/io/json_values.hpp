// JSON of the parts of a reading that several formats share. Keys keep the order in which they are written.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/events/reading.hpp"

namespace diurna::io::detail {

using OrderedJson = nlohmann::ordered_json;

/// Four digits behind the point: enough for a person, the same on every machine.
[[nodiscard]] double rounded_score(double score);
/// {"text", "start", "end"}: the words as they stand in the text, offsets in code points.
[[nodiscard]] OrderedJson words_json(const Document& document, Span span);
/// A filler with whatever names it: `names` and `id` of an entity or event (its trigger), `value` of a time, bounds of a quantity, `event`.
[[nodiscard]] OrderedJson filler_json(const Reading& reading, const Filler& filler);
[[nodiscard]] OrderedJson fillers_json(const Reading& reading, const std::vector<Filler>& fillers);
/// `edtf` and `interval` (first and last day) of a time that has a place in the calendar.
void add_calendar(OrderedJson& out, const TimeExpression& time);
/// {"agent": [filler…], …} in the order of the arguments.
[[nodiscard]] OrderedJson arguments_json(const Reading& reading, const std::vector<Argument>& arguments);
/// {"rule", "path", "score"} and the sentence's place.
[[nodiscard]] OrderedJson evidence_json(const Document& document, const Evidence& evidence);
/// One line of JSON; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string dumped(const OrderedJson& value);
/// The same in ASCII: all other characters are escaped.
[[nodiscard]] std::string dumped_ascii(const OrderedJson& value);
/// One line without line breaks inside.
void write_line(std::ostream& out, const OrderedJson& value);
/// For one cell of a table: valid UTF-8, every run of white space a blank.
[[nodiscard]] std::string cell(std::string_view text);

}  // namespace diurna::io::detail
