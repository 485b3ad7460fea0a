#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "diurna/core/error.hpp"
#include "diurna/io/input.hpp"
#include "support/conllu_document.hpp"

using namespace diurna;

namespace {

std::string written(const Document& document, const Syntax& syntax) {
  std::ostringstream out;
  io::write_conllu(out, document, syntax);
  return out.str();
}

constexpr std::string_view two_paragraphs =
    "# newdoc id = storm\n# meta::dateCreated = 2024-03-03\n# newpar\n# block = title\n# sent_id = s-1\n# text = Roe "
    "didn't go\n"
    "1 Roe Roe PROPN NNP Number=Sing 4 nsubj _ NER=B-PERSON|end_char=3|start_char=0\n"
    "2-3 didn't _ _ _ _ _ _ _ _\n"
    "2 did do AUX VBD Mood=Ind|Tense=Past 4 aux _ end_char=7|start_char=4\n"
    "3 n't not PART RB Polarity=Neg 4 advmod _ end_char=10|start_char=7\n"
    "4 go go VERB VB VerbForm=Inf 0 root _ end_char=13|start_char=11\n\n"
    "# newpar\n# sent_id = s-2\n# text = Why?\n"
    "1 Why why ADV WRB PronType=Int 0 root _ SpaceAfter=No|end_char=18|start_char=15\n"
    "2 ? ? PUNCT . _ 1 punct _ end_char=19|start_char=18\n\n";

}  // namespace

TEST_CASE("a CoNLL-U file comes back as it was") {
  const std::string text = test::strict_conllu(two_paragraphs);
  const auto documents = io::read_conllu_syntax(text, "x.conllu");
  REQUIRE(documents.size() == 1);
  const Document& document = documents[0].document;
  CHECK(document.text() == "Roe didn't go\n\nWhy?");
  CHECK(document.id() == "storm");
  CHECK(document.date() == "2024-03-03");
  CHECK(document.blocks().size() == 2);
  CHECK(document.blocks()[0].kind == BlockKind::title);
  CHECK(document.sentences()[1].label == "s-2");
  CHECK(document.tokens()[2].continues_surface);
  CHECK(documents[0].syntax.names().size() == 1);
  CHECK(written(document, documents[0].syntax) == text);
}

TEST_CASE("words of a multiword token that do not spell it keep their forms") {
  const auto [document, syntax] = test::parsed("1-2 au _ _ _ _ _ _ _ _\n1 à à ADP _ _ 0 root\n2 le le DET _ _ 1 det\n");
  CHECK(document.text() == "au");
  CHECK(document.form(TokenId{0}) == "à");
  CHECK(document.form(TokenId{1}) == "le");
  CHECK(document.text(document.tokens()[1].span) == "u");
  CHECK(written(document, syntax).find("1-2\tau\t") != std::string::npos);
}

TEST_CASE("documents are set apart by newdoc, and named after the file when they have no id") {
  const auto documents = io::read_conllu(
      test::strict_conllu(
          "1 A a X _ _ 0 root\n\n# newdoc id = b\n1 B b X _ _ 0 root\n\n# newdoc\n1 C c X _ _ 0 root\n"),
      "folder/x.conllu");
  REQUIRE(documents.size() == 3);
  CHECK(documents[0].id() == "x");
  CHECK(documents[1].id() == "b");
  CHECK(documents[2].id() == "x-3");
}

TEST_CASE("empty nodes are left out, empty columns are allowed") {
  const auto [document, syntax] =
      test::parsed("1 Rain _ _ _ _ _ _\n1.1 fell fall VERB _ _ _ _ 0:root _\n2 . _ _ _ _ _ _\n");
  CHECK(document.tokens().size() == 2);
  CHECK(syntax.upos(TokenId{0}) == Upos::x);
  CHECK_FALSE(syntax.head(TokenId{1}));
}

TEST_CASE("errors name the line and what was expected") {
  struct Case {
    std::string_view text, code, place;
  };
  for (const auto& [text, code, place] : {
           Case{"1\tA\ta\n", "conllu.columns", "f.conllu:1:1"},
           Case{"# c\nx\tA\t_\t_\t_\t_\t_\t_\t_\t_\n", "conllu.id", "f.conllu:2:1"},
           Case{"1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n3\tB\t_\t_\t_\t_\t_\t_\t_\t_\n", "conllu.id", "f.conllu:2:1"},
           Case{"1\t\t_\t_\t_\t_\t_\t_\t_\t_\n", "conllu.form", "f.conllu:1:1"},
           Case{"1\tA\t_\tNOPE\t_\t_\t_\t_\t_\t_\n", "conllu.upos", "f.conllu:1:1"},
           Case{"1\tA\t_\t_\t_\t_\t7\tdep\t_\t_\n", "conllu.head", "f.conllu:1:1"},
           Case{"1\tA\t_\t_\t_\t_\t2\tdep\t_\t_\n2\tB\t_\t_\t_\t_\t1\tdep\t_\t_\n", "conllu.cycle", "f.conllu:1:1"},
           Case{"1-3\tA\t_\t_\t_\t_\t_\t_\t_\t_\n1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n", "conllu.range", "f.conllu:1:1"},
       }) {
    CAPTURE(text);
    try {
      (void)io::read_conllu(text, "f.conllu");
      FAIL_CHECK("no error");
    } catch (const ParseError& error) {
      CHECK(error.code() == code);
      CHECK(error.place() == place);
    }
  }
}

TEST_CASE("offsets count code points, broken bytes are repaired in what is written") {
  Article article;
  article.text = "😀 caf\xE9 ok";
  const Document document = read_document(std::move(article));
  const std::string text = written(document, Syntax(std::vector<WordAnalysis>(3), {}));
  CHECK(text.find("2\tcaf\uFFFD\t") != std::string::npos);
  CHECK(text.find("end_char=6|start_char=2") != std::string::npos);
}
