// The second half of ActorCoder: what tables and relations know of an entity, and places.
#include <cstdlib>

#include "events/actor_coder.hpp"

namespace diurna::detail {

/// The table of known actors; what the phrase itself says of a nominal goes before what its entity is known for.
void ActorCoder::read_known(TokenId head, Found& found) const {
  const KnownActor* actor = known_at(head);
  if (actor == nullptr) return;
  if (found.country.empty()) found.country = actor->code;
  for (const std::string& sector : actor->sectors) found.sectors.push_back({sector, false});
}

/// Leaders by name, as of the article's year.
void ActorCoder::read_term(const Entity& entity, Found& found) const {
  if (!entity.named() || entity.type != EntityType::person) return;
  const auto listed = tables_.leaders.find(Gazetteer::key(entity.name));
  if (listed == tables_.leaders.end()) return;
  const std::string& date = context_.document.date();
  const int year = date.size() >= 4 ? std::atoi(date.substr(0, 4).c_str()) : 0;
  found.country = listed->second.front().code;
  std::string sector;
  for (const Term& term : listed->second) {
    if (year > term.last) sector = "ELI";
    if (year >= term.first && year <= term.last) {
      sector = term.sector;
      break;
    }
  }
  if (!sector.empty()) found.sectors.push_back({sector, false});
}

void ActorCoder::read_relations(EntityId id, Found& found) const {
  for (const Relation* one : relations_of(id)) {
    const Relation& relation = *one;
    if (relation.type == "person.position" || relation.type == "person.occupation") {
      const TokenId head = relation.object.head;
      if (!head) continue;
      Found more;
      read_phrase(head, more, 1);
      if (found.country.empty()) read_behind(head, more, 1);
      if (found.country.empty()) found.country = more.country;
      for (Sector& sector : more.sectors) found.sectors.push_back(std::move(sector));
    }
    if (relation.type == "person.nationality" && found.country.empty() && relation.object.head) {
      found.country = country(relation.object.head);
    }
    if (relation.type == "org.based_in" && found.country.empty() && relation.object.head) {
      found.country = country(relation.object.head);
    }
  }
}

bool ActorCoder::is_town(const CodedActor& actor) const {
  const MentionId id = actor.entity ? context_.mentions.entity(actor.entity).mentions.front() : MentionId::none();
  if (!id || context_.mentions.entity(actor.entity).type != EntityType::gpe) return false;
  return actor.named && actor.sectors.empty() && !tables_.gazetteer.country(actor.name) &&
         !tables_.gazetteer.country(context_.document.text(actor.span));
}

CodedPlace ActorCoder::place(const Filler& filler) const {
  CodedPlace out;
  out.span = filler.span;
  const EntityId id = filler.as<EntityId>();
  out.name = id ? context_.mentions.entity(id).name : std::string(context_.document.text(filler.span));
  const auto known_place = tables_.gazetteer.known(out.name);
  const auto country_entry = tables_.gazetteer.country(out.name);
  if (known_place) {
    out.country_code = std::string(known_place->iso3);
    out.name = std::string(known_place->name);
  } else if (id) {
    out.country_code = country_of_entity(id);
  }
  if (country_entry && country_entry->form != CountryForm::capital) {
    out.resolution = 1;
    out.name = std::string(country_entry->name);
  } else if (country_entry) {
    out.resolution = 4;
    out.name = std::string(context_.document.text(filler.span));
  }
  out.country = std::string(tables_.gazetteer.country_name(out.country_code));
  return out;
}

}  // namespace diurna::detail
