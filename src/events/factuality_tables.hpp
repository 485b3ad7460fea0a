// The two tables behind FactualityReader, by word.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/events/event.hpp"
#include "events/factuality.hpp"

namespace diurna::detail {

/// How a dependent hangs on the word that governs it: "clause" (infinitives too), "infinitive", "object", "subject" or
/// a preposition.
struct Complement {
  std::string slot;
  Factuality factuality;
};

struct FactualityReader::Tables {
  std::map<std::string, std::vector<Complement>, std::less<>> governors;  ///< Key "fail/v".
  std::map<std::string, Factuality, std::less<>> words;                   ///< Key "negation:not".

  [[nodiscard]] static Tables read();
  [[nodiscard]] std::optional<Factuality> word(std::string_view kind, std::string_view form) const;
  [[nodiscard]] std::optional<Factuality> governor(std::string_view key, std::string_view slot) const;
};

}  // namespace diurna::detail
