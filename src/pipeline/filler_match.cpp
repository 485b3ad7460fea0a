// When two fillers are one: the same time, or half of the content words in common.
#include <algorithm>
#include <array>
#include <iterator>

#include "diurna/pipeline/evaluation.hpp"
#include "diurna/text/unicode.hpp"

namespace diurna {
namespace {

constexpr std::size_t month_length = 7;  // of "2010-05"

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) { return is_digit_byte(c) || (c >= 'a' && c <= 'z'); }

/// The typographic apostrophe becomes the plain one.
std::string plain_apostrophes(std::string text) {
  constexpr std::string_view curly = "\u2019";
  for (std::size_t at = text.find(curly); at != std::string::npos; at = text.find(curly, at + 1)) {
    text.replace(at, curly.size(), 1, '\'');
  }
  return text;
}

/// Where the word that starts at `begin` ends: "1,250.5" is one.
std::size_t word_end(std::string_view text, std::size_t begin) {
  const auto run = [&](std::size_t at, auto is_part) {
    while (at < text.size() && is_part(text[at])) ++at;
    return at;
  };
  std::size_t end = run(begin, is_word_byte);
  while (end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && is_digit_byte(text[end + 1])) {
    end = run(end + 1, is_digit_byte);
  }
  return end;
}

std::vector<std::string> words_of(std::string_view phrase) {
  const std::string text = plain_apostrophes(fold_accents(phrase));
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.compare(at, 2, "'s") == 0 ? at + 2 : word_end(text, at);
    if (end > at) out.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return out;
}

std::string singular(const std::string& word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  return word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") ? word.substr(0, word.size() - 1) : word;
}

bool is_function_word(const std::string& word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"the",  "a",     "an",    "of",   "'s",      "s",  "his", "her", "its",   "their", "this",
       "that", "these", "those", "some", "several", "in", "on",  "at",  "to",    "by",    "for",
       "from", "with",  "and",   "mr",   "mrs",     "ms", "dr",  "sir", "former"});
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Sorted, for counting what two phrases share.
std::vector<std::string> content_of(std::string_view phrase) {
  std::vector<std::string> all = words_of(phrase);
  std::vector<std::string> out;
  for (const std::string& word : all) {
    if (!is_function_word(word)) out.push_back(singular(word));
  }
  if (out.empty()) out = std::move(all);
  std::sort(out.begin(), out.end());
  return out;
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

/// Equal, or one a finer form of the other from months on: 2010-05 and 2010-05-03.
bool same_time(const std::string& gold, const std::string& stated) {
  if (gold.empty() || stated.empty()) return false;
  const std::string a = upper(gold);
  const std::string b = upper(stated);
  return a == b || (std::min(a.size(), b.size()) >= month_length && (a.starts_with(b) || b.starts_with(a)));
}

}  // namespace

bool same_phrase(std::string_view gold, std::string_view stated) {
  const std::vector<std::string> a = content_of(gold);
  const std::vector<std::string> b = content_of(stated);
  if (a.empty() || b.empty()) return false;
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return a == b || 4 * both.size() >= a.size() + b.size();
}

bool same_filler(const GoldFiller& gold, const FillerWords& stated) {
  if (!gold.value.empty()) {
    if (same_time(gold.value, stated.value)) return true;
    if (!stated.value.empty()) return false;
  }
  return std::any_of(gold.forms.begin(), gold.forms.end(), [&](const std::string& form) {
    return std::any_of(stated.texts.begin(), stated.texts.end(),
                       [&](const std::string& text) { return same_phrase(form, text); });
  });
}

}  // namespace diurna
