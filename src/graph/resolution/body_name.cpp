#include "graph/resolution/body_name.hpp"

#include <algorithm>
#include <vector>

#include "core/tsv.hpp"
#include "diurna/graph/identity.hpp"

namespace diurna::detail {
namespace {

using Words = std::vector<std::string>;

Words words_of_key(std::string_view key) {
  Words out;
  for (const std::string_view word : split(key, '_')) out.emplace_back(word);
  return out;
}

std::string join(Words::const_iterator first, Words::const_iterator last, char separator) {
  std::string out;
  for (auto at = first; at != last; ++at) {
    if (at != first) out += separator;
    out += *at;
  }
  return out;
}
std::string join(const Words& words, char separator) { return join(words.begin(), words.end(), separator); }

/// One spelling for words that English spells in two ways.
void normalise(Words& words, const Vocabulary& vocabulary) {
  for (std::string& word : words) {
    const std::string_view other = vocabulary.variant(word);
    if (!other.empty()) word = other;
  }
}

bool is_organ(const Words& words, const Vocabulary& vocabulary) {
  if (words.empty()) return false;
  const std::string& first = words.front();
  return vocabulary.is("organ", join(words, '_')) || vocabulary.is("body", words.back()) ||
         (vocabulary.is("body", first) && words.size() > 1);
}

/// Ministries and departments are told by their words in any order: "Ministry of the Interior", "Interior Ministry".
std::string core_of(Words words, const Vocabulary& vocabulary) {
  const bool body = vocabulary.is("body", words.back()) || vocabulary.is("body", words.front());
  if (!body) return join(words, '_');
  Words content = words;
  std::erase_if(content, [&](const std::string& word) { return vocabulary.is("filler", word); });
  if (!content.empty()) words = std::move(content);
  std::sort(words.begin(), words.end());
  return join(words, '_');
}

/// `form` is in lower case; "us" is "US" here.
std::string country_of_form(const std::string& form, const Gazetteer& gazetteer) {
  auto country = gazetteer.country(form);
  if (!country && form.size() <= 3) {
    std::string capitals = form;
    std::transform(form.begin(), form.end(), capitals.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    country = gazetteer.country(capitals);
  }
  return country && country->form != CountryForm::capital ? std::string(country->iso3) : std::string();
}

/// Takes a country off the front ("US Navy") or the end ("Navy of Peru") when what is left is an organ.
std::string take_country(Words& words, const Vocabulary& vocabulary) {
  const Gazetteer& gazetteer = vocabulary.gazetteer();
  for (std::size_t count = std::min<std::size_t>(3, words.size() - 1); count > 0; --count) {
    const auto middle = words.begin() + static_cast<std::ptrdiff_t>(count);
    const std::string country = country_of_form(join(words.begin(), middle, ' '), gazetteer);
    if (country.empty() || !is_organ(Words(middle, words.end()), vocabulary)) continue;
    words.erase(words.begin(), middle);
    return country;
  }
  const auto of = std::find_if(words.rbegin(), words.rend(), [](const auto& w) { return w == "of" || w == "in"; });
  if (of == words.rend() || of == words.rbegin()) return {};
  auto from = of.base();
  if (*from == "the" && from + 1 != words.end()) ++from;
  const std::string country = country_of_form(join(from, words.end(), ' '), gazetteer);
  const Words rest(words.begin(), of.base() - 1);
  if (country.empty() || !is_organ(rest, vocabulary)) return {};
  words = rest;
  return country;
}

/// "UN Security Council" → "United Nations Security Council".
std::string expanded(std::string_view name, const Gazetteer& gazetteer) {
  const std::size_t space = name.find(' ');
  if (space == std::string_view::npos || !looks_like_acronym(name.substr(0, space))) return std::string(name);
  const auto known = gazetteer.known(name.substr(0, space));
  if (!known || known->type != EntityType::org || known->name == name.substr(0, space)) return std::string(name);
  return std::string(known->name) + std::string(name.substr(space));
}

}  // namespace

BodyName body_name(std::string_view name, const Vocabulary& vocabulary) {
  BodyName out;
  const auto known = vocabulary.gazetteer().known(name);
  const bool listed = known && !known->demonym && known->type == EntityType::org;
  const bool readable = !known || !known->upper_only || looks_like_acronym(name);
  const std::string full = listed && readable ? std::string(known->name) : expanded(name, vocabulary.gazetteer());
  Words words = words_of_key(name_key(full));
  normalise(words, vocabulary);
  while (words.size() > 1 && vocabulary.is("suffix", words.back()) &&
         (words.size() > 2 || !vocabulary.gazetteer().name_word(words.front()))) {
    words.pop_back();
    out.company = true;
  }
  if (words.size() > 1 && words.back() == "and") words.pop_back();  // "Smith & Co."
  if (words.size() > 1) out.country = take_country(words, vocabulary);
  if (out.country.empty() && full != name) {  // the table's form of "US Senate" is "Senate"
    Words own = words_of_key(name_key(name));
    if (own.size() > 1) out.country = take_country(own, vocabulary);
  }
  out.organ = is_organ(words, vocabulary);
  if (listed && readable && out.organ && out.country.empty()) {
    const bool common = words.size() == 1 || vocabulary.is("organ", join(words, '_'));
    (common ? out.assumed : out.country) = known->iso3;
  }
  out.core = core_of(words, vocabulary);
  return out;
}

bool looks_like_acronym(std::string_view form) {
  std::size_t letters = 0;
  for (const char c : form) {
    if (c >= 'A' && c <= 'Z') {
      ++letters;
    } else if (c != '.' && c != '-' && c != '&') {
      return false;
    }
  }
  return letters >= 2 && letters <= 8;
}

bool is_acronym_of(std::string_view acronym, std::string_view name) {
  std::string letters;
  for (const char c : acronym) {
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
  }
  const Words words = words_of_key(name_key(name));
  if (letters.size() < 2 || words.size() < 2) return false;
  const auto reads = [&](bool all_words) {
    std::size_t at = 0;
    for (const std::string& word : words) {
      const bool small =
          word == "of" || word == "for" || word == "and" || word == "the" || word == "on" || word == "in";
      if (small && !all_words && (at >= letters.size() || word[0] != letters[at])) continue;
      if (at >= letters.size() || word[0] != letters[at]) return false;
      ++at;
    }
    return at == letters.size();
  };
  return reads(false) || reads(true);
}

}  // namespace diurna::detail
