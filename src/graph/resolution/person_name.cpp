#include "graph/resolution/person_name.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/tsv.hpp"
#include "diurna/graph/identity.hpp"

namespace diurna::detail {
namespace {

using Words = std::vector<std::string>;

std::string joined(const Words& words, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : " ") + words[i];
  return out;
}

/// Number of words at the start that are a title; a royal title alone before one word is part of the name.
std::size_t title_words(const Words& words, const Gazetteer& gazetteer) {
  for (std::size_t count = std::min<std::size_t>(3, words.size() - 1); count > 0; --count) {
    const auto title = gazetteer.title(joined(words, count));
    if (!title) continue;
    if (title->kind == TitleEntry::Kind::royal && words.size() - count < 2) continue;
    return count;
  }
  return 0;
}

bool is_initial(const std::string& word) { return word.size() == 1; }

bool initial_of(const std::string& a, const std::string& b) {
  return (is_initial(a) && b.starts_with(a)) || (is_initial(b) && a.starts_with(b));
}

/// Whether each middle word of the shorter name stands, in order and perhaps as an initial, in the longer one.
bool middles_fit(const Words& longer, const Words& shorter) {
  std::size_t at = 1;
  for (std::size_t i = 1; i + 1 < shorter.size(); ++i) {
    while (at + 1 < longer.size() && longer[at] != shorter[i] && !initial_of(longer[at], shorter[i])) ++at;
    if (at + 1 >= longer.size()) return false;
    ++at;
  }
  return true;
}

/// "W" and "H. W." are two men.
bool initials_differ(const Words& longer, const Words& shorter) {
  const auto initials = [](const Words& words) {
    return words.size() < 3 ? 0 : std::count_if(words.begin() + 1, words.end() - 1, is_initial);
  };
  return shorter.size() > 2 && initials(longer) > 0 && initials(shorter) > 0 && longer.size() != shorter.size();
}

bool nicknames(const std::string& a, const std::string& b, const Vocabulary& vocabulary) {
  const Words first = vocabulary.given_names(a);
  const Words second = vocabulary.given_names(b);
  const bool a_of_b = std::find(second.begin(), second.end(), a) != second.end();
  return a_of_b || std::find(first.begin(), first.end(), b) != first.end();
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

/// Two spellings of one word, not two given names ("Mario" and "Maria").
bool spelled_alike(const std::string& a, const std::string& b, const Gazetteer& gazetteer) {
  if (a == b) return true;
  if (std::min(a.size(), b.size()) < 4 || skeleton(a) != skeleton(b)) return false;
  const auto first = gazetteer.given_name_gender(a);
  const auto second = gazetteer.given_name_gender(b);
  if (first && second && *first != *second) return false;
  if (a.back() != b.back() && (a.back() == 'a' || b.back() == 'a')) return false;  // "Antonio", "Antonia"
  return edit_distance(a, b) * 3 <= std::max(a.size(), b.size());
}

bool all_spelled_alike(const Words& a, const Words& b, const Gazetteer& gazetteer) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [&](const auto& x, const auto& y) {
           return spelled_alike(x, y, gazetteer);
         });
}

NameMatch match_full(const Words& longer, const Words& shorter, const Vocabulary& vocabulary) {
  const bool more = longer.size() > shorter.size();
  if (initials_differ(longer, shorter)) return NameMatch::none;
  if (longer.back() == shorter.back() && middles_fit(longer, shorter)) {
    const std::string& a = longer.front();
    const std::string& b = shorter.front();
    if (a == b) return NameMatch::middle;
    if (more && std::equal(shorter.begin(), shorter.end(), longer.end() - static_cast<std::ptrdiff_t>(shorter.size())))
      return NameMatch::tail;
    if (initial_of(a, b)) return NameMatch::initial;
    if (nicknames(a, b, vocabulary)) return NameMatch::nickname;
  }
  if (more && longer.size() - shorter.size() <= 2 && std::equal(shorter.begin(), shorter.end(), longer.begin())) {
    return NameMatch::longer;
  }
  if (all_spelled_alike(longer, shorter, vocabulary.gazetteer())) return NameMatch::spelling;
  if (longer.size() == 2 && shorter.size() == 2 && longer[0] == shorter[1] && longer[1] == shorter[0]) {
    return NameMatch::order;
  }
  return NameMatch::none;
}

}  // namespace

std::string_view rule_name(NameMatch match) {
  static constexpr std::array<std::string_view, 10> names = {
      "person.none",    "person.same-name", "person.middle-name", "person.family-name", "person.given-name",
      "person.initial", "person.nickname",  "person.spelling",    "person.word-order",  "person.single-name"};
  return names[static_cast<std::size_t>(match)];
}

PersonName person_name(std::string_view name, const Vocabulary& vocabulary) {
  const std::string key = name_key(name);
  Words words;
  for (const std::string_view word : split(key, '_')) words.emplace_back(word);
  if (words.size() > 2 && vocabulary.is("weekday", words.back())) words.pop_back();
  for (std::size_t cut = 1; words.size() > 1 && cut > 0;) {
    cut = title_words(words, vocabulary.gazetteer());
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(cut));
  }
  PersonName out;
  if (words.size() > 1 && vocabulary.is("generation", words.back())) {
    out.generation = words.back();
    words.pop_back();
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 == words.size() || !vocabulary.is("particle", words[i])) out.words.push_back(words[i]);
  }
  return out;
}

NameMatch match(const PersonName& a, const PersonName& b, const Vocabulary& vocabulary) {
  if (a.words.empty() || b.words.empty()) return NameMatch::none;  // no person's name
  const bool generations = !a.generation.empty() && !b.generation.empty();
  if (generations && a.generation != b.generation) return NameMatch::none;
  if (a.generation != b.generation && (!a.full() || !b.full())) return NameMatch::none;  // "Abdullah", "Abdullah II"
  if (a.words == b.words) return a.generation == b.generation ? NameMatch::same : NameMatch::middle;
  if (a.full() && b.full()) {
    return a.words.size() >= b.words.size() ? match_full(a.words, b.words, vocabulary)
                                            : match_full(b.words, a.words, vocabulary);
  }
  const Words& whole = a.full() ? a.words : b.words;
  const std::string& word = a.full() ? b.words.front() : a.words.front();
  if (whole.size() < 2 || word.size() < 3) return NameMatch::none;
  return whole.back() == word || whole.front() == word ? NameMatch::single : NameMatch::none;
}

bool compatible(const PersonName& a, const PersonName& b, const Vocabulary& vocabulary) {
  if (match(a, b, vocabulary) != NameMatch::none) return true;
  if (!a.generation.empty() && !b.generation.empty() && a.generation != b.generation) return false;
  const Words& longer = a.words.size() >= b.words.size() ? a.words : b.words;
  const Words& shorter = a.words.size() >= b.words.size() ? b.words : a.words;
  if (initials_differ(longer, shorter)) return false;
  const auto alike = [&](const std::string& word) {
    return std::any_of(longer.begin(), longer.end(), [&](const std::string& other) {
      return spelled_alike(word, other, vocabulary.gazetteer()) || initial_of(word, other) ||
             nicknames(word, other, vocabulary);
    });
  };
  return std::all_of(shorter.begin(), shorter.end(), alike);
}

std::string skeleton(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    char c = word[i];
    if (c == 'p' && i + 1 < word.size() && word[i + 1] == 'h') c = 'f';
    if (c == 'q' || c == 'c') c = 'k';
    if (c == 'z') c = 's';
    if (c == 'w') c = 'v';
    const bool vowel = c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'j';
    if (i == 0) {
      out += vowel && c != 'y' && c != 'j' ? 'a' : c;
    } else if (!vowel && c != 'h' && word[i] != word[i - 1] && (out.back() != c || word[i - 1] == 'h')) {
      out += c;
    }
  }
  return out;
}

}  // namespace diurna::detail
