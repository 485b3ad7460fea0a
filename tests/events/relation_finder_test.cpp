#include "events/relation_finder.hpp"

#include <doctest/doctest.h>

#include "events/small_text.hpp"

using diurna::EntityType;
using diurna::test::SmallText;

namespace {

std::string relations(const SmallText& text) {
  static const auto finder = diurna::detail::RelationFinder::load();
  return text.with_context([&](const diurna::detail::Context& context) {
    std::string lines;
    for (const diurna::Relation& relation : finder(context)) {
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
