#include "events/filler_kinds.hpp"

namespace diurna::detail {
namespace {

using enum EntityType;

constexpr FillerKinds actor_bits =
    filler_bit(person) | filler_bit(org) | filler_bit(gpe) | filler_bit(norp) | filler_bit(group);
constexpr FillerKinds place_bits = filler_bit(gpe) | filler_bit(loc) | filler_bit(facility);

struct Word {
  std::string_view name;
  FillerKinds kinds;
};

constexpr Word group_words[] = {{"any", any_filler},   {"entity", entity_bits}, {"actor", actor_bits},
                                {"place", place_bits}, {"time", time_bit},      {"quantity", quantity_bit},
                                {"event", event_bit},  {"phrase", phrase_bit}};

}  // namespace

std::optional<FillerKinds> parse_filler_kind(std::string_view text) {
  for (const Word& word : group_words) {
    if (word.name == text) return word.kinds;
  }
  const auto type = parse_entity_type(text);
  if (!type || diurna::to_text(*type) != text) return std::nullopt;
  return filler_bit(*type);
}

const std::vector<std::string>& filler_kind_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (unsigned type = 0; filler_bit(static_cast<EntityType>(type)) < time_bit; ++type) {
      out.emplace_back(diurna::to_text(static_cast<EntityType>(type)));
    }
    for (const Word& word : group_words) out.emplace_back(word.name);
    return out;
  }();
  return names;
}

FillerKinds filler_kinds(const std::vector<std::string>& names) {
  if (names.empty()) return any_filler;
  FillerKinds out = 0;
  for (const std::string& name : names) out |= parse_filler_kind(name).value_or(0);
  return out;
}

std::string to_text(FillerKinds kinds) {
  std::string out;
  const auto add = [&](std::string_view name) { (out += out.empty() ? "" : ", ") += name; };
  if (kinds == any_filler) return "any";
  for (unsigned type = 0; filler_bit(static_cast<EntityType>(type)) < time_bit; ++type) {
    if ((kinds >> type & 1U) != 0) add(diurna::to_text(static_cast<EntityType>(type)));
  }
  for (const Word& word : group_words) {
    const bool single = (word.kinds & (word.kinds - 1)) == 0;
    if (single && (kinds & word.kinds) != 0) add(word.name);
  }
  return out;
}

}  // namespace diurna::detail
