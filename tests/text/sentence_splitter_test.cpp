#include "diurna/text/sentence_splitter.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "diurna/text/tokenizer.hpp"

using namespace diurna;

namespace {

/// Sentences with "|" between them.
std::string cut(std::string_view text) {
  const auto tokens = tokenize(text, {0, text.size()});
  std::string out;
  for (const TokenRange range : split_sentences(text, tokens)) {
    const Span span{tokens[range.first.index()].span.begin, tokens[range.last.index() - 1].span.end};
    out += (out.empty() ? "" : " | ") + std::string(span.text_in(text));
  }
  return out;
}

}  // namespace

TEST_CASE("sentence boundaries") {
  for (const std::string_view expected : {
           "Mr. Smith left. | He was 40.",
           "Sen. Jo Roe (D-Mass.) said Gov. Poe of the U.S. Army Corps left. | It rained.",
           "He came from the U.S. | The war was over.",
           "He left at 5 p.m. Monday. | She stayed.",
           "It ranks No. 5 in St. Petersburg. | No. | He left.",
           "\"I did it,\" she said. | \"Why?\" he asked.",
           "\"I did it.\" | She left.",
           "She said: “We won.” | Then she left.",
           "He left (at last.) | She stayed.",
           "Really?! | Yes! | No...",
           "He waited ... and waited. | Then he left.",
           "J. R. Roe met A. B. Poe. | They spoke.",
           "Acme Inc. said so. | Acme Inc. | The rest.",
           "It cost $3.5 million. | Nobody paid.",
           "1. Go home.",
           "The strike began on Jan. 8, officials said. | It ended on Feb. 3.",
           "He died in 2014. [3] | She did not.",
           "The bridge fell. :-) | So did the wall.",
           "first we ate. | then we left. | why?",
           "1. Wash it. | 2. Dry it.",
           "It rained . . . | Then it stopped.",
           "She said it [...] | Then she left.",
           "One. | Two. | Three",
       }) {
    std::string text(expected);
    for (std::size_t at = text.find(" | "); at != std::string::npos; at = text.find(" | ")) text.replace(at, 3, " ");
    CAPTURE(text);
    CHECK(cut(text) == expected);
  }
}

TEST_CASE("boundaries without a mark are found where the words are clear, and not in news prose") {
  CHECK(cut("Bob Poe 11/10/2000 11:08 AM Please call me today.") ==
        "Bob Poe | 11/10/2000 11:08 AM | Please call me today.");
  for (const std::string_view text : {
           "Prime Minister Ada Roe met President Bo Poe in New York on Monday",
           "The United Nations Security Council condemned the attack in Karsa on 3 March 2024",
           "Police in the City of Karsa said The Daily Post had been told",
       }) {
    CHECK(cut(text) == text);
  }
}
