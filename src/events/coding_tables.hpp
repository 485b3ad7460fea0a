// The tables behind PoliticalCoder (data/en/political), by word.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/events/coding.hpp"
#include "diurna/mentions/gazetteer.hpp"
#include "events/factuality.hpp"

namespace diurna::detail {

/// How an act is told.
enum class Mood { told, intended, demanded, appealed, refused, threatened, obliged, possible };

/// A CAMEO code and what PLOVER makes of it.
struct CodeEntry {
  std::string cameo;
  std::string event;
  std::string mode;
  std::vector<std::string> contexts;
  double goldstein = 0;
};

/// One row of acts.tsv.
struct ActEntry {
  std::string name;
  std::optional<CodeEntry> told, intended, demanded, refused;
  std::string ended;
  /// Whether to carry it out is hostile: its intention is a threat.
  [[nodiscard]] bool hostile() const { return told && (told->event.empty() || quad_of(told->event) >= 3); }
  [[nodiscard]] static int quad_of(std::string_view event);
};

enum class Operator {
  none,
  make,
  end,
  intend,
  plan,
  demand,
  appeal,
  refuse,
  threaten,
  warn,
  say,
  attempt,
  fail,
  allow
};

/// One of the values of a condition.
struct Wanted {
  enum class Kind { lemma, word_class, type, act, any, absent } kind = Kind::lemma;
  std::string value;
};

struct Condition {
  std::string slot;
  std::vector<Wanted> wanted;
};

/// One meaning of a word.
struct Sense {
  bool bound = false;  ///< Only below an operator.
  Operator op = Operator::none;
  const ActEntry* act = nullptr;
  char word_class = 'V';
  std::vector<std::string> rest;  ///< Particles: "off" of "call off".
  std::vector<Condition> conditions;
  std::vector<std::string> slots;
  std::size_t line = 0;
};

/// What a noun or name says of an actor's sector.
struct SectorEntry {
  std::string sector;
  bool weak = false;
};

/// Somebody in office from year to year.
struct Term {
  std::string code;
  std::string sector;
  int first = 0;
  int last = 0;
};

struct KnownActor {
  std::string code;
  std::vector<std::string> sectors;
};

}  // namespace diurna::detail

namespace diurna {

struct PoliticalCoder::Tables {
  std::map<std::string, detail::CodeEntry, std::less<>> codes;
  std::map<std::string, detail::ActEntry, std::less<>> acts;
  std::map<std::string, std::vector<detail::Sense>, std::less<>> senses;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> classes;
  std::map<std::string, detail::SectorEntry, std::less<>> sectors;  ///< Head nouns and phrases.
  std::map<std::string, std::string, std::less<>> name_sectors;     ///< Words inside names of bodies.
  std::map<std::string, detail::KnownActor, std::less<>> actors;    ///< By gazetteer key.
  std::map<std::string, std::vector<detail::Term>, std::less<>>
      leaders;  ///< By gazetteer key, in the order of the table.
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> contexts;  ///< Lemma → contexts.
  std::map<std::string, std::string, std::less<>> repairs;                          ///< Wrong lemma → right one.
  std::set<std::string, std::less<>> words;  ///< All lemmas of senses, classes and sectors.
  Gazetteer gazetteer = Gazetteer::load();
  detail::FactualityReader factuality = detail::FactualityReader::load();

  [[nodiscard]] static Tables read();
  /// The lemma as the tables have it: repairs what a lemmatiser does to words it does not know ("kidnapp", "indicte").
  [[nodiscard]] std::string word(std::string lemma) const;
  /// The same for a token; nouns in "-ing" that the tables have keep their form ("backing").
  [[nodiscard]] std::string lemma(const detail::Context& context, TokenId token) const;
  [[nodiscard]] bool in_class(std::string_view word_class, std::string_view lemma) const;
  /// The act "aid.military" for the act "aid" and the domain "military", if there is one.
  [[nodiscard]] const detail::ActEntry* act(std::string_view name) const;
  /// "100", "030", "120", "130", "020": the code of a mood whose act is not known.
  [[nodiscard]] const detail::CodeEntry* code(std::string_view cameo) const;
  /// PLOVER's score of an event type.
  [[nodiscard]] static double scale(std::string_view event);
};

}  // namespace diurna
