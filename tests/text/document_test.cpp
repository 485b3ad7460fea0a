#include "diurna/text/document.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace diurna;

namespace {

Document read(std::string text) {
  Article article;
  article.text = std::move(text);
  return read_document(std::move(article));
}

}  // namespace

TEST_CASE("empty and blank articles have no sentences") {
  for (const std::string text : {"", " \n\t\r\n ", "\xEF\xBB\xBF", "\u2028"}) {
    const Document document = read(text);
    CHECK(document.blocks().empty());
    CHECK(document.sentences().empty());
    CHECK(document.tokens().empty());
    CHECK(document.text() == text);
  }
}

TEST_CASE("sentences, blocks and tokens know each other") {
  const Document document = read("Rain fell in Oslo. It stopped.\n\nThe end came.");
  REQUIRE(document.sentences().size() == 3);
  CHECK(document.text(document.sentences()[1].span) == "It stopped.");
  CHECK(document.sentences()[2].block == BlockId{1});
  CHECK(document.sentences()[2].label == "3");
  CHECK(document.sentence_of(TokenId{5}) == SentenceId{1});
  CHECK(document.form(TokenId{3}) == "Oslo");
}

TEST_CASE("the full stop of an abbreviation that ends a sentence is a token") {
  const Document document = read("He left the U.S. The war was over.");
  REQUIRE(document.sentences().size() == 2);
  CHECK(document.form(TokenId{3}) == "U.S");
  CHECK(document.form(TokenId{4}) == ".");
  CHECK_FALSE(document.tokens()[3].space_after);
}

TEST_CASE("line ends of every kind separate paragraphs") {
  for (const std::string end : {"\n\n", "\r\n\r\n", "\r\r", "\u2029\u2029", "\n \t\n"}) {
    CHECK(read("It rained." + end + "The sun came out.").blocks().size() == 2);
  }
}

TEST_CASE("broken bytes and control characters are diagnosed, never changed") {
  const std::string text = std::string("The caf\xE9 burned.") + '\0' + " It was old.";
  const Document document = read(text);
  CHECK(document.text() == text);
  REQUIRE(document.diagnostics().size() == 2);
  CHECK(document.diagnostics()[0].code == "text.invalid-utf8");
  CHECK(document.diagnostics()[0].span == Span{7, 8});
  CHECK(document.diagnostics()[1].code == "text.control-character");
  CHECK(document.sentences().size() == 2);
}

TEST_CASE("an endless sentence is cut at a good place and says so") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += i == 200 ? "and rain; " : "and rain ";
  const Document document = read(text);
  REQUIRE(document.sentences().size() == 2);
  CHECK(document.form(TokenId{document.sentences()[0].tokens.last.index() - 1}) == ";");
  for (const Sentence& sentence : document.sentences()) CHECK(sentence.tokens.size() <= 500);
  CHECK(document.diagnostics().at(0).code == "text.long-sentence");
}

TEST_CASE("megabytes on one line take linear time") {
  for (const std::string unit : {"x", "a.", "Mr. ", "'", "1,", "www.", "a@", "😀", "\xFF", "\"", "No.     ", "- \n"}) {
    std::string text;
    while (text.size() < 2'000'000) text += unit;
    CHECK(read(std::move(text)).sentences().size() > 0);
  }
}

TEST_CASE("tokens tile any text in order, each inside its sentence and block") {
  std::mt19937 random(11);
  constexpr const char* pieces[] = {"Rain ",
                                    "fell. ",
                                    "U.S. ",
                                    "\n",
                                    "\r\n",
                                    "\n\n",
                                    "- ",
                                    "don't ",
                                    "\"",
                                    "é",
                                    "😀",
                                    "\xFF",
                                    "1. ",
                                    "By Jane Doe\n",
                                    "OSLO (AP) — ",
                                    "?!",
                                    "\u2028",
                                    "(",
                                    ")",
                                    "“",
                                    "”",
                                    "Published 1 May 2020\n"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 30; i > 0; --i) text += pieces[random() % std::size(pieces)];
    const Document document = read(text);
    std::size_t at = 0;
    std::size_t next_token = 0;
    CAPTURE(text);
    for (const Sentence& sentence : document.sentences()) {
      REQUIRE(sentence.tokens.first.index() == next_token);
      REQUIRE(document.block(sentence.block).span.contains(sentence.span));
      for (const TokenId id : sentence.tokens) {
        const Span span = document.token(id).span;
        REQUIRE(sentence.span.contains(span));
        for (; at < span.begin; at += decode_utf8(text, at).size) REQUIRE(is_space(decode_utf8(text, at).value));
        at = span.end;
      }
      next_token = sentence.tokens.last.index();
    }
    for (; at < text.size(); at += decode_utf8(text, at).size) REQUIRE(is_space(decode_utf8(text, at).value));
    REQUIRE(next_token == document.tokens().size());
  }
}
