#include <doctest/doctest.h>

#include "mentions/describe_mentions.hpp"

using diurna::test::found;
using diurna::test::names;

TEST_CASE("a title stands outside the name, a known place has its type") {
  const auto result = found(
      "1 President president PROPN NNP Number=Sing 2 compound _ NER=B-PERSON\n"
      "2 Teresa Teresa PROPN NNP Number=Sing 5 nsubj _ NER=I-PERSON\n"
      "3 Oduya Oduya PROPN NNP Number=Sing 2 flat _ NER=I-PERSON\n"
      "4 left leave VERB VBD Tense=Past 0 root _ _\n"
      "5 Kenya Kenya PROPN NNP Number=Sing 4 obj _ _\n"
      "6 . . PUNCT . _ 4 punct _ _\n");
  CHECK(names(result) == "PERSON Teresa Oduya; GPE Kenya");
}

TEST_CASE("a demonym is a name of its country") {
  const auto result = found(
      "1 Chilean Chilean ADJ JJ Degree=Pos 2 amod _ _\n"
      "2 miners miner NOUN NNS Number=Plur 3 nsubj _ _\n"
      "3 left leave VERB VBD Tense=Past 0 root _ _\n"
      "4 Chile Chile PROPN NNP Number=Sing 3 obj _ _\n");
  CHECK(names(result) == "NORP Chilean; GPE Chile");
  CHECK(result.mentions.entities()[1].name == "Chile");
  CHECK(result.mentions.entities()[1].aliases == std::vector<std::string>{"Chilean"});
  CHECK(result.mentions.entities()[1].country == "CHL");
}

TEST_CASE("a name that the model missed is found again by repetition") {
  const auto result = found(
      "1 Mira Mira PROPN NNP Number=Sing 3 nsubj _ NER=B-PERSON\n"
      "2 Quastel Quastel PROPN NNP Number=Sing 1 flat _ NER=I-PERSON\n"
      "3 spoke speak VERB VBD Tense=Past 0 root _ _\n"
      "4 . . PUNCT . _ 3 punct _ _\n"
      "\n"
      "1 Quastel quastel PROPN NNP Number=Sing 2 nsubj _ _\n"
      "2 left leave VERB VBD Tense=Past 0 root _ _\n"
      "3 . . PUNCT . _ 2 punct _ _\n");
  CHECK(names(result) == "PERSON Mira Quastel; PERSON Quastel");
  CHECK(result.mentions.entities().size() == 1);
}
