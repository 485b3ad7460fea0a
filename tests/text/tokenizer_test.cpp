#include "diurna/text/tokenizer.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

using namespace diurna;

namespace {

/// Tokens joined by " "; "+" in front of one that belongs to the word before it.
std::string cut(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text, {0, text.size()})) {
    out += (out.empty() ? "" : " ") + std::string(token.continues_surface ? "+" : "") +
           std::string(token.span.text_in(text));
  }
  return out;
}

struct Case {
  std::string_view text, tokens;
};

void check(std::initializer_list<Case> cases) {
  for (const auto& [text, tokens] : cases) {
    CAPTURE(text);
    CHECK(cut(text) == tokens);
  }
}

}  // namespace

TEST_CASE("contractions and possessives are cut off and stay part of the written word") {
  check({
      {"They don't.", "They do +n't ."},
      {"We CAN'T", "We CA +N'T"},
      {"cannot", "can +not"},
      {"won’t", "wo +n’t"},
      {"he's, I'd've", "he +'s , I'd +'ve"},
      {"gonna wanna", "gon +na wan +na"},
      {"Oslo's mayor", "Oslo +'s mayor"},
      {"Oslo’s mayor", "Oslo +’s mayor"},
      {"the rebels' camp", "the rebels +' camp"},
      {"O'Brien and d'Arc at 5 o'clock", "O'Brien and d'Arc at 5 o'clock"},
      {"Qa'ida's men", "Qa'ida +'s men"},
      {"the '90s and 1990's", "the '90s and 1990's"},
      {"tell 'em", "tell 'em"},
  });
}

TEST_CASE("hyphens split words, except behind prefixes") {
  check({
      {"a well-known, six-year war", "a well - known , six - year war"},
      {"non-profit ex-minister", "non-profit ex-minister"},
      {"state-of-the-art", "state - of - the - art"},
      {"pages 5-10", "pages 5 - 10"},
      {"won 3-2", "won 3 - 2"},
      {"1990–95", "1990 – 95"},
      {"he -- they — said", "he -- they — said"},
      {"and/or", "and / or"},
  });
}

TEST_CASE("numbers, money, times and units") {
  check({
      {"$1,200.50 or 5%", "$ 1,200.50 or 5 %"},
      {"US$3bn", "US$ 3 bn"},
      {"at 15:00 on 9/11", "at 15:00 on 9/11"},
      {"10km, 5pm and 21st", "10 km , 5 pm and 21st"},
      {"713-555-0100", "713-555-0100"},
      {"2026-01-08", "2026-01-08"},
      {".5 or 0.5.", ".5 or 0.5 ."},
      {"+47 22 in 12,345,678", "+47 22 in 12,345,678"},
      {"on 13,14 May", "on 13 , 14 May"},
      {"€40m", "€ 40 m"},
  });
}

TEST_CASE("abbreviations keep their full stop") {
  check({
      {"Mr. Doe of the U.S. Army", "Mr. Doe of the U.S. Army"},
      {"Sen. Jo Roe (D-Mass.) said", "Sen. Jo Roe ( D - Mass. ) said"},
      {"at 5 p.m. Monday", "at 5 p.m. Monday"},
      {"No. 5. No. He left.", "No. 5 . No . He left ."},
      {"J. R. Roe and I. Then", "J. R. Roe and I . Then"},
      {"on Jan. 8, i.e. soon", "on Jan. 8 , i.e. soon"},
      {"No.5 and p.12, Rs. 30", "No. 5 and p. 12 , Rs. 30"},
      {"Ph.D. in St. Petersburg", "Ph.D. in St. Petersburg"},
      {"the end.The start", "the end . The start"},
      {"the U.S.-led force", "the U.S. - led force"},
  });
}

TEST_CASE("addresses, handles, faces and emoji are one token") {
  check({
      {"See https://example.org/a?b=1, or www.example.org.", "See https://example.org/a?b=1 , or www.example.org ."},
      {"(http://example.org/x_(y))", "( http://example.org/x_(y) )"},
      {"jane.doe@example.org!", "jane.doe@example.org !"},
      {"Example.com and a.b", "Example.com and a.b"},
      {"#Oslo @jane", "#Oslo @jane"},
      {"fine :-) ok", "fine :-) ok"},
      {"<jane@example.org>", "< jane@example.org >"},
      {"report.doc, 20.pdf", "report.doc , 20.pdf"},
      {"👩‍👩‍👧🇳🇴👍🏽", "👩‍👩‍👧 🇳🇴 👍🏽"},
      {"AT&T and R&D", "AT&T and R&D"},
  });
}

TEST_CASE("punctuation: quotes of all kinds, ellipses and runs") {
  check({
      {"\"Yes,\" she said.", "\" Yes , \" she said ."},
      {"“Yes” ‘no’ «si»", "“ Yes ” ‘ no ’ « si »"},
      {"Well... what?! No!!", "Well ... what ?! No !!"},
      {"``so''", "`` so ''"},
      {"(a) [b]", "( a ) [ b ]"},
      {"----", "----"},
      {"so [...] on", "so [...] on"},
  });
}

TEST_CASE("marks and broken bytes stay with their word") {
  check({
      {"cafe\u0301 noir", "cafe\u0301 noir"},
      {"caf\xE9 noir", "caf\xE9 noir"},
      {"\xEF\xBB\xBFstart", "start"},
      {"na\u00ADtion", "na\u00ADtion"},
  });
}

namespace {

/// Whether the tokens of `text` are not empty, in order, and leave out nothing but white space.
bool tiles(const std::string& text) {
  std::size_t at = 0;
  const auto only_space = [&](std::size_t to) {
    for (; at < to; at += decode_utf8(text, at).size) {
      if (!is_space(decode_utf8(text, at).value)) return false;
    }
    return at == to;
  };
  for (const Token& token : tokenize(text, {0, text.size()})) {
    if (!only_space(token.span.begin) || token.span.empty()) return false;
    at = token.span.end;
  }
  return only_space(text.size());
}

}  // namespace

TEST_CASE("every byte that is not white space is in exactly one token") {
  std::mt19937 random(7);
  constexpr std::string_view pieces[] = {
      "a",      "Z",      "n't",  "'",        "’",       ".",      "..",     "U.S", "-",  "--",   " ", "\n", "\t",
      "1",      "2,3",    "/",    "@",        "http://", "é",      "😀",     "\"",  "(",  ")",    "$", "#",  ":",
      ";)",     "&",      "_",    "Mr.",      "No.",     "cannot", "s",      "t",   "+",  "www.", "٣", "‘",  "[...]",
      "\u0301", "\u200D", "\xFF", "\xE2\x82", "\0",      "\u2028", "\uFEFF", "re",  "km", "doc"};
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t i = random() % 24; i > 0; --i) text += pieces[random() % std::size(pieces)];
    CAPTURE(text);
    REQUIRE(tiles(text));
  }
}

TEST_CASE("any bytes can be tokenized") {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = random() % 60; i > 0; --i) text += static_cast<char>(random());
    REQUIRE(tiles(text));
    text.clear();
    for (std::size_t i = random() % 30; i > 0; --i) text += encode_utf8(static_cast<char32_t>(random() % 0x3000));
    REQUIRE(tiles(text));
  }
}
