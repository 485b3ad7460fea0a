#include "graph/resolution/descriptors.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/tsv.hpp"
#include "diurna/text/unicode.hpp"

namespace diurna::detail {
namespace {

constexpr std::array<std::string_view, 11> heads_end = {"of",   "for", "in",  "to", "at", "from",
                                                        "with", "on",  "who", "by", "and"};

/// The words up to the first preposition, behind the last possessive: what the phrase itself is.
std::vector<std::string_view> head_words(std::string_view phrase) {
  std::vector<std::string_view> out;
  for (std::string_view word : split(phrase, ' ')) {
    const bool ends = word.ends_with(',');
    const bool possessive = word.ends_with("'s") || word.ends_with("’s") || word.ends_with("s'");
    while (!word.empty() && (word.back() == ',' || word.back() == '"' || word.back() == ';')) word.remove_suffix(1);
    while (!word.empty() && word.front() == '"') word.remove_prefix(1);
    if (std::find(heads_end.begin(), heads_end.end(), word) != heads_end.end()) break;
    if (possessive) {
      out.clear();
    } else if (!word.empty()) {
      out.push_back(word);
    }
    if (ends) break;
  }
  return out;
}

/// ISO codes of countries and demonyms among the words of a phrase, possessives included.
Symbols countries_in(std::string_view phrase, const Gazetteer& gazetteer, StringPool& strings) {
  Symbols out;
  std::string_view before;
  const auto take = [&](std::string_view form) {
    const auto country = gazetteer.country(form);
    if (country && country->form != CountryForm::capital) insert(out, strings.intern(country->iso3));
    return country.has_value();
  };
  for (std::string_view word : split(phrase, ' ')) {
    for (const std::string_view tail : {",", "'s", "’s", "'"}) {
      if (word.ends_with(tail)) word.remove_suffix(tail.size());
    }
    const bool capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    if (capital && !before.empty() && take(std::string(before) + " " + std::string(word))) {
      before = {};
      continue;
    }
    if (capital) take(word);
    before = capital ? word : std::string_view{};
  }
  return out;
}

}  // namespace

void describe(Profile& profile, std::string_view words, const Vocabulary& vocabulary, StringPool& strings,
              std::string_view qualifiers) {
  // "the US ambassador to Iraq" is of one country
  Symbols countries = countries_in(words.substr(0, words.find(" to ")), vocabulary.gazetteer(), strings);
  std::vector<std::string> bodies;
  for (const std::string_view part : split(qualifiers, ' ')) {
    if (!part.starts_with("org=e:")) continue;
    const std::string_view id = part.substr(4);
    if (id.size() == 5 && id[2] >= 'A' && id[2] <= 'Z') {
      insert(countries, strings.intern(id.substr(2)));
    } else {
      bodies.emplace_back(id);
    }
  }
  bool works = false;
  std::string before;
  for (const std::string_view word : head_words(words)) {
    const std::string lower = fold_case(word);
    const bool rank = lower == "general" && !before.empty() && vocabulary.is("civil_general", before);
    before = lower;
    const std::string_view field = vocabulary.field_of(lower);
    if (field.empty() || rank) continue;
    works = true;
    insert(profile.fields, strings.intern(field));
    for (const Symbol country : countries) {
      insert(profile.ties, strings.intern(lower + " " + std::string(strings.view(country))));
    }
    for (const std::string& body : bodies) insert(profile.ties, strings.intern(lower + " " + body));
  }
  if (works) unite(profile.countries, countries);
}

}  // namespace diurna::detail
