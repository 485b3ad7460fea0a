#include "events/open_layer.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "events/open_containment.hpp"
#include "support/conllu_document.hpp"

namespace {

std::vector<diurna::OpenTriple> triples_of(std::string_view conllu,
                                           diurna::OpenLayer layer = diurna::OpenLayer::maximal) {
  const auto [document, syntax] = diurna::test::parsed(conllu);
  const diurna::Mentions mentions(diurna::Mentions::Parts{}, document.tokens().size());
  return diurna::detail::find_open_triples({document, syntax, mentions}, layer);
}

/// "subject > relation > object", a line each.
std::string lines_of(std::string_view conllu, diurna::OpenLayer layer = diurna::OpenLayer::maximal) {
  std::string out;
  for (const diurna::OpenTriple& triple : triples_of(conllu, layer)) {
    out += triple.subject + " > " + triple.relation + " > " + triple.object + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("open layer: the object, then each prepositional phrase with the object in the relation") {
  CHECK(lines_of("1 Divers diver NOUN NNS _ 2 nsubj\n"
                 "2 pulled pull VERB VBD _ 0 root\n"
                 "3 the the DET DT _ 4 det\n"
                 "4 boat boat NOUN NN _ 2 obj\n"
                 "5 to to ADP IN _ 6 case\n"
                 "6 shore shore NOUN NN _ 2 obl\n"
                 "7 on on ADP IN _ 8 case\n"
                 "8 Monday Monday PROPN NNP _ 2 obl\n") ==
        "Divers > pulled > the boat\n"
        "Divers > pulled the boat to > shore\n"
        "Divers > pulled the boat on > Monday\n");
}

TEST_CASE("open layer: passives keep their auxiliaries and name the agent") {
  CHECK(lines_of("1 The the DET DT _ 2 det\n"
                 "2 mill mill NOUN NN _ 4 nsubj:pass\n"
                 "3 was be AUX VBD _ 4 aux:pass\n"
                 "4 burned burn VERB VBN _ 0 root\n"
                 "5 by by ADP IN _ 6 case\n"
                 "6 raiders raider NOUN NNS _ 4 obl:agent\n") == "The mill > was burned by > raiders\n");
}

TEST_CASE("open layer: a copula has its predicate as object, phrases inside it follow") {
  CHECK(lines_of("1 Ines Ines PROPN NNP _ 4 nsubj\n"
                 "2 is be AUX VBZ _ 4 cop\n"
                 "3 the the DET DT _ 4 det\n"
                 "4 mayor mayor NOUN NN _ 0 root\n"
                 "5 of of ADP IN _ 6 case\n"
                 "6 Porto Porto PROPN NNP _ 4 nmod\n") ==
        "Ines > is > the mayor of Porto\n"
        "Ines > is the mayor of > Porto\n");
}

TEST_CASE("open layer: subjects, verbs and objects are spread over coordination") {
  CHECK(lines_of("1 Ana Ana PROPN NNP _ 4 nsubj\n"
                 "2 and and CCONJ CC _ 3 cc\n"
                 "3 Bo Bo PROPN NNP _ 1 conj\n"
                 "4 sold sell VERB VBD _ 0 root\n"
                 "5 apples apple NOUN NNS _ 4 obj\n"
                 "6 and and CCONJ CC _ 7 cc\n"
                 "7 pears pear NOUN NNS _ 5 conj\n"
                 "8 and and CCONJ CC _ 9 cc\n"
                 "9 left leave VERB VBD _ 4 conj\n"
                 "10 town town NOUN NN _ 9 obj\n") ==
        "Ana > sold > apples\n"
        "Bo > sold > apples\n"
        "Ana > sold > pears\n"
        "Bo > sold > pears\n"
        "Ana > left > town\n"
        "Bo > left > town\n");
}

TEST_CASE("open layer: infinitives go on from the verb above, relative pronouns stand for their noun") {
  CHECK(lines_of("1 Ana Ana PROPN NNP _ 2 nsubj\n"
                 "2 wants want VERB VBZ _ 0 root\n"
                 "3 to to PART TO _ 4 mark\n"
                 "4 sell sell VERB VB _ 2 xcomp\n"
                 "5 ships ship NOUN NNS _ 4 obj\n"
                 "6 that that PRON WDT PronType=Rel 7 nsubj\n"
                 "7 carry carry VERB VBP _ 5 acl:relcl\n"
                 "8 grain grain NOUN NN _ 7 obj\n") ==
        "Ana > wants to sell > ships\n"
        "ships > carry > grain\n");
}

TEST_CASE("open layer: reported clauses are objects and clauses of their own") {
  CHECK(lines_of("1 Bo Bo PROPN NNP _ 2 nsubj\n"
                 "2 said say VERB VBD _ 0 root\n"
                 "3 Ana Ana PROPN NNP _ 5 nsubj\n"
                 "4 may may AUX MD _ 5 aux\n"
                 "5 sell sell VERB VB _ 2 ccomp\n"
                 "6 it it PRON PRP _ 5 obj\n") ==
        "Bo > said > Ana may sell it\n"
        "Ana > may sell > it\n");
}

TEST_CASE("open layer: appositions say what somebody is") {
  CHECK(lines_of("1 Ana Ana PROPN NNP _ 7 nsubj\n"
                 "2 , , PUNCT , _ 3 punct\n"
                 "3 head head NOUN NN _ 1 appos\n"
                 "4 of of ADP IN _ 5 case\n"
                 "5 Acme Acme PROPN NNP _ 3 nmod\n"
                 "6 , , PUNCT , _ 3 punct\n"
                 "7 resigned resign VERB VBD _ 0 root\n") ==
        "Ana > is > head of Acme\n"
        "Ana > resigned > \n");
}

TEST_CASE("open layer: negation and modal verbs are kept in the relation and told apart") {
  const auto triples = triples_of(
      "1 They they PRON PRP _ 4 nsubj\n"
      "2 could can AUX MD _ 4 aux\n"
      "3 not not PART RB _ 4 advmod\n"
      "4 see see VERB VB _ 0 root\n"
      "5 it it PRON PRP _ 4 obj\n");
  REQUIRE(triples.size() == 1);
  CHECK(triples[0].relation == "could not see");
  CHECK(triples[0].negated);
  CHECK(triples[0].modality == "could");
}

TEST_CASE("open layer: a gerund with a subject of its own that hangs on its object comes to an end") {
  const auto triples = triples_of(
      "1 Bo Bo PROPN NNP _ 2 nsubj\n"
      "2 saw see VERB VBD _ 0 root\n"
      "3 proof proof NOUN NN _ 2 obj\n"
      "4 of of SCONJ IN _ 6 mark\n"
      "5 Ana Ana PROPN NNP _ 6 nsubj\n"
      "6 selling sell VERB VBG _ 3 acl\n");
  CHECK(triples.size() == 2);
}

TEST_CASE("open layer: contained facts are given only when asked for") {
  constexpr std::string_view renamed =
      "1 They they PRON PRP _ 2 nsubj\n"
      "2 sold sell VERB VBD _ 0 root\n"
      "3 the the DET DT _ 4 det\n"
      "4 hall hall NOUN NN _ 2 obj\n"
      "5 of of ADP IN _ 6 case\n"
      "6 Porto Porto PROPN NNP _ 4 nmod\n"
      "7 in in ADP IN _ 8 case\n"
      "8 1918 1918 NUM CD _ 2 obl\n";
  CHECK(lines_of(renamed) ==
        "They > sold > the hall of Porto\n"
        "They > sold the hall of > Porto\n"
        "They > sold the hall of Porto in > 1918\n");
  CHECK(lines_of(renamed, diurna::OpenLayer::all) ==
        "They > sold > the hall of Porto\n"
        "They > sold > the hall\n"
        "They > sold the hall of > Porto\n"
        "They > sold the hall of Porto in > 1918\n"
        "They > sold in > 1918\n");
}

TEST_CASE("open layer: one triple is contained in another when all its parts are") {
  struct Row {
    diurna::OpenTriple part, whole;
    bool contained;
  };
  const auto triple = [](std::string subject, std::string relation, std::string object) {
    diurna::OpenTriple out;
    out.subject = std::move(subject);
    out.relation = std::move(relation);
    out.object = std::move(object);
    return out;
  };
  const Row rows[] = {
      {triple("men", "sold", "a boat"), triple("old men", "have sold", "a boat of Ana"), true},
      {triple("men", "sold", "a boat"), triple("men", "sold", "a boat"), false},
      {triple("men", "sold", "boat"), triple("men", "sold", "boats"), false},
      {triple("men", "sold", "a boat"), triple("men", "sold a boat of", "Ana"), false},
      {triple("men", "sold", "a of"), triple("men", "sold", "a boat of Ana"), false},
      {triple("men", "left", ""), triple("men", "left", "Oslo"), false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.part.object);
    CHECK(diurna::detail::is_contained(row.part, row.whole) == row.contained);
  }
}
