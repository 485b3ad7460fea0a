#include "events/lexicon.hpp"

#include <charconv>

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"

namespace diurna::detail {
namespace {

[[noreturn]] void bad_row(const Resource& table, const TsvRow& row, std::string code, std::string message) {
  throw ParseError({.code = std::move(code),
                    .place = table.name() + ":" + std::to_string(row.line),
                    .message = std::move(message),
                    .hint = "see the head of the file"});
}

LexiconEntry read_meaning(const Resource& table, const TsvRow& row, const Ontology& ontology) {
  const EventType* type = ontology.event_type(row.fields[0]);
  if (type == nullptr) bad_row(table, row, "lexicon.type", "no event type '" + std::string(row.fields[0]) + "'");
  const std::string_view word_class = row.fields[1];
  if (word_class != "V" && word_class != "N" && word_class != "A") {
    bad_row(table, row, "lexicon.class", "the part of speech is V, N or A");
  }
  LexiconEntry entry{.type = static_cast<std::uint16_t>(type - ontology.event_types().data()),
                     .word_class = static_cast<WordClass>(word_class[0]),
                     .prior = 0,
                     .partners = {}};
  const std::string_view prior = row.fields[2];
  const auto parsed = std::from_chars(prior.data(), prior.data() + prior.size(), entry.prior);
  if (parsed.ec != std::errc{} || entry.prior <= 0 || entry.prior > 1) {
    bad_row(table, row, "lexicon.prior", "the prior is a number above 0 and at most 1");
  }
  return entry;
}

}  // namespace

Lexicon Lexicon::load(const Ontology& ontology) {
  const Resource table = find_resource("en/events/lexicon.tsv");
  Lexicon lexicon;
  for (const TsvRow& row : read_tsv(table, 4, 4)) {
    const LexiconEntry meaning = read_meaning(table, row, ontology);
    for (const std::string_view unit : split(row.fields[3], ' ')) {
      const std::size_t plus = unit.find('+');
      LexiconEntry entry = meaning;
      if (plus != std::string_view::npos) {
        for (const std::string_view partner : split(unit.substr(plus + 1), '|')) {
          entry.partners.push_back(hash64(partner));
        }
      }
      lexicon.entries_[hash64(unit.substr(0, plus))].push_back(std::move(entry));
    }
  }
  return lexicon;
}

std::span<const LexiconEntry> Lexicon::find(const Atom& lemma) const {
  const auto found = entries_.find(lemma.hash);
  return found == entries_.end() ? std::span<const LexiconEntry>{} : std::span<const LexiconEntry>(found->second);
}

}  // namespace diurna::detail
