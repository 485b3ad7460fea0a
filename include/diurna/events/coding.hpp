/// Political events in the codes of PLOVER and CAMEO: a view on a reading for event-data sets.
///
///     const diurna::PoliticalCoder coder = diurna::PoliticalCoder::load();
///     for (const diurna::CodedEvent& event : coder(reading)) std::cout << event.event << ' ' << event.cameo << '\n';
///     // "Kenya has promised to send food to Somalia": AGREE 0333, actor KEN, recipient SOM
///
/// Frames over the dependency tree (data/en/political) say which words are which act; promising, demanding, refusing,
/// threatening and ending turn the act of their complement; typed events that no frame reads are coded by their type.
/// Actors come from gazetteers, titles, head nouns and coreference. An event without a coded actor is left out, and
/// what has no code stays empty. PLOVER after its manual 0.8 (Open Event Data Alliance 2021), CAMEO after Gerner,
/// Schrodt and Yilmaz (2002). Linear in the text; const, thread-safe, deterministic.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "diurna/events/reading.hpp"

namespace diurna {

/// Who acts or is acted upon.
struct CodedActor {
  std::string code;                  ///< ISO 3166-1 alpha-3, or IGO, NGO; "" when unknown.
  std::vector<std::string> sectors;  ///< "GOV", "MIL" …, the primary one first.
  std::string name;                  ///< The entity's canonical name; the words of the text for one without a name.
  std::string office;                ///< "Prime Minister", where the text gives one.
  bool named = false;                ///< The entity has a name.
  Span span;                         ///< The words in the text.
  EntityId entity = EntityId::none();
};

/// Where it happened, as far as the text and the gazetteer tell.
struct CodedPlace {
  Span span;
  std::string name;     ///< The gazetteer's or the entity's name.
  std::string country;  ///< "Kenya"; "" when unknown.
  std::string country_code;
  int resolution = 0;  ///< PLOVER's scale: 1 country, 2 first-order area, 4 city; 0 unknown.
};

/// Casualties and arrests that the sentence counts; -1 where it gives no number.
struct CodedSize {
  long dead = -1;
  long injured = -1;
  long arrested = -1;
};

struct CodedEvent {
  std::string cameo;                  ///< Leaf code, "0333".
  std::string event;                  ///< PLOVER type, "AGREE"; "" where CAMEO's code has none.
  std::string mode;                   ///< "" for none.
  std::vector<std::string> contexts;  ///< Sorted.
  int quad = 0;          ///< 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
  double goldstein = 0;  ///< CAMEO's scale, -10 to +10.
  double scale = 0;      ///< PLOVER's score of the type, -10 to +10.
  std::vector<CodedActor> actors;
  std::vector<CodedActor> recipients;
  CodedPlace place;
  CodedSize size;
  std::string date;                 ///< ISO 8601 day: the event's own where the text gives one, else the article's.
  std::vector<Filler> attribution;  ///< Who says so.
  Span trigger;                     ///< The word that carries the event.
  Span words;                       ///< From the first to the last word that decided the code.
  SentenceId sentence = SentenceId::none();
  EventId typed = EventId::none();  ///< The extracted event with this trigger, if there is one.
  std::string rule;                 ///< "sense:promise+aid.humanitarian", "type:justice.detain".
};

class PoliticalCoder {
 public:
  /// Reads the tables; throws ParseError with file and line for a bad row.
  [[nodiscard]] static PoliticalCoder load();
  /// In text order of the triggers; empty for a reading without trees.
  [[nodiscard]] std::vector<CodedEvent> operator()(const Reading& reading) const;

  struct Tables;

 private:
  explicit PoliticalCoder(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}
  std::shared_ptr<const Tables> tables_;
};

}  // namespace diurna
