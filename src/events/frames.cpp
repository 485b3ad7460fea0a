#include "events/frames.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"

namespace diurna::detail {
namespace {

const FeatureKey any_value = hash64("*");

FeatureKey row_key(FeatureKey type, FeatureKey lemma, FeatureKey word_class, FeatureKey slot) {
  return mix(mix(mix(type, lemma), word_class), slot);
}

FeatureKey class_key(WordClass word_class) {
  const char letter = static_cast<char>(word_class);
  return hash64(std::string_view(&letter, 1));
}

std::string family_pattern(std::string_view type) { return std::string(type.substr(0, type.find('.'))) + ".*"; }

[[noreturn]] void bad_row(const Resource& table, const TsvRow& row, std::string code, std::string message) {
  throw ParseError({.code = std::move(code),
                    .place = table.name() + ":" + std::to_string(row.line),
                    .message = std::move(message),
                    .hint = "see the head of the file"});
}

bool knows_role(const Ontology& ontology, std::string_view role) {
  return std::any_of(ontology.event_types().begin(), ontology.event_types().end(), [&](const EventType& type) {
    return std::find(type.roles.begin(), type.roles.end(), role) != type.roles.end();
  });
}

FrameRole read_role(const Resource& table, const TsvRow& row, std::string_view text, const Ontology& ontology) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  FrameRole out{std::string(text.substr(0, colon)), 0};
  if (!knows_role(ontology, out.role)) bad_row(table, row, "frames.role", "no event has a role '" + out.role + "'");
  const std::string_view prior = text.substr(std::min(colon + 1, text.size()));
  const auto parsed = std::from_chars(prior.data(), prior.data() + prior.size(), out.prior);
  if (parsed.ec != std::errc{} || out.prior <= 0 || out.prior > 1) {
    bad_row(table, row, "frames.prior", "expected role:prior with a prior above 0 and at most 1");
  }
  return out;
}

bool knows_pattern(const Ontology& ontology, std::string_view pattern) {
  return pattern == "*" ||
         std::any_of(ontology.event_types().begin(), ontology.event_types().end(),
                     [&](const EventType& type) { return type.id == pattern || family_pattern(type.id) == pattern; });
}

}  // namespace

Frames Frames::load(const Ontology& ontology) {
  Frames frames;
  for (const EventType& type : ontology.event_types()) {
    frames.type_keys_.push_back(hash64(type.id));
    frames.family_keys_.push_back(hash64(family_pattern(type.id)));
  }
  const Resource table = find_resource("en/events/frames.tsv");
  for (const TsvRow& row : read_tsv(table, 5, 5)) {
    if (!knows_pattern(ontology, row.fields[0])) {
      bad_row(table, row, "frames.type", "no event type or family '" + std::string(row.fields[0]) + "'");
    }
    auto& roles = frames.table_[row_key(hash64(row.fields[0]), hash64(row.fields[1]), hash64(row.fields[2]),
                                        hash64(row.fields[3]))];
    for (const std::string_view role : split(row.fields[4], ','))
      roles.push_back(read_role(table, row, role, ontology));
  }
  return frames;
}

std::span<const FrameRole> Frames::find(std::size_t type, const Atom& lemma, WordClass word_class,
                                        const Atom& slot) const {
  const std::array<FeatureKey, 3> types{type_keys_[type], family_keys_[type], any_value};
  const std::array<FeatureKey, 2> lemmas{lemma.hash, any_value};
  const std::array<FeatureKey, 2> classes{class_key(word_class), any_value};
  for (const FeatureKey type_key : types) {
    for (const FeatureKey lemma_key : lemmas) {
      for (const FeatureKey class_hash : classes) {
        const auto found = table_.find(row_key(type_key, lemma_key, class_hash, slot.hash));
        if (found != table_.end()) return found->second;
      }
    }
  }
  return {};
}

}  // namespace diurna::detail
