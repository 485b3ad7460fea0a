#include "diurna/linguistics/analyzer.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"
#include "documents.hpp"

using namespace diurna;

namespace {

const Analyzer& analyzer() {
  static const Analyzer loaded = Analyzer::load();
  return loaded;
}

std::string lemmas(const std::string& line) {
  const Document document = test::document_of({line});
  const Syntax syntax = analyzer()(document);
  std::string out;
  for (std::size_t i = 0; i < syntax.size(); ++i) out += (i == 0 ? "" : " ") + std::string(syntax.lemma(TokenId{i}));
  return out;
}

std::string names(const std::string& line) {
  const Document document = test::document_of({line});
  const Syntax syntax = analyzer()(document);
  std::string out;
  for (const NameSpan& name : syntax.names()) {
    out += std::string(to_text(name.type)) + ":" + std::string(document.text(document.span(name.tokens))) + ";";
  }
  return out;
}

std::string tree(const std::string& line) {
  const Document document = test::document_of({line});
  const Syntax syntax = analyzer()(document);
  std::string out;
  for (std::size_t i = 0; i < syntax.size(); ++i) {
    const TokenId token{i};
    const std::size_t head = syntax.head(token) ? syntax.head(token).index() + 1 : 0;
    out += (i == 0 ? "" : " ") + std::string(to_text(syntax.relation(token))) + ">" + std::to_string(head);
  }
  return out;
}

bool trees_are_well_formed(const Document& document, const Syntax& syntax) {
  for (const Sentence& sentence : document.sentences()) {
    std::size_t roots = 0;
    for (const TokenId token : sentence.tokens) {
      const TokenId head = syntax.head(token);
      if (!head) ++roots;
      if (head && !sentence.tokens.contains(head)) return false;
      if (!head != (syntax.relation(token) == DependencyRelation::root)) return false;
      TokenId up = token;
      for (std::size_t steps = 0; up; up = syntax.head(up)) {
        if (++steps > sentence.tokens.size()) return false;
      }
    }
    if (roots != (sentence.tokens.empty() ? 0U : 1U)) return false;
  }
  return true;
}

std::string refusal(const std::string& bytes) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "diurna_refused_model.bin";
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  try {
    (void)Analyzer::load(path.string());
    return "";
  } catch (const ModelError& error) {
    return error.code();
  }
}

}  // namespace

TEST_CASE("active and passive clauses are parsed") {
  CHECK(tree("The bridge was destroyed by rebels .") ==
        "det>2 nsubj:pass>4 aux:pass>4 root>0 case>6 obl:agent>4 punct>4");
  CHECK(tree("Police arrested three men on Monday .") == "nsubj>2 root>0 nummod>4 obj>2 case>6 obl>2 punct>2");
}

TEST_CASE("lemmas of irregular and regular words") {
  CHECK(lemmas("The children were bitten by mice .") == "the child be bite by mouse .");
  CHECK(lemmas("She bought and sold houses , stopping twice .") == "she buy and sell house , stop twice .");
  CHECK(lemmas("They did n't organise the better trials .") == "they do not organise the good trial .");
}

TEST_CASE("names with their types") {
  CHECK(names("President Emmanuel Macron met Angela Merkel in Paris on Friday .") ==
        "PERSON:Emmanuel Macron;PERSON:Angela Merkel;GPE:Paris;");
  CHECK(names("The rain fell on the hills .") == "");
}

TEST_CASE("every text gets trees with one root, and the same ones twice") {
  std::mt19937 random(2);
  std::vector<std::string> lines = {"", "a", test::random_line(random, 700)};
  for (std::size_t i = 0; i < 60; ++i) lines.push_back(test::random_line(random, random() % 60));
  const Document document = test::document_of(lines);
  const Syntax first = analyzer()(document);
  const Syntax second = analyzer()(document);
  REQUIRE(first.size() == document.tokens().size());
  CHECK(trees_are_well_formed(document, first));
  for (std::size_t i = 0; i < first.size(); ++i) {
    REQUIRE(first.head(TokenId{i}) == second.head(TokenId{i}));
    REQUIRE(first.lemma(TokenId{i}) == second.lemma(TokenId{i}));
  }
}

TEST_CASE("a sentence does not depend on its neighbours") {
  const std::string line = "The court sentenced two officers to ten years in prison .";
  const Document alone = test::document_of({line});
  const Document among = test::document_of({"Rain fell .", line, "It stopped ."});
  const Syntax a = analyzer()(alone);
  const Syntax b = analyzer()(among);
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a.relation(TokenId{i}) == b.relation(TokenId{i + 3}));
    CHECK(a.upos(TokenId{i}) == b.upos(TokenId{i + 3}));
  }
}

TEST_CASE("damaged, cut and foreign models are refused") {
  const Resource resource = find_resource("models/en/linguistics.bin");
  const std::string bytes(resource.bytes());
  for (std::size_t i = 0; i < 32; ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    CAPTURE(i);
    CHECK(!refusal(damaged).empty());
  }
  for (std::size_t part = 0; part < 16; ++part) {
    CAPTURE(part);
    CHECK(!refusal(bytes.substr(0, bytes.size() * part / 16)).empty());
  }
  CHECK(refusal("a text file") == "model.foreign");
  CHECK_THROWS_AS((void)Analyzer::load("no/such/file"), IoError);
}

TEST_CASE("the model names itself") {
  CHECK(analyzer().fingerprint().size() == 32);
  CHECK(analyzer().card().find("\"licence\"") != std::string::npos);
}
