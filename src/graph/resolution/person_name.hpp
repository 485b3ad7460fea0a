// Names of persons, and how two of them can be forms of one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/resolution/vocabulary.hpp"

namespace diurna::detail {

/// "President George W. Bush Jr." → words george, w, bush; generation jr. Titles and weekdays are gone.
struct PersonName {
  std::vector<std::string> words;
  std::string generation;
  [[nodiscard]] bool full() const { return words.size() >= 2; }
};

/// How two names fit together; from the surest to the weakest.
enum class NameMatch {
  none,
  same,      ///< But for titles, particles, hyphens: "Abdel Aziz al-Hakim", "Abdel Aziz Hakim".
  middle,    ///< A middle name or initial more: "George W. Bush", "George Bush".
  longer,    ///< A further family name: "Nicolás Maduro", "Nicolás Maduro Moros".
  tail,      ///< A given name more: "Hashemi Rafsanjani", "Akbar Hashemi Rafsanjani".
  initial,   ///< "J. Smith", "John Smith".
  nickname,  ///< "Bill Clinton", "William Clinton".
  spelling,  ///< "Mahmud Abbas", "Mahmoud Abbas".
  order,     ///< "Abe Shinzo", "Shinzo Abe".
  single     ///< One word of the full name: "Maduro", "Nicolás Maduro".
};
[[nodiscard]] std::string_view rule_name(NameMatch match);

[[nodiscard]] PersonName person_name(std::string_view name, const Vocabulary& vocabulary);
[[nodiscard]] NameMatch match(const PersonName& a, const PersonName& b, const Vocabulary& vocabulary);
/// Whether both can be names of one person who has other names as well: weaker than `match`, for names that were joined
/// through a third. Of "George W. Bush", "George H. W. Bush" and "Laura Bush" no two can.
[[nodiscard]] bool compatible(const PersonName& a, const PersonName& b, const Vocabulary& vocabulary);
/// What spellings of one word in Latin letters have in common: "Mahmoud", "Mahmud" → "mmd".
[[nodiscard]] std::string skeleton(std::string_view word);

}  // namespace diurna::detail
