// Properties that hold for any text.
#include "diurna/mentions/mentions.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "mentions/describe_mentions.hpp"

namespace {

constexpr std::string_view two_sentences =
    "1 Rebels rebel NOUN NNS Number=Plur 2 nsubj _ _\n"
    "2 told tell VERB VBD Tense=Past 0 root _ _\n"
    "3 Ana Ana PROPN NNP Number=Sing 2 obj _ NER=B-PERSON\n"
    "4 Duarte Duarte PROPN NNP Number=Sing 3 flat _ NER=I-PERSON\n"
    "5 that that SCONJ IN _ 7 mark _ _\n"
    "6 they they PRON PRP Number=Plur|Person=3|PronType=Prs 7 nsubj _ _\n"
    "7 surrendered surrender VERB VBD Tense=Past 2 ccomp _ SpaceAfter=No\n"
    "8 . . PUNCT . _ 2 punct _ _\n"
    "\n"
    "1 \" \" PUNCT `` _ 3 punct _ SpaceAfter=No\n"
    "2 I I PRON PRP Case=Nom|Number=Sing|Person=1|PronType=Prs 3 nsubj _ _\n"
    "3 agree agree VERB VBP Tense=Pres 7 ccomp _ SpaceAfter=No\n"
    "4 , , PUNCT , _ 7 punct _ SpaceAfter=No\n"
    "5 \" \" PUNCT '' _ 3 punct _ _\n"
    "6 she she PRON PRP Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs 7 nsubj _ _\n"
    "7 said say VERB VBD Tense=Past 0 root _ _\n";

}  // namespace

TEST_CASE("every mention belongs to exactly one entity and lies inside one sentence") {
  const auto result = diurna::test::found(two_sentences);
  std::vector<int> seen(result.mentions.mentions().size(), 0);
  for (const diurna::Entity& entity : result.mentions.entities()) {
    for (const diurna::MentionId id : entity.mentions) ++seen[id.index()];
  }
  for (std::size_t i = 0; i < seen.size(); ++i) {
    CHECK(seen[i] == 1);
    const diurna::Mention& mention = result.mentions.mentions()[i];
    CHECK(mention.tokens.contains(mention.head));
    CHECK(result.document.sentence_of(mention.tokens.first) ==
          result.document.sentence_of(diurna::TokenId{mention.tokens.last.index() - 1}));
  }
}

TEST_CASE("who speaks is I, and they are the rebels") {
  CHECK(diurna::test::chains(diurna::test::found(two_sentences)) == "[Rebels | they] [Ana Duarte | I | she]");
}

TEST_CASE("the same text gives the same mentions") {
  const auto once = diurna::test::found(two_sentences);
  const auto twice = diurna::test::found(two_sentences);
  CHECK(diurna::test::chains(once) == diurna::test::chains(twice));
}

TEST_CASE("an empty document has no mentions") {
  const diurna::Document document = diurna::read_document({.text = ""});
  CHECK(diurna::test::mention_finder()(document, diurna::Syntax({}, {})).mentions().empty());
}
