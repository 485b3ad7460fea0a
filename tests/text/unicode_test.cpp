#include "diurna/text/unicode.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace diurna;
using namespace std::string_view_literals;

TEST_CASE("decoding replaces each maximal broken part by one U+FFFD") {
  struct Case {
    std::string_view text, repaired;
  };
  for (const auto& [text, repaired] : {
           Case{"", ""},
           Case{"plain", "plain"},
           Case{"caf\xC3\xA9", "café"},
           Case{"caf\xE9!", "caf\uFFFD!"},
           Case{"\xF0\x9F\x98", "\uFFFD"},  // cut emoji
           Case{"\xF0\x9F\x98\x80", "😀"},
           Case{"\xC0\x80", "\uFFFD\uFFFD"},            // overlong
           Case{"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},  // surrogate
           Case{"\xE2\x82x", "\uFFFDx"},
           Case{"\xF5\x80", "\uFFFD\uFFFD"},
       }) {
    CAPTURE(repaired);
    CHECK(repaired_utf8(text) == repaired);
    CHECK(invalid_utf8(text).empty() == (text == repaired));
  }
}

TEST_CASE("code points are found from bytes and back") {
  const std::string text = "né 😀e\u0301\xFF.";
  const CodePointIndex index(text);
  CHECK(index.size() == 8);
  CHECK(index.code_point(text.find('.')) == 7);
  CHECK(index.code_point(2) == 1);  // inside é
  CHECK(index.code_point(text.size()) == 8);
  for (std::size_t i = 0; i < index.size(); ++i) CHECK(index.code_point(index.byte_offset(i)) == i);
  CHECK(index.byte_offset(99) == text.size());
}

TEST_CASE("a long text agrees with counting one by one") {
  std::string text;
  for (int i = 0; i < 500; ++i) text += i % 7 == 0 ? "é" : i % 11 == 0 ? "😀" : "x";
  const CodePointIndex index(text);
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += decode_utf8(text, i).size) {
    CHECK(index.code_point(i) == count);
    CHECK(index.byte_offset(count) == i);
    ++count;
  }
  CHECK(index.size() == count);
}

TEST_CASE("folding of case and accents") {
  CHECK(fold_case("ÉCOLE Straße") == "école straße");
  CHECK(fold_accents("Rodríguez") == "rodriguez");
  CHECK(fold_accents("Wałęsa, Øre, Đà Nẵng") == "walesa, ore, da nang");
  CHECK(fold_accents("e\u0301") == "e");
}

TEST_CASE("encoding and classes") {
  CHECK(encode_utf8(U'😀') == "😀");
  CHECK(encode_utf8(0xD800) == "\uFFFD");
  CHECK(is_upper(U'É'));
  CHECK_FALSE(is_upper(U'1'));
  CHECK(is_letter(U'ж'));
  CHECK(is_space(0x00A0));
  CHECK(is_space(0xFEFF));
  CHECK(is_mark(0x0301));
  CHECK(is_mark(0x200D));
}
