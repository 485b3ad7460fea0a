#include "events/coding_tables.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"
#include "events/grammar.hpp"

namespace diurna {
namespace {

using namespace detail;
using Tables = PoliticalCoder::Tables;

[[noreturn]] void bad_row(const Resource& table, const TsvRow& row, const std::string& message) {
  throw ParseError({.code = "political.row",
                    .place = table.name() + ":" + std::to_string(row.line),
                    .message = message,
                    .hint = "see the head of the file"});
}

std::vector<std::string> parts(std::string_view text, char separator) {
  std::vector<std::string> out;
  for (const std::string_view part : split(text, separator)) {
    if (!part.empty() && part != "-") out.emplace_back(part);
  }
  return out;
}

void read_codes(Tables& tables) {
  const Resource table = find_resource("en/political/codes.tsv");
  for (const TsvRow& row : read_tsv(table, 6, 6)) {
    CodeEntry entry{.cameo = std::string(row.fields[0]),
                    .event = std::string(row.fields[2]),
                    .mode = std::string(row.fields[3]),
                    .contexts = parts(row.fields[4], ';'),
                    .goldstein = 0};
    const std::string_view score = row.fields[1];
    if (std::from_chars(score.data(), score.data() + score.size(), entry.goldstein).ec != std::errc{}) {
      bad_row(table, row, "the Goldstein scale is a number");
    }
    if (!entry.event.empty() && ActEntry::quad_of(entry.event) == 0)
      bad_row(table, row, "no PLOVER event " + entry.event);
    tables.codes.insert_or_assign(entry.cameo, std::move(entry));
  }
}

/// "0831=RETREAT:resign": a code whose PLOVER event is another one.
std::optional<CodeEntry> read_code(const Tables& tables, const Resource& table, const TsvRow& row,
                                   std::string_view text) {
  if (text == "-") return std::nullopt;
  const auto halves = split(text, '=');
  const CodeEntry* known = tables.code(halves[0]);
  if (known == nullptr) bad_row(table, row, "no CAMEO code '" + std::string(halves[0]) + "'");
  CodeEntry entry = *known;
  if (halves.size() > 1) {
    const auto event = split(halves[1], ':');
    entry.event = std::string(event[0]);
    entry.mode = event.size() > 1 ? std::string(event[1]) : std::string();
    if (ActEntry::quad_of(entry.event) == 0) bad_row(table, row, "no PLOVER event " + entry.event);
  }
  return entry;
}

void read_acts(Tables& tables) {
  const Resource table = find_resource("en/political/acts.tsv");
  for (const TsvRow& row : read_tsv(table, 6, 6)) {
    ActEntry entry{.name = std::string(row.fields[0]),
                   .told = read_code(tables, table, row, row.fields[1]),
                   .intended = read_code(tables, table, row, row.fields[2]),
                   .demanded = read_code(tables, table, row, row.fields[3]),
                   .refused = read_code(tables, table, row, row.fields[4]),
                   .ended = row.fields[5] == "-" ? std::string() : std::string(row.fields[5])};
    tables.acts.insert_or_assign(entry.name, std::move(entry));
  }
}

constexpr std::array<std::pair<std::string_view, Operator>, 13> operators{{{"do", Operator::make},
                                                                           {"end", Operator::end},
                                                                           {"intend", Operator::intend},
                                                                           {"plan", Operator::plan},
                                                                           {"warn", Operator::warn},
                                                                           {"demand", Operator::demand},
                                                                           {"appeal", Operator::appeal},
                                                                           {"refuse", Operator::refuse},
                                                                           {"threaten", Operator::threaten},
                                                                           {"say", Operator::say},
                                                                           {"try", Operator::attempt},
                                                                           {"fail", Operator::fail},
                                                                           {"allow", Operator::allow}}};

Wanted read_wanted(std::string_view value) {
  using Kind = Wanted::Kind;
  if (value == "*") return {Kind::any, {}};
  if (value == "-") return {Kind::absent, {}};
  if (value.starts_with('@')) return {Kind::word_class, std::string(value.substr(1))};
  if (value.starts_with('#')) return {Kind::type, std::string(value.substr(1))};
  if (value.starts_with('=')) return {Kind::act, std::string(value.substr(1))};
  return {Kind::lemma, std::string(value)};
}

Sense read_sense(const Tables& tables, const Resource& table, const TsvRow& row) {
  Sense sense;
  sense.line = row.line;
  std::string_view meaning = row.fields[0];
  if (meaning.starts_with('~')) {
    sense.bound = true;
    meaning.remove_prefix(1);
  }
  if (meaning.starts_with("op:")) {
    for (const auto& [name, op] : operators) {
      if (meaning.substr(3) == name) sense.op = op;
    }
    if (sense.op == Operator::none) bad_row(table, row, "no operator '" + std::string(meaning) + "'");
  } else if (meaning != "none") {
    sense.act = tables.act(meaning);
    if (sense.act == nullptr) bad_row(table, row, "no act '" + std::string(meaning) + "'");
  }
  if (row.fields[1] != "V" && row.fields[1] != "N" && row.fields[1] != "A")
    bad_row(table, row, "the class is V, N or A");
  sense.word_class = row.fields[1][0];
  for (const std::string& condition : parts(row.fields[2], ' ')) {
    const std::size_t colon = condition.find(':');
    if (colon == std::string::npos) bad_row(table, row, "a condition is SLOT:VALUE");
    Condition read{.slot = condition.substr(0, colon), .wanted = {}};
    for (const std::string_view value : split(std::string_view(condition).substr(colon + 1), '|')) {
      read.wanted.push_back(read_wanted(value));
    }
    sense.conditions.push_back(std::move(read));
  }
  sense.slots = parts(row.fields[3], ',');
  return sense;
}

void read_senses(Tables& tables) {
  const Resource table = find_resource("en/political/senses.tsv");
  for (const TsvRow& row : read_tsv(table, 5, 5)) {
    const Sense meaning = read_sense(tables, table, row);
    for (const std::string_view word : split(row.fields[4], ' ')) {
      Sense sense = meaning;
      const auto words = split(word, '+');
      for (std::size_t i = 1; i < words.size(); ++i) sense.rest.emplace_back(words[i]);
      tables.words.emplace(words[0]);
      tables.senses[std::string(words[0])].push_back(std::move(sense));
    }
  }
}

void read_sectors(Tables& tables) {
  const Resource table = find_resource("en/political/sectors.tsv");
  for (const TsvRow& row : read_tsv(table, 3, 3)) {
    const std::string_view strength = row.fields[1];
    if (strength != "strong" && strength != "weak" && strength != "name") bad_row(table, row, "strong, weak or name");
    for (const std::string_view word : split(row.fields[2], '|')) {
      if (strength == "name") {
        tables.name_sectors.emplace(word, row.fields[0]);
      } else {
        tables.words.emplace(word);
        tables.sectors.emplace(word, SectorEntry{std::string(row.fields[0]), strength == "weak"});
      }
    }
  }
}

void read_actors(Tables& tables) {
  const Resource table = find_resource("en/political/actors.tsv");
  for (const TsvRow& row : read_tsv(table, 3, 3)) {
    const KnownActor actor{row.fields[0] == "-" ? std::string() : std::string(row.fields[0]),
                           parts(row.fields[1], ';')};
    for (const std::string_view name : split(row.fields[2], '|')) tables.actors.emplace(Gazetteer::key(name), actor);
  }
}

int year_of(const Resource& table, const TsvRow& row, std::string_view text) {
  if (text == "-") return 9999;
  int year = 0;
  const auto end = text.data() + text.size();
  if (const auto read = std::from_chars(text.data(), end, year); read.ec != std::errc{} || read.ptr != end) {
    bad_row(table, row, "a year is a number or -");
  }
  return year;
}

void read_leaders(Tables& tables) {
  const Resource table = find_resource("en/political/leaders.tsv");
  for (const TsvRow& row : read_tsv(table, 5, 5)) {
    const Term term{.code = row.fields[0] == "-" ? std::string() : std::string(row.fields[0]),
                    .sector = std::string(row.fields[1]),
                    .first = year_of(table, row, row.fields[2]),
                    .last = year_of(table, row, row.fields[3])};
    for (const std::string_view name : split(row.fields[4], '=')) tables.leaders[Gazetteer::key(name)].push_back(term);
  }
}

void read_word_sets(Tables& tables) {
  const Resource classes = find_resource("en/political/classes.tsv");
  for (const TsvRow& row : read_tsv(classes, 2, 2)) {
    for (const std::string_view lemma : split(row.fields[1], '|')) {
      tables.words.emplace(lemma);
      tables.classes[std::string(row.fields[0])].emplace(lemma);
    }
  }
  const Resource lemmas = find_resource("en/political/lemmas.tsv");
  for (const TsvRow& row : read_tsv(lemmas, 2, 2)) tables.repairs.emplace(row.fields[0], row.fields[1]);
  const Resource contexts = find_resource("en/political/contexts.tsv");
  for (const TsvRow& row : read_tsv(contexts, 2, 2)) {
    for (const std::string_view lemma : split(row.fields[1], '|')) {
      tables.contexts[std::string(lemma)].emplace(row.fields[0]);
    }
  }
}

/// PLOVER's events with their quad code and score (manual, table of "Schrodt scores").
struct EventRow {
  std::string_view event;
  int quad;
  double scale;
};
constexpr std::array<EventRow, 16> events{{{"AGREE", 1, 4.2},
                                           {"CONSULT", 1, 2.1},
                                           {"SUPPORT", 1, 4.6},
                                           {"CONCEDE", 1, 5.0},
                                           {"COOPERATE", 2, 6.8},
                                           {"AID", 2, 7.4},
                                           {"RETREAT", 2, 7.6},
                                           {"REQUEST", 3, -5.0},
                                           {"ACCUSE", 3, -2.0},
                                           {"REJECT", 3, -4.2},
                                           {"THREATEN", 3, -5.1},
                                           {"PROTEST", 4, -6.6},
                                           {"SANCTION", 4, -5.2},
                                           {"MOBILIZE", 4, -5.3},
                                           {"COERCE", 4, -7.2},
                                           {"ASSAULT", 4, -9.3}}};

}  // namespace

namespace detail {

int ActEntry::quad_of(std::string_view event) {
  for (const EventRow& row : events) {
    if (row.event == event) return row.quad;
  }
  return 0;
}

}  // namespace detail

double PoliticalCoder::Tables::scale(std::string_view event) {
  for (const EventRow& row : events) {
    if (row.event == event) return row.scale;
  }
  return 0;
}

PoliticalCoder::Tables PoliticalCoder::Tables::read() {
  Tables tables;
  read_codes(tables);
  read_acts(tables);
  read_sectors(tables);
  read_actors(tables);
  read_leaders(tables);
  read_word_sets(tables);
  return tables;
}

bool PoliticalCoder::Tables::in_class(std::string_view word_class, std::string_view lemma) const {
  const auto found = classes.find(word_class);
  return found != classes.end() && found->second.contains(lemma);
}

std::string PoliticalCoder::Tables::word(std::string lemma) const {
  if (const auto repair = repairs.find(lemma); repair != repairs.end()) return repair->second;
  if (lemma.size() < 2 || words.contains(lemma)) return lemma;
  const std::string shorter = lemma.substr(0, lemma.size() - 1);
  const char last = lemma.back();
  if ((last == 'e' || last == 's' || last == shorter.back()) && words.contains(shorter)) return shorter;
  for (const std::string_view ending : {"e", "n"}) {
    if (words.contains(lemma + std::string(ending))) return lemma + std::string(ending);
  }
  if (last == 'i' && words.contains(shorter + "y")) return shorter + "y";
  if (lemma.ends_with("ie") && words.contains(lemma.substr(0, lemma.size() - 2) + "y")) {
    return lemma.substr(0, lemma.size() - 2) + "y";
  }
  return lemma;
}

std::string PoliticalCoder::Tables::lemma(const Context& context, TokenId token) const {
  if (context.syntax.upos(token) == Upos::noun) {
    std::string form = lower_form(context, token);
    if (form.ends_with("ing") && words.contains(form)) return form;
  }
  return word(lower_lemma(context, token));
}

const ActEntry* PoliticalCoder::Tables::act(std::string_view name) const {
  const auto found = acts.find(name);
  return found == acts.end() ? nullptr : &found->second;
}

const CodeEntry* PoliticalCoder::Tables::code(std::string_view cameo) const {
  const auto found = codes.find(cameo);
  return found == codes.end() ? nullptr : &found->second;
}

PoliticalCoder PoliticalCoder::load() {
  auto tables = std::make_shared<Tables>(Tables::read());
  read_senses(*tables);  // senses point at acts: read when these no longer move
  return PoliticalCoder(std::move(tables));
}

}  // namespace diurna
