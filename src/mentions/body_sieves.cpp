// Names of bodies, buildings, works and events in their long and short forms.
#include <optional>

#include "mentions/name_index.hpp"
#include "mentions/name_spans.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t longest_name = 8;  // words that are taken apart

bool is_body(const Coreference& work, std::size_t i) {
  const EntityType type = work.name(i).type;
  if (type == EntityType::gpe) return !work.name(i).known.has_value();  // "Westchester County", but no known place
  return type != EntityType::person && type != EntityType::norp;
}

/// "FSB" for "Federal Security Service": first letters of the capitalised words.
std::string initials(const Coreference& work, const NameDraft& name) {
  std::string out;
  for (const TokenId token : name.tokens) {
    if (work.context().forms.shape(token).upper_first) out += work.context().forms.key(token)[0];
  }
  return out;
}

bool is_acronym(const Coreference& work, const NameDraft& name) {
  return name.tokens.size() == 1 && name.key.size() >= 2 && name.key.size() <= 8 && name.type != EntityType::person &&
         work.context().forms.shape(name.tokens.first).all_upper;
}

bool is_bracket(const Coreference& work, std::size_t token, std::string_view bracket) {
  return token < work.syntax().size() && work.context().document.form(TokenId{token}) == bracket;
}

/// A name without the place at its start or end: "UK Supreme Court" and "Supreme Court of the United Kingdom".
struct Core {
  std::string words;
  std::string_view place;
};

std::optional<KnownName> place_at(const Coreference& work, TokenRange tokens) {
  const auto known = known_name(work.context(), tokens, work.context().forms.key(tokens));
  if (!known || (known->type != EntityType::gpe && known->type != EntityType::norp)) return std::nullopt;
  return known;
}

Core core_of(const Coreference& work, const NameDraft& name) {
  if (name.known) return {Gazetteer::key(name.known->name), {}};
  const std::size_t first = name.tokens.first.index();
  const std::size_t last = name.tokens.last.index();
  for (std::size_t n = std::min<std::size_t>(3, name.tokens.size() - 1); n > 0; --n) {
    const auto place = place_at(work, {name.tokens.first, TokenId{first + n}});
    if (place) return {work.context().forms.key(TokenRange{TokenId{first + n}, name.tokens.last}), place->name};
  }
  for (std::size_t at = first + 1; at + 1 < last && at < first + longest_name; ++at) {
    if (work.context().forms.key(TokenId{at}) != "of") continue;
    const auto place = place_at(work, {TokenId{at + 1}, name.tokens.last});
    if (place) return {work.context().forms.key(TokenRange{name.tokens.first, TokenId{at}}), place->name};
  }
  return {name.key, {}};
}

/// What may stand behind a short form: "Airport", "of Hawaii", "2019".
bool may_be_left_out(const Coreference& work, TokenId first, TokenId last) {
  const std::string_view key = work.context().forms.key(first);
  if (key == "of" || key == "for") return true;
  for (; first < last; ++first) {
    const std::string_view word = work.context().forms.key(first);
    const bool number = !word.empty() && word[0] >= '0' && word[0] <= '9';
    if (!number && !work.context().gazetteer.name_word(word) && word != "international") return false;
  }
  return true;
}

void add_short_forms(const Coreference& work, std::size_t i, NameIndex& index) {
  const NameDraft& name = work.name(i);
  const auto& forms = work.context().forms;
  for (std::size_t n = 1; n < name.tokens.size() && n <= longest_name; ++n) {
    const TokenId cut{name.tokens.first.index() + n};
    const TokenRange tail{cut, name.tokens.last};
    const bool says_enough = tail.size() >= 2 || name.type == EntityType::event || name.type == EntityType::org ||
                             work.context().gazetteer.name_word(forms.key(cut));
    if (says_enough) index.add(forms.key(tail), i);
    if (may_be_left_out(work, cut, name.tokens.last)) index.add(forms.key(TokenRange{name.tokens.first, cut}), i);
  }
}

}  // namespace

void acronym_sieve(Coreference& work) {
  NameIndex full(work);
  for_each_name(work, [&](std::size_t i) {
    const NameDraft& name = work.name(i);
    if (name.tokens.size() > 1 && name.type != EntityType::person) full.add(initials(work, name), i);
  });
  for_each_name(work, [&](std::size_t i) {
    const NameDraft& name = work.name(i);
    if (!is_acronym(work, name) || (name.known && name.type == EntityType::gpe)) return;
    const std::size_t long_form = full.find(name.key);
    if (long_form != Coreference::nobody && types_agree(work.name(long_form).type, name.type)) {
      join_ordered(work, long_form, i, "sieve:acronym");
    }
  });
}

void bracket_sieve(Coreference& work) {
  std::size_t before = Coreference::nobody;
  for_each_name(work, [&](std::size_t i) {
    const std::size_t long_form = std::exchange(before, i);
    if (long_form == Coreference::nobody || !is_body(work, long_form)) return;
    const NameDraft& name = work.name(i);
    const bool enclosed =
        is_bracket(work, name.tokens.first.index() - 1, "(") && is_bracket(work, name.tokens.last.index(), ")");
    const bool adjacent = work.name(long_form).tokens.last.index() + 2 == name.tokens.first.index() + 1;
    if (enclosed && adjacent && name.tokens.size() == 1 && !(name.known && name.type == EntityType::gpe)) {
      join_ordered(work, long_form, i, "sieve:bracket");
    }
  });
}

void same_core_sieve(Coreference& work) {
  std::unordered_map<std::string, std::pair<std::size_t, std::string_view>> first;
  for_each_name(work, [&](std::size_t i) {
    if (work.name(i).type != EntityType::org) return;
    const Core core = core_of(work, work.name(i));
    if (core.words.find(' ') == std::string::npos && core.place.empty()) return;
    const auto [slot, fresh] = first.emplace(core.words, std::pair(i, core.place));
    if (fresh) return;
    std::string_view& place = slot->second.second;
    if (!place.empty() && !core.place.empty() && place != core.place) return;
    if (place.empty()) place = core.place;
    join_ordered(work, slot->second.first, i, "sieve:same-core");
  });
}

void shortened_name_sieve(Coreference& work) {
  NameIndex short_forms(work, NameIndex::Rivals::largest);
  for_each_name(work, [&](std::size_t i) {
    if (is_body(work, i)) add_short_forms(work, i, short_forms);
  });
  for_each_name(work, [&](std::size_t i) {
    const NameDraft& name = work.name(i);
    if (!is_body(work, i) || is_acronym(work, name)) return;
    const std::size_t longer = short_forms.find(name.key);
    if (longer != Coreference::nobody && types_agree(work.name(longer).type, name.type)) {
      join_ordered(work, longer, i, "sieve:shortened-name");
    }
  });
}

}  // namespace diurna::detail
