#include <doctest/doctest.h>

#include "mentions/describe_mentions.hpp"

using diurna::test::chains;
using diurna::test::found;

TEST_CASE("a nominal around a name and a pronoun after it are one entity") {
  CHECK(chains(found("1 Mayor mayor PROPN NNP Number=Sing 2 nmod:desc _ _\n"
                     "2 Anna Anna PROPN NNP Number=Sing 4 nsubj _ NER=B-PERSON\n"
                     "3 Brodeur Brodeur PROPN NNP Number=Sing 2 flat _ NER=I-PERSON\n"
                     "4 resigned resign VERB VBD Tense=Past 0 root _ _\n"
                     "5 . . PUNCT . _ 4 punct _ _\n"
                     "\n"
                     "1 She she PRON PRP Gender=Fem|Number=Sing|Person=3|PronType=Prs 2 nsubj _ _\n"
                     "2 kept keep VERB VBD Tense=Past 0 root _ _\n"
                     "3 her her PRON PRP$ Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs 4 nmod:poss _ _\n"
                     "4 house house NOUN NN Number=Sing 2 obj _ _\n")) ==
        "[Mayor Anna Brodeur | Mayor | Anna Brodeur | She | her] [her house]");
}

TEST_CASE("an acronym in brackets names the body before it") {
  CHECK(chains(found("1 The the DET DT Definite=Def|PronType=Art 4 det _ _\n"
                     "2 Coastal Coastal PROPN NNP Number=Sing 4 compound _ NER=B-ORG\n"
                     "3 Rescue Rescue PROPN NNP Number=Sing 4 compound _ NER=I-ORG\n"
                     "4 Board Board PROPN NNP Number=Sing 8 nsubj _ NER=I-ORG\n"
                     "5 ( ( PUNCT -LRB- _ 6 punct _ SpaceAfter=No\n"
                     "6 CRB CRB PROPN NNP Number=Sing 4 appos _ NER=B-ORG|SpaceAfter=No\n"
                     "7 ) ) PUNCT -RRB- _ 6 punct _ _\n"
                     "8 agreed agree VERB VBD Tense=Past 0 root _ _\n")) == "[Coastal Rescue Board | CRB]");
}

TEST_CASE("apposition, relative clause and definite noun take up a person") {
  CHECK(chains(found("1 Police police NOUN NNS Number=Plur 2 nsubj _ _\n"
                     "2 freed free VERB VBD Tense=Past 0 root _ _\n"
                     "3 Odo Odo PROPN NNP Number=Sing 2 obj _ NER=B-PERSON\n"
                     "4 Ferrante Ferrante PROPN NNP Number=Sing 3 flat _ NER=I-PERSON|SpaceAfter=No\n"
                     "5 , , PUNCT , _ 7 punct _ _\n"
                     "6 a a DET DT Definite=Ind|PronType=Art 7 det _ _\n"
                     "7 lawyer lawyer NOUN NN Number=Sing 3 appos _ _\n"
                     "8 who who PRON WP PronType=Rel 9 nsubj _ _\n"
                     "9 fled flee VERB VBD Tense=Past 7 acl:relcl _ SpaceAfter=No\n"
                     "10 . . PUNCT . _ 2 punct _ _\n"
                     "\n"
                     "1 The the DET DT Definite=Def|PronType=Art 2 det _ _\n"
                     "2 lawyer lawyer NOUN NN Number=Sing 3 nsubj _ _\n"
                     "3 wept weep VERB VBD Tense=Past 0 root _ _\n")) ==
        "[Police] [Odo Ferrante | a lawyer | who | The lawyer]");
}

TEST_CASE("two other people are not the two people before") {
  CHECK(chains(found("1 Two two NUM CD NumType=Card 2 nummod _ _\n"
                     "2 men man NOUN NNS Number=Plur 3 nsubj _ _\n"
                     "3 died die VERB VBD Tense=Past 0 root _ _\n"
                     "\n"
                     "1 The the DET DT Definite=Def|PronType=Art 3 det _ _\n"
                     "2 other other ADJ JJ Degree=Pos 3 amod _ _\n"
                     "3 men man NOUN NNS Number=Plur 4 nsubj _ _\n"
                     "4 fled flee VERB VBD Tense=Past 0 root _ _\n")) == "[Two men] [The other men]");
}

TEST_CASE("a number at the head of a partitive is a mention of those counted") {
  const auto result = found(
      "1 Five five NUM CD NumType=Card 5 nsubj _ _\n"
      "2 of of ADP IN _ 4 case _ _\n"
      "3 its its PRON PRP$ Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs 4 nmod:poss _ _\n"
      "4 sailors sailor NOUN NNS Number=Plur 1 nmod _ _\n"
      "5 drowned drown VERB VBD Tense=Past 0 root _ _\n");
  const diurna::MentionId id = result.mentions.mention_headed_by(diurna::TokenId{0});
  REQUIRE(id);
  CHECK(result.document.text(result.mentions.mention(id).span) == "Five of its sailors");
  CHECK(result.mentions.mention(id).type == diurna::EntityType::group);
}

TEST_CASE("the company is the last company named, the country the last country") {
  CHECK(chains(found("1 Velomar Velomar PROPN NNP Number=Sing 2 nsubj _ NER=B-ORG\n"
                     "2 left leave VERB VBD Tense=Past 0 root _ _\n"
                     "3 Peru Peru PROPN NNP Number=Sing 2 obj _ NER=B-GPE\n"
                     "\n"
                     "1 The the DET DT Definite=Def|PronType=Art 2 det _ _\n"
                     "2 company company NOUN NN Number=Sing 3 nsubj _ _\n"
                     "3 praised praise VERB VBD Tense=Past 0 root _ _\n"
                     "4 the the DET DT Definite=Def|PronType=Art 5 det _ _\n"
                     "5 country country NOUN NN Number=Sing 3 obj _ _\n")) ==
        "[Velomar | The company] [Peru | the country]");
}
