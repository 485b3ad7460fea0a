#include "events/factuality_tables.hpp"

#include <array>

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"

namespace diurna::detail {
namespace {

Factuality parse_factuality(const Resource& table, const TsvRow& row, std::string_view text) {
  for (const Factuality value : std::array{Factuality::actual, Factuality::negated, Factuality::planned,
                                           Factuality::possible, Factuality::alleged}) {
    if (to_text(value) == text) return value;
  }
  throw ParseError({.code = "data.factuality",
                    .place = table.name() + ":" + std::to_string(row.line),
                    .message = "'" + std::string(text) + "' is no factuality",
                    .hint = "use actual, negated, planned, possible or alleged"});
}

}  // namespace

FactualityReader::Tables FactualityReader::Tables::read() {
  Tables tables;
  const Resource governors = find_resource("en/events/factuality_governors.tsv");
  for (const TsvRow& row : read_tsv(governors, 4, 4)) {
    const Factuality value = parse_factuality(governors, row, row.fields[2]);
    auto& complements = tables.governors[std::string(row.fields[0]) + "/" + std::string(row.fields[1])];
    for (const std::string_view slot : split(row.fields[3], ',')) complements.push_back({std::string(slot), value});
  }
  const Resource words = find_resource("en/events/factuality_words.tsv");
  for (const TsvRow& row : read_tsv(words, 3, 3)) {
    tables.words[std::string(row.fields[1]) + ":" + std::string(row.fields[0])] =
        parse_factuality(words, row, row.fields[2]);
  }
  return tables;
}

std::optional<Factuality> FactualityReader::Tables::word(std::string_view kind, std::string_view form) const {
  const auto found = words.find(std::string(kind) + ":" + std::string(form));
  if (found == words.end()) return std::nullopt;
  return found->second;
}

std::optional<Factuality> FactualityReader::Tables::governor(std::string_view key, std::string_view slot) const {
  const auto found = governors.find(key);
  if (found == governors.end()) return std::nullopt;
  for (const Complement& complement : found->second) {
    const bool clause = slot == "infinitive" && complement.slot == "clause";
    if (complement.slot == slot || clause) return complement.factuality;
  }
  return std::nullopt;
}

}  // namespace diurna::detail
