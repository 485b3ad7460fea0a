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

TEST_CASE("a role right before a name belongs to it, whatever the tree says") {
  CHECK(chains(found("1 student student NOUN NN Number=Sing 2 compound _ _\n"
                     "2 protester protester NOUN NN Number=Sing 5 obj _ _\n"
                     "3 Imre Imre PROPN NNP Number=Sing 5 nsubj _ NER=B-PERSON\n"
                     "4 Valko Valko PROPN NNP Number=Sing 3 flat _ NER=I-PERSON\n"
                     "5 wept weep VERB VBD Tense=Past 0 root _ _\n")) == "[student protester | Imre Valko]");
}

TEST_CASE("a described person between commas is the person before") {
  CHECK(chains(found("1 The the DET DT Definite=Def|PronType=Art 2 det _ _\n"
                     "2 mayor mayor NOUN NN Number=Sing 6 obl _ SpaceAfter=No\n"
                     "3 , , PUNCT , _ 6 punct _ _\n"
                     "4 Oda Oda PROPN NNP Number=Sing 6 nsubj _ NER=B-PERSON|SpaceAfter=No\n"
                     "5 , , PUNCT , _ 6 punct _ _\n"
                     "6 wept weep VERB VBD Tense=Past 0 root _ _\n")) == "[The mayor | Oda]");
}

TEST_CASE("the city of a name is the place it names") {
  CHECK(chains(found("1 Rebels rebel NOUN NNS Number=Plur 2 nsubj _ _\n"
                     "2 left leave VERB VBD Tense=Past 0 root _ _\n"
                     "3 the the DET DT Definite=Def|PronType=Art 4 det _ _\n"
                     "4 city city NOUN NN Number=Sing 2 obj _ _\n"
                     "5 of of ADP IN _ 6 case _ _\n"
                     "6 Oslo Oslo PROPN NNP Number=Sing 4 nmod _ NER=B-GPE\n")) ==
        "[Rebels] [the city of Oslo | Oslo]");
}

TEST_CASE("the country is not the last city") {
  CHECK(chains(found("1 Peru Peru PROPN NNP Number=Sing 2 nsubj _ NER=B-GPE\n"
                     "2 left leave VERB VBD Tense=Past 0 root _ _\n"
                     "3 Oslo Oslo PROPN NNP Number=Sing 2 obj _ NER=B-GPE\n"
                     "\n"
                     "1 The the DET DT Definite=Def|PronType=Art 2 det _ _\n"
                     "2 country country NOUN NN Number=Sing 3 nsubj _ _\n"
                     "3 wept weep VERB VBD Tense=Past 0 root _ _\n")) == "[Peru | The country] [Oslo]");
}

TEST_CASE("the minister of one country is not the minister of another") {
  CHECK(chains(found("1 Greek Greek ADJ JJ Degree=Pos 2 amod _ _\n"
                     "2 minister minister NOUN NN Number=Sing 3 nmod:desc _ _\n"
                     "3 Ana Ana PROPN NNP Number=Sing 5 nsubj _ NER=B-PERSON\n"
                     "4 Rallis Rallis PROPN NNP Number=Sing 3 flat _ NER=I-PERSON\n"
                     "5 left leave VERB VBD Tense=Past 0 root _ _\n"
                     "\n"
                     "1 The the DET DT Definite=Def|PronType=Art 3 det _ _\n"
                     "2 Turkish Turkish ADJ JJ Degree=Pos 3 amod _ _\n"
                     "3 minister minister NOUN NN Number=Sing 4 nsubj _ _\n"
                     "4 wept weep VERB VBD Tense=Past 0 root _ _\n")) ==
        "[Greek minister Ana Rallis | Greek minister | Ana Rallis] [Greek] [The Turkish minister] [Turkish]");
}

TEST_CASE("a copula makes one of a name and its description, a negated one does not") {
  const auto text = [](std::string_view adverb) {
    return "1 Odo Odo PROPN NNP Number=Sing 5 nsubj _ NER=B-PERSON\n2 is be AUX VBZ _ 5 cop _ _\n3 " +
           std::string(adverb) + " PART RB _ 5 advmod _ _\n4 a a DET DT Definite=Ind|PronType=Art 5 det _ _\n" +
           "5 lawyer lawyer NOUN NN Number=Sing 0 root _ _\n";
  };
  CHECK(chains(found(text("now now"))) == "[Odo | a lawyer]");
  CHECK(chains(found(text("not not"))) == "[Odo] [a lawyer]");
}

TEST_CASE("a surname, a given name and a reflexive go back to the full name") {
  CHECK(chains(found("1 Mira Mira PROPN NNP Number=Sing 3 nsubj _ NER=B-PERSON\n"
                     "2 Quastel Quastel PROPN NNP Number=Sing 1 flat _ NER=I-PERSON\n"
                     "3 left leave VERB VBD Tense=Past 0 root _ _\n"
                     "\n"
                     "1 Quastel Quastel PROPN NNP Number=Sing 2 nsubj _ NER=B-PERSON\n"
                     "2 hurt hurt VERB VBD Tense=Past 0 root _ _\n"
                     "3 herself herself PRON PRP Gender=Fem|Number=Sing|Person=3|Reflex=Yes 2 obj _ _\n"
                     "\n"
                     "1 Mira Mira PROPN NNP Number=Sing 2 nsubj _ NER=B-PERSON\n"
                     "2 wept weep VERB VBD Tense=Past 0 root _ _\n")) == "[Mira Quastel | Quastel | herself | Mira]");
}

TEST_CASE("police stay the same police") {
  CHECK(chains(found("1 Police police NOUN NNS Number=Plur 2 nsubj _ _\n"
                     "2 left leave VERB VBD Tense=Past 0 root _ _\n"
                     "\n"
                     "1 Later later ADV RB _ 3 advmod _ _\n"
                     "2 police police NOUN NNS Number=Plur 3 nsubj _ _\n"
                     "3 wept weep VERB VBD Tense=Past 0 root _ _\n")) == "[Police | police]");
}

TEST_CASE("a name in brackets, a name without its place and a part of a name are short forms") {
  const auto line = [](int id, std::string_view form, int head, std::string_view relation, std::string_view tag) {
    return std::to_string(id) + " " + std::string(form) + " " + std::string(form) + " PROPN NNP Number=Sing " +
           std::to_string(head) + " " + std::string(relation) + " _ NER=" + std::string(tag) + "\n";
  };
  const std::string verb = " left leave VERB VBD Tense=Past 0 root _ _\n";
  CHECK(chains(found(line(1, "Valley", 2, "compound", "B-ORG") + line(2, "Defenders", 6, "nsubj", "I-ORG") +
                     "3 ( ( PUNCT -LRB- _ 4 punct _ SpaceAfter=No\n" + line(4, "Vadef", 2, "appos", "B-ORG") +
                     "5 ) ) PUNCT -RRB- _ 4 punct _ _\n6" + verb)) == "[Valley Defenders | Vadef]");
  CHECK(chains(found(line(1, "Greek", 3, "compound", "B-ORG") + line(2, "Appeals", 3, "compound", "I-ORG") +
                     line(3, "Court", 4, "nsubj", "I-ORG") + "4" + verb + "\n" +
                     line(1, "Appeals", 2, "compound", "B-ORG") + line(2, "Court", 3, "nsubj", "I-ORG") + "3" +
                     verb)) == "[Greek Appeals Court | Appeals Court]");
  CHECK(chains(found(line(1, "Ricardo", 4, "nsubj", "B-PERSON") + line(2, "Ossio", 1, "flat", "I-PERSON") +
                     line(3, "Navarro", 1, "flat", "I-PERSON") + "4" + verb + "\n" +
                     line(1, "Ossio", 2, "nsubj", "B-PERSON") + "2" + verb + "\n" +
                     line(1, "Ricardo", 3, "nsubj", "B-PERSON") + line(2, "Ossio", 1, "flat", "I-PERSON") + "3" +
                     verb)) == "[Ricardo Ossio Navarro | Ossio | Ricardo Ossio]");
}
