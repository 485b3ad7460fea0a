#include <algorithm>
#include <map>
#include <unordered_map>

#include "mentions/coreference.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t several = static_cast<std::size_t>(-2);

TokenId last_token(const NameDraft& name) { return TokenId{name.tokens.last.index() - 1}; }

/// People's names ("Spaniards") are a group of their own, not their country.
bool is_people(const Coreference& work, std::size_t i) {
  return work.at(i).mention.type == EntityType::norp && work.at(i).mention.number == GrammaticalNumber::plural;
}

/// What equal names share: the gazetteer's full form, or the words themselves; persons, peoples and teams apart.
std::string identity(const Coreference& work, std::size_t i) {
  const NameDraft& name = work.name(i);
  const std::string base = name.known && name.type != EntityType::person ? Gazetteer::key(name.known->name) : name.key;
  if (name.type == EntityType::person) return "person:" + base;
  const bool team = name.type == EntityType::org && name.known && name.known->type == EntityType::gpe;
  return (is_people(work, i) ? "people:" : team ? "team:" : "") + base;
}

template <class Action>
void for_each_name(const Coreference& work, Action action) {
  for (std::size_t i = 0; i < work.list().size(); ++i) {
    if (work.at(i).is_name()) action(i);
  }
}

/// Whether two full names can be one person's: first and last word agree, what stands between may be missing.
bool same_person(const Coreference& work, const NameDraft& a, const NameDraft& b) {
  const auto key = [&](TokenId token) { return work.context().forms.key(token); };
  return key(last_token(a)) == key(last_token(b)) && key(a.tokens.first) == key(b.tokens.first);
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

/// A chain for each key. When more than one claims it: `several`, or the one with most mentions.
class Index {
 public:
  enum class Rivals { exclude, largest };
  explicit Index(const Coreference& work, Rivals rivals = Rivals::exclude) : work_(work), rivals_(rivals) {}
  void add(const std::string& key, std::size_t candidate) {
    const auto [slot, fresh] = chains_.emplace(key, candidate);
    if (fresh || slot->second == several || work_.chains().same(slot->second, candidate)) return;
    if (rivals_ == Rivals::exclude) {
      slot->second = several;
    } else if (work_.chains().of(candidate).size > work_.chains().of(slot->second).size) {
      slot->second = candidate;
    }
  }
  [[nodiscard]] std::size_t find(const std::string& key) const {
    const auto hit = chains_.find(key);
    return hit == chains_.end() || hit->second == several ? Coreference::nobody : hit->second;
  }

 private:
  const Coreference& work_;
  Rivals rivals_;
  std::unordered_map<std::string, std::size_t> chains_;
};

void join_ordered(Coreference& work, std::size_t a, std::size_t b, std::string_view sieve) {
  if (a == Coreference::nobody || a == b) return;
  work.chains().join(std::min(a, b), std::max(a, b), sieve);
}

}  // namespace

void same_head_sieve(Coreference& work) {
  for_each_name(work, [&](std::size_t i) {
    const std::size_t around = work.headed_by(work.at(i).mention.head);
    if (around != i) join_ordered(work, around, i, "sieve:same-head");
  });
}

void exact_name_sieve(Coreference& work) {
  std::unordered_map<std::string, std::size_t> first;
  for_each_name(work, [&](std::size_t i) {
    const auto [slot, fresh] = first.emplace(identity(work, i), i);
    if (!fresh) work.chains().join(slot->second, i, "sieve:exact-name");
  });
}

void person_name_sieve(Coreference& work) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> full;
  Index surnames(work, Index::Rivals::largest);
  Index given(work);
  const auto key = [&](TokenId token) { return work.context().forms.key(token); };
  const auto is_person = [&](std::size_t i) { return work.name(i).type == EntityType::person; };
  for_each_name(work, [&](std::size_t i) {
    const NameDraft& name = work.name(i);
    if (!is_person(i) || name.tokens.size() < 2) return;
    const auto [slot, fresh] = full.emplace(std::pair(key(name.tokens.first), key(last_token(name))), i);
    if (!fresh && same_person(work, work.name(slot->second), name))
      work.chains().join(slot->second, i, "sieve:full-name");
    surnames.add(std::string(key(last_token(name))), i);
    given.add(std::string(key(name.tokens.first)), i);
  });
  for_each_name(work, [&](std::size_t i) {
    const NameDraft& name = work.name(i);
    if (!is_person(i) || name.tokens.size() != 1) return;
    const std::size_t by_surname = surnames.find(name.key);
    if (by_surname != Coreference::nobody) return join_ordered(work, by_surname, i, "sieve:surname");
    join_ordered(work, given.find(name.key), i, "sieve:given-name");
  });
}

void acronym_sieve(Coreference& work) {
  Index full(work);
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

/// Bodies, buildings and places that are named in full once and by their last or first words later.
void shortened_name_sieve(Coreference& work) {
  Index by_end(work);
  const auto eligible = [&](std::size_t i) {
    const EntityType type = work.name(i).type;
    return type != EntityType::person && type != EntityType::gpe && type != EntityType::norp;
  };
  for_each_name(work, [&](std::size_t i) {
    const NameDraft& name = work.name(i);
    if (!eligible(i)) return;
    for (std::size_t n = 1; n < name.tokens.size() && n <= 6; ++n) {
      const TokenRange tail{TokenId{name.tokens.first.index() + n}, name.tokens.last};
      if (tail.size() >= 2 || work.context().gazetteer.name_word(work.context().forms.key(tail.first))) {
        by_end.add(work.context().forms.key(tail), i);
      }
    }
  });
  for_each_name(work, [&](std::size_t i) {
    const NameDraft& name = work.name(i);
    if (!eligible(i) || is_acronym(work, name)) return;
    const std::size_t longer = by_end.find(name.key);
    if (longer != Coreference::nobody && types_agree(work.name(longer).type, name.type)) {
      join_ordered(work, longer, i, "sieve:shortened-name");
    }
  });
}

}  // namespace diurna::detail
