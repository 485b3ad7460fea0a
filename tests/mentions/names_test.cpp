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

TEST_CASE("a place that plays in an article on sport is a team") {
  const auto result = found(
      "1 Spain Spain PROPN NNP Number=Sing 2 nsubj _ NER=B-GPE\n"
      "2 beat beat VERB VBD Tense=Past 0 root _ _\n"
      "3 Ghana Ghana PROPN NNP Number=Sing 2 obj _ NER=B-GPE\n"
      "4 in in ADP IN _ 6 case _ _\n"
      "5 the the DET DT Definite=Def|PronType=Art 6 det _ _\n"
      "6 match match NOUN NN Number=Sing 2 obl _ _\n"
      "7 in in ADP IN _ 8 case _ _\n"
      "8 Spain Spain PROPN NNP Number=Sing 2 obl _ NER=B-GPE\n"
      "9 after after ADP IN _ 11 case _ _\n"
      "10 penalty penalty NOUN NN Number=Sing 11 compound _ _\n"
      "11 goals goal NOUN NNS Number=Plur 2 obl _ _\n"
      "12 and and CCONJ CC _ 13 cc _ _\n"
      "13 kicks kick NOUN NNS Number=Plur 11 conj _ _\n");
  CHECK(names(result) == "ORG Spain; ORG Ghana; GPE Spain");
}

TEST_CASE("a title alone and a language are no names") {
  const auto result = found(
      "1 The the DET DT Definite=Def|PronType=Art 3 det _ _\n"
      "2 Prime prime PROPN NNP Number=Sing 3 compound _ NER=B-PERSON\n"
      "3 Minister minister PROPN NNP Number=Sing 4 nsubj _ NER=I-PERSON\n"
      "4 spoke speak VERB VBD Tense=Past 0 root _ _\n"
      "5 in in ADP IN _ 6 case _ _\n"
      "6 Spanish Spanish PROPN NNP Number=Sing 4 obl _ NER=B-NORP\n");
  CHECK(names(result) == "");
}

TEST_CASE("the tables lengthen a name that the model cut short") {
  const auto result = found(
      "1 Ana Ana PROPN NNP Number=Sing 2 nsubj _ _\n"
      "2 joined join VERB VBD Tense=Past 0 root _ _\n"
      "3 Doctors doctor PROPN NNPS Number=Plur 2 obj _ NER=B-ORG\n"
      "4 Without without ADP IN _ 5 case _ _\n"
      "5 Borders border PROPN NNPS Number=Plur 3 nmod _ _\n");
  CHECK(names(result) == "OTHER Ana; ORG Doctors Without Borders");
}
