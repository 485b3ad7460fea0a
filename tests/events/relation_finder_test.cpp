#include "events/relation_finder.hpp"

#include <doctest/doctest.h>

#include "events/small_text.hpp"

using diurna::EntityType;
using diurna::test::SmallText;

namespace {

std::string relations(const SmallText& text) {
  static const auto finder = diurna::detail::RelationFinder::load();
  static const auto attributions = diurna::detail::AttributionFinder::load();
  return text.with_context([&](const diurna::detail::Context& context) {
    std::string lines;
    for (const diurna::Relation& relation : finder(context, attributions(context))) {
      lines += (lines.empty() ? "" : "; ") + relation.type + " ";
      lines += std::string(context.document.text(relation.subject.span)) + " - ";
      lines += context.document.text(relation.object.span);
      for (const diurna::Argument& qualifier : relation.qualifiers) {
        lines += " [" + qualifier.role + " " + std::string(context.document.text(qualifier.filler.span)) + "]";
      }
    }
    return lines;
  });
}

}  // namespace

TEST_CASE("relations: a place inside a place, but not the items of a list") {
  SmallText text(
      "He/PRON/nsubj/2 went/VERB/root/0/go to/ADP/case/4 Lyon/PROPN/obl/2 ,/PUNCT/punct/4 France/PROPN/appos/4");
  text.mention(EntityType::gpe, "Lyon").mention(EntityType::gpe, "France", diurna::MentionKind::name, "FRA");
  CHECK(relations(text) == "place.located_in Lyon - France");

  SmallText list(
      "He/PRON/nsubj/2 saw/VERB/root/0/see Lyon/PROPN/obj/2 ,/PUNCT/punct/5 Turin/PROPN/conj/3 and/CCONJ/cc/7 "
      "Graz/PROPN/conj/3");
  list.mention(EntityType::gpe, "Lyon").mention(EntityType::gpe, "Turin").mention(EntityType::gpe, "Graz");
  CHECK(relations(list).empty());
}

TEST_CASE("relations: a facility in a place") {
  SmallText text("A/DET/det/2 clinic/NOUN/nsubj/5 in/ADP/case/4 Oslo/PROPN/nmod/2 burned/VERB/root/0/burn");
  text.mention(EntityType::facility, "A clinic", diurna::MentionKind::nominal).mention(EntityType::gpe, "Oslo");
  CHECK(relations(text) == "place.located_in A clinic - Oslo");
}

TEST_CASE("relations: an acronym in brackets is another name") {
  SmallText text(
      "The/DET/det/3 Central/PROPN/compound/3 Bank/PROPN/nsubj/7 (/PUNCT/punct/5 CB/PROPN/appos/3 "
      ")/PUNCT/punct/5 agreed/VERB/root/0/agree");
  text.mention(EntityType::org, "Central Bank");
  CHECK(relations(text) == "entity.alias Central Bank - CB");
}

TEST_CASE("relations: a title before a name, with the country as its organisation") {
  SmallText text(
      "US/PROPN/compound/2 President/PROPN/nmod:desc/3 Ana/PROPN/nsubj/5 Diaz/PROPN/flat/3 "
      "agreed/VERB/root/0/agree");
  text.mention(EntityType::gpe, "US", diurna::MentionKind::name, "USA").mention(EntityType::person, "Ana Diaz");
  CHECK(relations(text) == "person.position Ana Diaz - President [org US]");
}

TEST_CASE("relations: an occupation and the demonym before it") {
  SmallText text(
      "Polish/ADJ/amod/2 novelist/NOUN/nmod:desc/3 Ana/PROPN/nsubj/5 Diaz/PROPN/flat/3 died/VERB/root/0/die");
  text.mention(EntityType::norp, "Polish", diurna::MentionKind::name, "POL").mention(EntityType::person, "Ana Diaz");
  CHECK(relations(text) == "person.nationality Ana Diaz - Polish; person.occupation Ana Diaz - novelist");
}

TEST_CASE("relations: apposition and copula") {
  SmallText text(
      "Ana/PROPN/nsubj/7 ,/PUNCT/punct/3 head/NOUN/appos/1 of/ADP/case/5 Fram/PROPN/nmod/3 ,/PUNCT/punct/3 "
      "left/VERB/root/0/leave");
  text.mention(EntityType::person, "Ana").mention(EntityType::org, "Fram");
  CHECK(relations(text) == "person.position Ana - head [org Fram]");

  SmallText copula("Ana/PROPN/nsubj/4 is/AUX/cop/4/be a/DET/det/4 lawyer/NOUN/root/0");
  copula.mention(EntityType::person, "Ana");
  CHECK(relations(copula) == "person.occupation Ana - lawyer");
}

TEST_CASE("relations: kin are told from the one whose kin they are") {
  SmallText text(
      "Ana/PROPN/nmod:poss/3 's/PART/case/1 brother/NOUN/nmod:desc/4 Juan/PROPN/nsubj/5 left/VERB/root/0/leave");
  text.mention(EntityType::person, "Ana").mention(EntityType::person, "Juan");
  CHECK(relations(text) == "person.family Ana - Juan [kind brother]");
}

TEST_CASE("relations: ages in their three shapes") {
  SmallText comma("Ana/PROPN/nsubj/5 ,/PUNCT/punct/3 61/NUM/appos/1 ,/PUNCT/punct/3 left/VERB/root/0/leave");
  comma.mention(EntityType::person, "Ana");
  CHECK(relations(comma) == "person.age Ana - 61");
  SmallText words("Ana/PROPN/nsubj/2 died/VERB/root/0/die aged/VERB/advcl/2/age 61/NUM/obj/3");
  words.mention(EntityType::person, "Ana");
  CHECK(relations(words) == "person.age Ana - 61");
  SmallText predicate("Ana/PROPN/nsubj/3 was/AUX/cop/3/be 61/NUM/root/0 ./PUNCT/punct/3");
  predicate.mention(EntityType::person, "Ana");
  CHECK(relations(predicate) == "person.age Ana - 61");
}

TEST_CASE("relations: somebody of a body, a home, a school") {
  SmallText of("Ana/PROPN/nsubj/4 of/ADP/case/3 Fram/PROPN/nmod/1 left/VERB/root/0/leave");
  of.mention(EntityType::person, "Ana").mention(EntityType::org, "Fram");
  CHECK(relations(of) == "person.member_of Ana - Fram");
  SmallText live("Ana/PROPN/nsubj/2 lives/VERB/root/0/live in/ADP/case/4 Oslo/PROPN/obl/2");
  live.mention(EntityType::person, "Ana").mention(EntityType::gpe, "Oslo");
  CHECK(relations(live) == "person.lives_in Ana - Oslo");
  SmallText study("Ana/PROPN/nsubj/2 studied/VERB/root/0/study at/ADP/case/4 Oxbridge/PROPN/obl/2");
  study.mention(EntityType::person, "Ana").mention(EntityType::org, "Oxbridge");
  CHECK(relations(study) == "person.educated_at Ana - Oxbridge");
}

TEST_CASE("relations: owners and founders") {
  SmallText own(
      "Ila/PROPN/nsubj:pass/3 is/AUX/aux:pass/3/be owned/VERB/root/0/own by/ADP/case/5 Fram/PROPN/obl:agent/3");
  own.mention(EntityType::org, "Ila").mention(EntityType::org, "Fram");
  CHECK(relations(own) == "entity.owns Fram - Ila");
  SmallText found("Ana/PROPN/nsubj/2 founded/VERB/root/0/found Fram/PROPN/obj/2");
  found.mention(EntityType::person, "Ana").mention(EntityType::org, "Fram");
  CHECK(relations(found) == "org.founded_by Fram - Ana");
}

TEST_CASE("relations: the kind of place tells where it lies") {
  SmallText city(
      "The/DET/det/3 Polish/ADJ/amod/3 city/NOUN/nsubj/6 of/ADP/case/5 Lublin/PROPN/nmod/3 "
      "grew/VERB/root/0/grow");
  city.mention(EntityType::norp, "Polish").mention(EntityType::gpe, "Lublin");
  CHECK(relations(city) == "place.located_in Lublin - Polish");
  SmallText capital(
      "Chad/PROPN/nmod:poss/3 's/PART/case/1 capital/NOUN/nsubj/6 ,/PUNCT/punct/5 Ndjamena/PROPN/appos/3 "
      "grew/VERB/root/0/grow");
  capital.mention(EntityType::gpe, "Chad").mention(EntityType::gpe, "Ndjamena");
  CHECK(relations(capital) == "place.located_in Ndjamena - Chad");
}

TEST_CASE("relations: somebody named by another name") {
  SmallText text(
      "Ana/PROPN/nsubj/8 ,/PUNCT/punct/4 also/ADV/advmod/4 known/VERB/acl/1/know as/ADP/case/6 "
      "Storm/PROPN/obl/4 ,/PUNCT/punct/4 left/VERB/root/0/leave");
  text.mention(EntityType::person, "Ana");
  CHECK(relations(text) == "entity.alias Ana - Storm");
}

TEST_CASE("relations: party, body and demonym right before a name") {
  SmallText party("Democrat/PROPN/compound/2 Ana/PROPN/nsubj/3 left/VERB/root/0/leave");
  party.mention(EntityType::person, "Ana");
  CHECK(relations(party) == "person.member_of Ana - Democrat");
  SmallText body("Fram/PROPN/nmod:poss/3 's/PART/case/1 Ana/PROPN/nsubj/4 left/VERB/root/0/leave");
  body.mention(EntityType::org, "Fram").mention(EntityType::person, "Ana");
  CHECK(relations(body) == "person.member_of Ana - Fram");
}

TEST_CASE("relations: an office with 'of' behind the name belongs to that place, not a home") {
  SmallText text("Senator/PROPN/nmod:desc/2 Ana/PROPN/nsubj/5 of/ADP/case/4 Texas/PROPN/nmod/2 left/VERB/root/0/leave");
  text.mention(EntityType::person, "Ana").mention(EntityType::gpe, "Texas");
  CHECK(relations(text) == "person.position Ana - Senator [org Texas]");
}

TEST_CASE("relations: what is denied or only possible is no relation") {
  SmallText text("Ana/PROPN/nsubj/5 is/AUX/cop/5/be not/PART/advmod/5 a/DET/det/5 lawyer/NOUN/root/0");
  text.mention(EntityType::person, "Ana");
  CHECK(relations(text).empty());
}

TEST_CASE("relations: a body based in a place, a body inside a body") {
  SmallText based(
      "Oslo/PROPN/compound/3 -/PUNCT/punct/3 based/VERB/amod/5/base lender/NOUN/compound/5 "
      "Fram/PROPN/nsubj/6 grew/VERB/root/0/grow");
  based.mention(EntityType::gpe, "Oslo").mention(EntityType::org, "Fram");
  CHECK(relations(based) == "org.based_in Fram - Oslo");
  SmallText inside("Fram/PROPN/nmod:poss/3 's/PART/case/1 Ila/PROPN/nsubj/4 grew/VERB/root/0/grow");
  inside.mention(EntityType::org, "Fram").mention(EntityType::org, "Ila");
  CHECK(relations(inside) == "org.part_of Ila - Fram");
}

TEST_CASE("relations: a plural noun describes every name of the list behind it") {
  SmallText text(
      "Two/NUM/nummod/2 ministers/NOUN/nsubj/7/minister ,/PUNCT/punct/4 Ana/PROPN/appos/2 and/CCONJ/cc/6 "
      "Juan/PROPN/conj/4 left/VERB/root/0/leave");
  text.mention(EntityType::person, "Ana").mention(EntityType::person, "Juan").plural("ministers");
  CHECK(relations(text) == "person.position Ana - ministers; person.position Juan - ministers");
}

TEST_CASE("relations: an opening noun describes the subject behind the comma") {
  SmallText text("A/DET/det/2 lawyer/NOUN/advcl/5 ,/PUNCT/punct/2 Ana/PROPN/nsubj/5 left/VERB/root/0/leave");
  text.mention(EntityType::person, "Ana");
  CHECK(relations(text) == "person.occupation Ana - lawyer");
}

TEST_CASE("relations: coordinated nouns behind a name, each with its meaning") {
  SmallText text(
      "Ana/PROPN/nsubj/10 ,/PUNCT/punct/4 his/PRON/nmod:poss/4 wife/NOUN/appos/1 and/CCONJ/cc/6 "
      "head/NOUN/conj/4 of/ADP/case/8 Fram/PROPN/nmod/6 ,/PUNCT/punct/4 left/VERB/root/0/leave");
  text.mention(EntityType::person, "Ana").mention(EntityType::org, "Fram");
  CHECK(relations(text) == "person.position Ana - head [org Fram]");
}

TEST_CASE("relations: what a place or body has in numbers, not what somebody did") {
  SmallText text("Fram/PROPN/nsubj/2 has/VERB/root/0/have 46/NUM/nummod/4 rooms/NOUN/obj/2/room");
  text.mention(EntityType::facility, "Fram").quantity("46", "rooms");
  CHECK(relations(text) == "entity.measure Fram - 46 rooms");
  SmallText there(
      "There/PRON/expl/2 are/VERB/root/0/be 46/NUM/nummod/4 prisoners/NOUN/nsubj/2/prisoner in/ADP/case/6 "
      "Chad/PROPN/nmod/4");
  there.mention(EntityType::gpe, "Chad").quantity("46", "prisoners");
  CHECK(relations(there) == "entity.measure Chad - 46 prisoners");
}

TEST_CASE("relations: a measure names its source") {
  SmallText text(
      "Police/NOUN/nsubj/2 said/VERB/root/0/say Fram/PROPN/nsubj/4 has/VERB/ccomp/2/have 46/NUM/nummod/6 "
      "rooms/NOUN/obj/4/room");
  text.mention(EntityType::facility, "Fram").quantity("46", "rooms");
  CHECK(relations(text) == "entity.measure Fram - 46 rooms [source Police]");
}

TEST_CASE("relations: a party's word has a capital, and a ministry is no party") {
  SmallText party("Labour/PROPN/compound/2 MP/PROPN/nmod:desc/3 Ana/PROPN/nsubj/4 left/VERB/root/0/leave");
  party.mention(EntityType::person, "Ana");
  CHECK(relations(party) == "person.member_of Ana - Labour; person.position Ana - MP");
  SmallText ministry("Labor/PROPN/compound/2 Minister/PROPN/nmod:desc/3 Ana/PROPN/nsubj/4 left/VERB/root/0/leave");
  ministry.mention(EntityType::person, "Ana");
  CHECK(relations(ministry) == "person.position Ana - Labor Minister");
}

TEST_CASE("relations: schools are attended, services are too") {
  SmallText school("Ana/PROPN/nsubj/2 attended/VERB/root/0/attend Fram/PROPN/compound/4 College/PROPN/obj/2");
  school.mention(EntityType::person, "Ana").mention(EntityType::org, "Fram College");
  CHECK(relations(school) == "person.educated_at Ana - Fram College");
  SmallText service("Ana/PROPN/nsubj/2 attended/VERB/root/0/attend Fram/PROPN/compound/4 Service/PROPN/obj/2");
  service.mention(EntityType::person, "Ana").mention(EntityType::org, "Fram Service");
  CHECK(relations(service).empty());
}

TEST_CASE("relations: who somebody works for, and a party as predicate") {
  SmallText work("Ana/PROPN/nsubj/2 works/VERB/root/0/work for/ADP/case/4 Fram/PROPN/obl/2");
  work.mention(EntityType::person, "Ana").mention(EntityType::org, "Fram");
  CHECK(relations(work) == "person.member_of Ana - Fram");
  SmallText party("Ana/PROPN/nsubj/4 is/AUX/cop/4/be a/DET/det/4 Republican/PROPN/root/0");
  party.mention(EntityType::person, "Ana");
  CHECK(relations(party) == "person.member_of Ana - Republican");
}

TEST_CASE("relations: another name behind a comma, whatever the participle hangs on") {
  SmallText text(
      "They/PRON/nsubj/2 saw/VERB/root/0/see Fram/PROPN/obj/2 ,/PUNCT/punct/6 also/ADV/advmod/6 "
      "called/VERB/advcl/2/call Big/PROPN/compound/8 Isle/PROPN/xcomp/6");
  text.mention(EntityType::loc, "Fram");
  CHECK(relations(text) == "entity.alias Fram - Big Isle");
}

TEST_CASE("relations: who is native to a town, and bodies named with their place") {
  SmallText native("Oslo/PROPN/compound/2 native/NOUN/nsubj/4 Ana/PROPN/flat/2 sang/VERB/root/0/sing");
  native.mention(EntityType::gpe, "Oslo").mention(EntityType::person, "Ana");
  CHECK(relations(native) == "person.lives_in Ana - Oslo");

  SmallText of_town("Fram/PROPN/nsubj/4 of/ADP/case/3 Bergen/PROPN/nmod/1 won/VERB/root/0/win");
  of_town.mention(EntityType::org, "Fram").mention(EntityType::gpe, "Bergen");
  CHECK(relations(of_town) == "org.based_in Fram - Bergen");

  SmallText before("Bergen/PROPN/compound/3 company/NOUN/compound/3 Fram/PROPN/nsubj/4 won/VERB/root/0/win");
  before.mention(EntityType::gpe, "Bergen").mention(EntityType::org, "Fram");
  CHECK(relations(before) == "org.based_in Fram - Bergen");
}

TEST_CASE("relations: measures behind a copula, behind 'of' and behind 'with'") {
  SmallText storm(
      "Ada/PROPN/nmod:poss/3 's/PART/case/1 winds/NOUN/nsubj/6 were/AUX/cop/6/be 90/NUM/nummod/6 "
      "knots/NOUN/root/0/knot");
  storm.mention(EntityType::event, "Ada").quantity("90", "knots");
  CHECK(relations(storm) == "entity.measure Ada - 90 knots");

  SmallText through(
      "Ada/PROPN/nsubj/2 had/VERB/root/0/have winds/NOUN/obj/2 of/ADP/case/6 90/NUM/nummod/6 knots/NOUN/nmod/3/knot");
  through.mention(EntityType::event, "Ada").quantity("90", "knots");
  CHECK(relations(through) == "entity.measure Ada - 90 knots");
}

TEST_CASE("relations: a home behind the age, a body rather than its town, who heads a body") {
  SmallText aged(
      "Ana/PROPN/nsubj/7 ,/PUNCT/punct/3 61/NUM/appos/1 ,/PUNCT/punct/1 of/ADP/case/6 Lund/PROPN/nmod/1 "
      "sang/VERB/root/0/sing");
  aged.mention(EntityType::person, "Ana").mention(EntityType::gpe, "Lund");
  CHECK(relations(aged) == "person.age Ana - 61; person.lives_in Ana - Lund");

  SmallText body(
      "Ana/PROPN/nsubj/6 of/ADP/case/5 Lund/PROPN/nmod:poss/5 's/PART/case/3 Fram/PROPN/nmod/1 "
      "sang/VERB/root/0/sing");
  body.mention(EntityType::person, "Ana").mention(EntityType::gpe, "Lund").mention(EntityType::org, "Fram");
  CHECK(relations(body) == "person.member_of Ana - Fram");

  SmallText heads("Ana/PROPN/nsubj/2 heads/VERB/root/0/head Fram/PROPN/obj/2");
  heads.mention(EntityType::person, "Ana").mention(EntityType::org, "Fram");
  CHECK(relations(heads) == "person.position Ana - heads [org Fram]");

  SmallText headed(
      "Fram/PROPN/nsubj/5 headed/VERB/acl/1/head/VBN by/ADP/case/4 Ana/PROPN/obl:agent/2 grew/VERB/root/0/grow");
  headed.mention(EntityType::org, "Fram").mention(EntityType::person, "Ana");
  CHECK(relations(headed) == "person.position Ana - headed [org Fram]");
}
