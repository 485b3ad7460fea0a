#include "io/json_values.hpp"

#include <cmath>
#include <ostream>

#include "diurna/graph/identity.hpp"
#include "diurna/mentions/edtf.hpp"
#include "diurna/text/unicode.hpp"

namespace diurna::io::detail {
namespace {

OrderedJson names_json(const Reading& reading, const Filler& filler) {
  OrderedJson names = OrderedJson::array();
  for (const std::string& name : reading.names_of(filler)) names.push_back(repaired_utf8(name));
  return names;
}

void add_entity(OrderedJson& out, const Reading& reading, const Filler& filler, EntityId id) {
  out["names"] = names_json(reading, filler);
  out["type"] = to_text(reading.mentions.entity(id).type);
  out["id"] = entity_node_id(reading, id);
}

void add_time(OrderedJson& out, const TimeExpression& time) {
  if (!time.value.empty()) out["value"] = time.value;
  add_calendar(out, time);
  out["type"] = to_text(time.type);
}

void add_quantity(OrderedJson& out, const Quantity& quantity) {
  out["type"] = "QUANTITY";
  if (std::isfinite(quantity.low)) out["low"] = quantity.low;
  if (std::isfinite(quantity.high)) out["high"] = quantity.high;
  if (!quantity.unit.empty()) out["unit"] = quantity.unit;
}

}  // namespace

void add_calendar(OrderedJson& out, const TimeExpression& time) {
  if (std::string edtf = edtf_of(time); !edtf.empty()) out["edtf"] = std::move(edtf);
  if (time.type == TimexType::duration || time.type == TimexType::set) return;
  if (auto bounds = bounds_of(time.value)) {
    out["interval"] = {{"begin", std::move(bounds->begin)}, {"end", std::move(bounds->end)}};
  }
}

double rounded_score(double score) { return std::isfinite(score) ? std::round(score * 1e4) / 1e4 : 0.0; }

OrderedJson words_json(const Document& document, Span span) {
  return {{"text", repaired_utf8(document.text(span))},
          {"start", document.code_point(span.begin)},
          {"end", document.code_point(span.end)}};
}

OrderedJson filler_json(const Reading& reading, const Filler& filler) {
  OrderedJson out = words_json(reading.document, filler.span);
  if (const auto id = filler.as<EntityId>()) {
    add_entity(out, reading, filler, id);
  } else if (const auto time = filler.as<TimeId>()) {
    add_time(out, reading.mentions.time(time));
  } else if (const auto quantity = filler.as<QuantityId>()) {
    add_quantity(out, reading.mentions.quantity(quantity));
  } else if (const auto event = filler.as<EventId>()) {
    out["names"] = names_json(reading, filler);
    out["type"] = reading.facts.event(event).type;
    out["id"] = event_node_id(reading, event);
  }
  return out;
}

OrderedJson fillers_json(const Reading& reading, const std::vector<Filler>& fillers) {
  OrderedJson out = OrderedJson::array();
  for (const Filler& filler : fillers) out.push_back(filler_json(reading, filler));
  return out;
}

OrderedJson arguments_json(const Reading& reading, const std::vector<Argument>& arguments) {
  OrderedJson out = OrderedJson::object();
  for (const Argument& argument : arguments) {
    OrderedJson& fillers = out[argument.role];
    OrderedJson filler = filler_json(reading, argument.filler);
    if (!argument.evidence.rule.empty()) filler["rule"] = repaired_utf8(argument.evidence.rule);
    fillers.push_back(std::move(filler));
  }
  return out;
}

OrderedJson evidence_json(const Document& document, const Evidence& evidence) {
  OrderedJson out{{"rule", repaired_utf8(evidence.rule)}};
  if (!evidence.path.empty()) out["path"] = repaired_utf8(evidence.path);
  if (evidence.sentence) {
    const Sentence& sentence = document.sentence(evidence.sentence);
    out["sentence"] = {{"label", repaired_utf8(sentence.label)},
                       {"start", document.code_point(sentence.span.begin)},
                       {"end", document.code_point(sentence.span.end)}};
  }
  return out;
}

std::string dumped(const OrderedJson& value) {
  return value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

std::string dumped_ascii(const OrderedJson& value) {
  return value.dump(-1, ' ', true, OrderedJson::error_handler_t::replace);
}

void write_line(std::ostream& out, const OrderedJson& value) { out << dumped(value) << '\n'; }

std::string cell(std::string_view text) {
  std::string out = repaired_utf8(text);
  bool gap = false;
  std::size_t end = 0;
  for (const char c : out) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
    if (!blank) {
      if (gap && end > 0) out[end++] = ' ';
      out[end++] = c;
    }
    gap = blank;
  }
  out.resize(end);
  return out;
}

}  // namespace diurna::io::detail
