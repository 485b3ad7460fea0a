#include "graph/resolution/profile.hpp"

#include <algorithm>
#include <array>

namespace diurna::detail {
namespace {

constexpr int long_time = 8;  // years
constexpr std::uint32_t sure_pronouns = 4;

/// 'm' or 'f' when the pronouns agree, else '-'. Pronouns are resolved with errors: a few against many do not count.
char gender_of(const Profile& profile) {
  if (profile.he >= sure_pronouns && profile.she == 0) return 'm';
  if (profile.she >= sure_pronouns && profile.he == 0) return 'f';
  return '-';
}

bool apart(const Symbols& a, const Symbols& b) { return !a.empty() && !b.empty() && shared(a, b, 1) == 0; }

int years_between(const Profile& a, const Profile& b) {
  if (a.first_day == 0 || b.first_day == 0) return 0;
  return std::max(a.first_day - b.last_day, b.first_day - a.last_day) / 365;
}

std::string words(const Symbols& set, const StringPool& strings) {
  std::string out;
  for (const Symbol symbol : set) out += (out.empty() ? "" : ", ") + std::string(strings.view(symbol));
  return out;
}

/// Fields between which people change: a judge becomes a minister, a footballer seldom.
bool in_public_life(const Symbols& fields, const StringPool& strings) {
  static constexpr std::array<std::string_view, 9> open = {"politics", "law",     "military", "business", "activism",
                                                           "media",    "science", "religion", "education"};
  return std::any_of(fields.begin(), fields.end(), [&](Symbol field) {
    return std::find(open.begin(), open.end(), strings.view(field)) != open.end();
  });
}

template <class Pick>
int known_bound(int a, int b, Pick pick) {
  if (a == 0 || b == 0) return a + b;
  return pick(a, b);
}

}  // namespace

void insert(Symbols& set, Symbol symbol) {
  const auto at = std::lower_bound(set.begin(), set.end(), symbol);
  if (at == set.end() || *at != symbol) set.insert(at, symbol);
}

void unite(Symbols& into, const Symbols& more) {
  if (more.empty()) return;
  const auto middle = static_cast<std::ptrdiff_t>(into.size());
  into.insert(into.end(), more.begin(), more.end());
  std::inplace_merge(into.begin(), into.begin() + middle, into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

std::size_t shared(const Symbols& a, const Symbols& b, std::size_t enough) {
  std::size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end() && count < enough;) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++count, ++x, ++y;
    }
  }
  return count;
}

void Profile::unite(const Profile& more) {
  detail::unite(fields, more.fields);
  detail::unite(ties, more.ties);
  detail::unite(countries, more.countries);
  detail::unite(places, more.places);
  he += more.he;
  she += more.she;
  const auto smaller = [](int a, int b) { return std::min(a, b); };
  const auto larger = [](int a, int b) { return std::max(a, b); };
  born_from = known_bound(born_from, more.born_from, smaller);
  born_to = known_bound(born_to, more.born_to, larger);
  first_day = known_bound(first_day, more.first_day, smaller);
  last_day = known_bound(last_day, more.last_day, larger);
  person = person || more.person;
  thing = thing || more.thing;
}

std::optional<std::string> contradiction(const Profile& a, const Profile& b) {
  if ((a.person && b.thing && !b.person) || (b.person && a.thing && !a.person)) return "a person and no person";
  const char gender = gender_of(a);
  if (gender != '-' && gender_of(b) != '-' && gender != gender_of(b)) return "'he' and 'she'";
  const bool ages = a.born_from != 0 && b.born_from != 0;
  if (ages && (a.born_from > b.born_to + 1 || b.born_from > a.born_to + 1)) {
    return "born about " + std::to_string(a.born_from) + " and about " + std::to_string(b.born_from);
  }
  return std::nullopt;
}

std::optional<Doubt> doubt(const Profile& a, const Profile& b, const StringPool& strings) {
  if (apart(a.fields, b.fields)) {
    const bool change = in_public_life(a.fields, strings) && in_public_life(b.fields, strings);
    return Doubt{"works in " + words(a.fields, strings) + " and in " + words(b.fields, strings), change ? 1U : 2U};
  }
  const int years = years_between(a, b) >= long_time ? years_between(a, b) : 0;
  const bool abroad = apart(a.countries, b.countries);
  if (!abroad || (years == 0 && (a.fields.empty() || b.fields.empty()))) return std::nullopt;
  std::string out = "of " + words(a.countries, strings) + " and of " + words(b.countries, strings);
  if (years > 0) out += ", " + std::to_string(years) + " years between";
  return Doubt{out, years > 0 ? 2U : 1U};
}

}  // namespace diurna::detail
