#include "text/word_tables.hpp"

#include <algorithm>
#include <array>

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"
#include "diurna/text/unicode.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t longest_entry = 16;

template <class Enum, std::size_t size>
Enum parse_kind(const std::array<std::string_view, size>& names, const Resource& table, const TsvRow& row) {
  const auto found = std::find(names.begin(), names.end(), row.fields[1]);
  if (found == names.end()) {
    throw ParseError({.code = "data.kind",
                      .place = table.name() + ":" + std::to_string(row.line),
                      .message = "unknown kind \"" + std::string(row.fields[1]) + "\"",
                      .hint = "the comment at the top of the file lists the kinds"});
  }
  return static_cast<Enum>(found - names.begin());
}

constexpr std::array<std::string_view, 4> abbreviation_kinds = {"title", "number", "date", "end"};
constexpr std::array<std::string_view, 8> part_kinds = {"prefix",  "clitic",   "apostrophe", "unit",
                                                        "ordinal", "currency", "slash",      "domain"};

/// Case-folded, with every apostrophe as "'": how the tables are keyed.
std::string key_of(std::string_view word) {
  std::string key = fold_case(word);
  for (std::size_t at = key.find("\u2019"); at != std::string::npos; at = key.find("\u2019", at))
    key.replace(at, 3, "'");
  return key;
}

}  // namespace

WordTables::WordTables() {
  const Resource abbreviations = find_resource("en/text/abbreviations.tsv");
  for (const TsvRow& row : read_tsv(abbreviations, 2, 2)) {
    std::string_view form = row.fields[0];
    if (form.ends_with('.')) form.remove_suffix(1);
    abbreviations_[key_of(form)] = {parse_kind<AbbreviationKind>(abbreviation_kinds, abbreviations, row),
                                    is_upper(static_cast<unsigned char>(form.front()))};
  }
  const Resource contractions = find_resource("en/text/contractions.tsv");
  for (const TsvRow& row : read_tsv(contractions, 2, 2)) {
    std::vector<std::size_t>& sizes = contractions_[key_of(row.fields[0])];
    for (const std::string_view piece : split(row.fields[1], ' ')) sizes.push_back(piece.size());
  }
  const Resource parts = find_resource("en/text/word_parts.tsv");
  for (const TsvRow& row : read_tsv(parts, 2, 2)) {
    parts_[key_of(row.fields[0])] |= 1U << static_cast<unsigned>(parse_kind<WordPart>(part_kinds, parts, row));
  }
  const Resource openers = find_resource("en/text/sentence_openers.tsv");
  for (const TsvRow& row : read_tsv(openers, 1, 1)) openers_.emplace(row.fields[0]);
}

std::optional<AbbreviationKind> WordTables::abbreviation(std::string_view word) const {
  if (word.empty() || word.size() > longest_entry) return std::nullopt;
  const auto found = abbreviations_.find(key_of(word));
  if (found == abbreviations_.end()) return std::nullopt;
  if (found->second.capital && !is_upper(static_cast<unsigned char>(word.front()))) return std::nullopt;
  return found->second.kind;
}

const std::vector<std::size_t>& WordTables::pieces(std::string_view word) const {
  if (word.size() > longest_entry) return whole_;
  const auto found = contractions_.find(key_of(word));
  return found == contractions_.end() ? whole_ : found->second;
}

bool WordTables::is(WordPart part, std::string_view word) const {
  if (word.empty() || word.size() > longest_entry) return false;
  const auto found = parts_.find(key_of(word));
  return found != parts_.end() && (found->second >> static_cast<unsigned>(part) & 1U) != 0;
}

bool WordTables::opens_sentence(std::string_view word) const { return openers_.find(word) != openers_.end(); }

const WordTables& word_tables() {
  static const WordTables tables;
  return tables;
}

}  // namespace diurna::detail
