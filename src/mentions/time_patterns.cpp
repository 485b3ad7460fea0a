// The grammar's top: what may stand before a time ("late", "the end of", "nearly", "earlier"), and which family of
// patterns reads the most words.
#include <array>

#include "mentions/time_meaning.hpp"

namespace diurna::detail {
namespace {

std::optional<Match> match_core(Cursor cursor) {
  constexpr std::array<Pattern, 6> families = {match_date, match_clock,    match_relative,
                                               match_set,  match_duration, match_reference};
  std::optional<Match> best;
  for (const Pattern family : families) keep_longer(best, family(cursor));
  if (!cursor.take("the")) return best;
  std::optional<Match> inner;
  for (const Pattern family : {match_date, match_reference, match_relative}) keep_longer(inner, family(cursor));
  if (inner) --inner->begin;
  keep_longer(best, std::move(inner));
  return best;
}

bool takes_stage(const TimeMeaning& meaning) {
  return meaning.type == TimexType::date || (meaning.type == TimexType::time && meaning.point.hour < 0);
}

/// "late March", "mid-1996", "the end of 2010", "early in the week".
std::optional<Match> staged(Cursor cursor) {
  const Cursor start = cursor;
  cursor.take("the");
  const WordSense* stage = cursor.take(FormKind::stage);
  if (stage == nullptr) return std::nullopt;
  const bool noun = !cursor.back()->form.starts_with("early") && !cursor.back()->form.starts_with("late") &&
                    !cursor.back()->form.starts_with("mid");
  const bool linked = cursor.take("of") || cursor.take("in") || cursor.take("on") || cursor.take("-");
  if ((noun || cursor.back()->form == "middle") && !linked) return std::nullopt;
  std::optional<Match> core = match_core(cursor);
  if (!core || !takes_stage(core->meaning)) return std::nullopt;
  core->begin = start.at();
  core->meaning.mod = stage->text;
  return core;
}

/// "nearly forty years", "around 7:15 p.m.", "at least 30 days".
std::optional<Match> hedged(Cursor cursor) {
  const Cursor start = cursor;
  const WordSense* hedge = cursor.take(FormKind::hedge);
  if (hedge == nullptr) return std::nullopt;
  cursor.take("the");
  std::optional<Match> core = match_core(cursor);
  if (!core) return std::nullopt;
  const bool length = core->meaning.type == TimexType::duration || core->meaning.rule == "relative:distance";
  const bool clock = core->meaning.rule == "clock" && hedge->text == "APPROX";
  if (!length && !clock) return std::nullopt;
  core->begin = start.at();
  core->meaning.mod = hedge->text;
  return core;
}

/// "earlier this week", "later that day", "earlier in the month".
std::optional<Match> placed(Cursor cursor) {
  const Cursor start = cursor;
  if (!cursor.take_any({"earlier", "later", "sometime"})) return std::nullopt;
  const bool linked = cursor.take_any({"in", "on"});
  std::optional<Match> core = match_core(cursor);
  if (!core || core->meaning.type != TimexType::date || !core->meaning.value.empty()) return std::nullopt;
  if (linked && !cursor.is("the") && !core->meaning.shift) return std::nullopt;
  core->begin = start.at();
  return core;
}

}  // namespace

void keep_longer(std::optional<Match>& best, std::optional<Match> other) {
  if (other && (!best || other->end > best->end)) best = std::move(other);
}

std::optional<Match> match_time(Cursor cursor) {
  std::optional<Match> best = match_core(cursor);
  for (const Pattern pattern : {staged, hedged, placed}) keep_longer(best, pattern(cursor));
  return best;
}

}  // namespace diurna::detail
