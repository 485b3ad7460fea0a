#include "made_text.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace diurna::bench {
namespace {

/// Numerical Recipes' linear congruential generator: small, and the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % limit;
  }
  template <std::size_t N>
  std::string pick(const std::array<std::string_view, N>& choices) {
    return std::string(choices[below(N)]);
  }

 private:
  std::uint32_t state_;
};

constexpr std::array<std::string_view, 10> people = {
    "Ana Vidal",      "Minister Karel Novak",  "Dr. Ruth Adeyemi", "the journalist Li Wen", "President Omar Saleh",
    "Jonas Lindgren", "the lawyer Marta Ruiz", "Gen. Pavel Orlov", "Amina Diallo",          "Judge Helen Brooks"};
constexpr std::array<std::string_view, 8> groups = {"police",
                                                    "protesters",
                                                    "the opposition",
                                                    "rebels",
                                                    "the government",
                                                    "Amnesty International",
                                                    "the United Nations",
                                                    "prosecutors"};
constexpr std::array<std::string_view, 8> places = {"Lisbon", "Nairobi", "Bogotá", "Kuala Lumpur",
                                                    "Kyiv",   "Lagos",   "Chile",  "the northern province"};
constexpr std::array<std::string_view, 8> times = {"on Monday",     "last week", "in March 2024", "on 3 May 2025",
                                                   "two years ago", "yesterday", "in 2019",       "this month"};
constexpr std::array<std::string_view, 10> sentences = {
    "G arrested P in L T.",
    "P was charged with fraud and sentenced to three years in prison T, his lawyer said.",
    "G accused P of having ignored the warnings, but P denied it.",
    "At least 20 people were killed and more than 100 injured when a bomb exploded in L T.",
    "P, who met P in L T, said the two countries would sign a trade agreement.",
    "\"We will not leave L until the prisoners are freed,\" P told reporters.",
    "G called for an inquiry into the death of P, according to G.",
    "The company, which is based in L, agreed to buy its rival for $3.5 billion T.",
    "Thousands of people marched in L T to demand that P resign.",
    "P was elected mayor of L T and took office a month later, although G refused to recognise the result."};

std::string filled(std::string_view pattern, Dice& dice) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool alone = (i == 0 || pattern[i - 1] == ' ' || pattern[i - 1] == '"') &&
                       (i + 1 == pattern.size() || !(pattern[i + 1] >= 'a' && pattern[i + 1] <= 'z'));
    if (alone && pattern[i] == 'P') {
      out += dice.pick(people);
    } else if (alone && pattern[i] == 'G') {
      out += dice.pick(groups);
    } else if (alone && pattern[i] == 'L') {
      out += dice.pick(places);
    } else if (alone && pattern[i] == 'T') {
      out += dice.pick(times);
    } else {
      out += pattern[i];
    }
  }
  if (out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

Article made_article(std::size_t number) {
  constexpr std::size_t paragraphs = 6;
  constexpr std::size_t sentences_each = 3;
  Dice dice(static_cast<std::uint32_t>(number + 1));
  Article article{
      .id = "made-" + std::to_string(number), .date = "2026-01-08", .title = "", .text = "", .source = "", .url = ""};
  article.title = filled("G and P in L", dice);
  for (std::size_t i = 0; i < paragraphs; ++i) {
    for (std::size_t j = 0; j < sentences_each; ++j) article.text += filled(dice.pick(sentences), dice) + " ";
    article.text += "\n\n";
  }
  return article;
}

}  // namespace

std::vector<Article> made_articles(std::size_t count) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) articles.push_back(made_article(i));
  return articles;
}

}  // namespace diurna::bench
