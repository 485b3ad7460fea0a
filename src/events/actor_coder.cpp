#include "events/actor_coder.hpp"

#include <algorithm>
#include <map>
#include <span>

namespace diurna::detail {
namespace {

using Dep = DependencyRelation;

bool is_state_body(const std::string& sector) {
  static constexpr std::string_view bodies[] = {"GOV", "MIL", "COP", "JUD", "LEG", "OPP", "PTY"};
  return std::find(std::begin(bodies), std::end(bodies), sector) != std::end(bodies);
}

bool is_capital(const Gazetteer& gazetteer, std::string_view name) {
  const auto entry = gazetteer.country(name);
  return entry && entry->form == CountryForm::capital;
}

/// The mentions that are looked at: the first ones say who somebody is, and long articles stay linear.
std::span<const MentionId> first_of(const std::vector<MentionId>& mentions) {
  return std::span(mentions).first(std::min<std::size_t>(mentions.size(), 12));
}

}  // namespace

ActorCoder::ActorCoder(const Context& context, const Facts& facts, const PoliticalCoder::Tables& tables)
    : context_(context), tables_(tables), main_country_(main_country()) {
  for (const Relation& relation : facts.relations()) {
    if (const EntityId subject = relation.subject.as<EntityId>()) relations_[subject].push_back(&relation);
  }
}

std::span<const Relation* const> ActorCoder::relations_of(EntityId entity) const {
  const auto found = relations_.find(entity);
  return found == relations_.end() ? std::span<const Relation* const>{}
                                   : std::span<const Relation* const>(found->second);
}

std::string ActorCoder::main_country() const {
  std::map<std::string, std::size_t> counts;
  for (const Mention& mention : context_.mentions.mentions()) {
    if (mention.kind != MentionKind::name || mention.type == EntityType::person) continue;
    const std::string code = country(mention.head);
    if (!code.empty()) ++counts[code];
  }
  std::string best;
  std::size_t most = 0;
  std::size_t all = 0;
  for (const auto& [code, count] : counts) {
    all += count;
    if (count > most) {
      most = count;
      best = code;
    }
  }
  return most >= 2 && 2 * most > all ? best : std::string();
}

const KnownActor* ActorCoder::known(const std::string& name) const {
  const auto found = tables_.actors.find(Gazetteer::key(name));
  return found == tables_.actors.end() ? nullptr : &found->second;
}

const KnownActor* ActorCoder::known_at(TokenId token) const {
  if (const MentionId id = context_.mentions.mention_headed_by(token)) {
    const Mention& mention = context_.mentions.mention(id);
    if (mention.kind == MentionKind::name) {
      if (const KnownActor* actor = known(std::string(context_.document.text(mention.span)))) return actor;
    }
    const Entity& entity = context_.mentions.entity(mention.entity);
    if (entity.named()) {
      if (const KnownActor* actor = known(entity.name)) return actor;
      for (const std::string& alias : entity.aliases) {
        if (const KnownActor* actor = known(alias)) return actor;
      }
    }
  }
  if (context_.syntax.upos(token) == Upos::propn) {
    const TokenRange phrase = core_phrase(context_, token);
    for (TokenId first = phrase.first; first <= token; ++first) {
      if (const KnownActor* actor = known(phrase_text(first, TokenId{token.index() + 1}))) return actor;
    }
  }
  return nullptr;
}

std::string ActorCoder::phrase_text(TokenId first, TokenId last) const {
  return std::string(context_.document.text(context_.document.span({first, last})));
}

/// "Chad" may be taken for a person; it is the country if nobody of a longer name is meant.
bool ActorCoder::is_country_alone(const Mention& mention) const {
  const auto entry = tables_.gazetteer.country(context_.document.text(mention.span));
  const Entity& entity = context_.mentions.entity(mention.entity);
  return entry && entry->form == CountryForm::name && entity.aliases.empty() && mention.tokens.size() == 1;
}

std::string ActorCoder::country(TokenId token) const {
  const TokenId before = neighbour(context_, token, -1);
  if (before && lower_form(context_, before) == "ethnic") return {};  // "ethnic Albanians" live elsewhere
  const MentionId id = context_.mentions.mention_headed_by(token);
  if (id) {
    const Mention& mention = context_.mentions.mention(id);
    if (mention.type == EntityType::person && !is_country_alone(mention)) return {};
    if (mention.kind == MentionKind::name) {
      if (const auto entry = tables_.gazetteer.known(context_.document.text(mention.span)))
        return std::string(entry->iso3);
      if (const KnownActor* actor = known_at(token); actor != nullptr && actor->code.size() == 3) return actor->code;
    }
  }
  const Upos upos = context_.syntax.upos(token);
  if (upos != Upos::propn && upos != Upos::adj && upos != Upos::noun) return {};
  const std::string form(context_.document.form(token));
  if (form.empty() || form[0] < 'A' || form[0] > 'Z') return {};
  if (const auto entry = tables_.gazetteer.known(form)) return std::string(entry->iso3);
  const std::size_t hyphen = form.find('-');  // "Israeli-occupied" is not, "Greek-Cypriot" is its first part
  if (hyphen != std::string::npos && form.size() > hyphen + 1 && form[hyphen + 1] >= 'A' && form[hyphen + 1] <= 'Z') {
    if (const auto entry = tables_.gazetteer.known(form.substr(hyphen + 1))) return std::string(entry->iso3);
  }
  return {};
}

bool ActorCoder::can_act(TokenId token) const {
  const Upos upos = context_.syntax.upos(token);
  if (upos == Upos::pron) return static_cast<bool>(context_.mentions.mention_headed_by(token));
  if (upos == Upos::adj || upos == Upos::num || upos == Upos::det) {
    return !country(token).empty() || (context_.mentions.mention_headed_by(token) && upos != Upos::adj);
  }
  if (upos != Upos::noun && upos != Upos::propn) return false;
  if (tables_.sectors.contains(lemma_of(token)) || known_at(token) != nullptr) return true;
  const MentionId id = context_.mentions.mention_headed_by(token);
  if (!id) return upos == Upos::propn && !country(token).empty();
  const EntityType type = context_.mentions.mention(id).type;
  return type == EntityType::person || type == EntityType::org || type == EntityType::gpe || type == EntityType::norp ||
         type == EntityType::group;
}

void ActorCoder::read_word(TokenId token, bool is_head, Found& found) const {
  if (found.country.empty()) found.country = country(token);
  if (const KnownActor* actor = is_head ? nullptr : known_at(token)) {
    if (found.country.empty()) found.country = actor->code;
    if (!actor->sectors.empty()) found.sectors.push_back({actor->sectors.front(), false});
  }
  // The longest phrase that ends here: "human rights group", "foreign minister".
  for (int before = 2; before >= 0; --before) {
    if (token.index() < static_cast<std::size_t>(before)) continue;
    const TokenId first{token.index() - static_cast<std::size_t>(before)};
    if (context_.document.sentence_of(first) != context_.document.sentence_of(token)) continue;
    std::string words;
    for (TokenId word = first; word < token; ++word) words += lower_form(context_, word) + " ";
    const auto entry = tables_.sectors.find(words + lemma_of(token));
    if (entry == tables_.sectors.end()) continue;
    found.sectors.push_back({entry->second.sector, entry->second.weak});
    return;
  }
}

void ActorCoder::read_phrase(TokenId head, Found& found, int depth) const {
  read_word(head, true, found);
  const Syntax& syntax = context_.syntax;
  for (const TokenId child : syntax.children(head)) {
    const Dep relation = universal(syntax.relation(child));
    if (child > head && relation != Dep::flat) continue;
    if (relation != Dep::amod && relation != Dep::compound && relation != Dep::nmod && relation != Dep::flat) continue;
    if (syntax.upos(child) == Upos::pron) {
      const EntityId owner = depth == 0 ? entity_at(context_, child) : EntityId::none();
      if (found.country.empty() && owner) found.country = country_of_entity(owner);
      continue;
    }
    read_word(child, false, found);
    for (const TokenId below : syntax.children(child)) {
      if (below < head) read_word(below, false, found);
    }
  }
}

void ActorCoder::read_behind(TokenId head, Found& found, int depth) const {
  const Syntax& syntax = context_.syntax;
  for (const TokenId child : syntax.children(head)) {
    if (child < head) continue;
    const Dep relation = syntax.relation(child);
    if (relation == Dep::appos) {
      Found behind;
      read_phrase(child, behind, depth);
      if (found.country.empty()) found.country = behind.country;
      found.sectors.insert(found.sectors.end(), behind.sectors.begin(), behind.sectors.end());
      continue;
    }
    if (universal(relation) != Dep::nmod) continue;
    const std::string preposition = marker(context_, child);
    if (preposition != "of" && preposition != "in" && preposition != "from" && preposition != "for" &&
        preposition != "at")
      continue;
    Found behind;
    read_phrase(child, behind, depth);
    if (found.country.empty()) found.country = behind.country;
    if (const KnownActor* actor = known_at(child); actor != nullptr && found.country.empty())
      found.country = actor->code;
    if (preposition != "of") continue;
    for (Sector sector : behind.sectors) found.sectors.push_back(std::move(sector));
    if (found.country.empty()) read_behind(child, found, depth);
  }
}

std::string ActorCoder::country_of_entity(EntityId id) const {
  const Entity& entity = context_.mentions.entity(id);
  if (!entity.country.empty()) return entity.country;
  if (entity.type != EntityType::person) {
    if (const auto entry = tables_.gazetteer.known(entity.name)) return std::string(entry->iso3);
  }
  for (const MentionId mention : first_of(entity.mentions)) {
    const TokenId head = context_.mentions.mention(mention).head;
    if (context_.syntax.upos(head) == Upos::pron) continue;
    Found found;
    read_phrase(head, found, 1);
    if (found.country.empty()) read_behind(head, found, 1);
    if (!found.country.empty()) return found.country;
  }
  return {};
}

void ActorCoder::read_mentions(EntityId id, TokenId head, Found& found) const {
  for (const MentionId mention : first_of(context_.mentions.entity(id).mentions)) {
    const TokenId other = context_.mentions.mention(mention).head;
    if (other == head || context_.syntax.upos(other) == Upos::pron) continue;
    Found more;
    read_phrase(other, more, 1);
    if (found.country.empty()) found.country = more.country;
    for (Sector& sector : more.sectors) found.sectors.push_back(std::move(sector));
    if (!found.sectors.empty() && !found.country.empty()) return;
  }
}

void ActorCoder::read_body_name(TokenId head, const Mention* mention, Found& found) const {
  if (mention == nullptr || mention->kind != MentionKind::name || mention->type != EntityType::org) return;
  std::string before;
  for (const TokenId token : mention->tokens) {
    const std::string word = lower_form(context_, token);
    const auto name = tables_.name_sectors.find(word);
    if (name != tables_.name_sectors.end()) found.sectors.push_back({name->second, true});
    const auto noun = tables_.sectors.find(word);
    if (noun != tables_.sectors.end() && token != head)
      found.sectors.push_back({noun->second.sector, noun->second.weak});
    if (found.country.empty()) found.country = country(token);
  }
}

std::vector<std::string> ActorCoder::ranked(const std::vector<Sector>& sectors) {
  std::vector<std::string> out;
  for (const bool weak : {false, true}) {
    for (const Sector& sector : sectors) {
      if (sector.weak != weak || std::find(out.begin(), out.end(), sector.sector) != out.end()) continue;
      if (weak && !out.empty()) continue;
      out.push_back(sector.sector);
    }
  }
  if (out.size() > 2) out.resize(2);
  return out;
}

std::string ActorCoder::office(EntityId entity) const {
  for (const Relation* relation : relations_of(entity)) {
    if (relation->type == "person.position") return std::string(context_.document.text(relation->object.span));
  }
  return {};
}

std::optional<CodedActor> ActorCoder::actor(TokenId token) const {
  if (!can_act(token)) return std::nullopt;
  const Filler filler = filler_at(context_, token);
  const TokenId head = filler.head ? filler.head : token;
  const EntityId entity = filler.as<EntityId>();
  const MentionId mention_id = context_.mentions.mention_headed_by(head);
  const Mention* mention = mention_id ? &context_.mentions.mention(mention_id) : nullptr;
  CodedActor out{.code = {},
                 .sectors = {},
                 .name = {},
                 .office = office(entity),
                 .named = false,
                 .span = filler.span,
                 .entity = entity};
  if (entity) {
    out.named = context_.mentions.entity(entity).named();
    out.name = context_.mentions.entity(entity).name;
  } else {
    out.name = std::string(context_.document.text(out.span));
  }
  Found found;
  const bool is_pronoun = context_.syntax.upos(head) == Upos::pron;
  const bool is_name = mention != nullptr && mention->kind == MentionKind::name;
  if (is_name) read_known(head, found);
  if (entity) read_term(context_.mentions.entity(entity), found);
  if (!is_pronoun) {
    read_phrase(head, found, 0);
    read_behind(head, found, 0);
  }
  if (!is_name) read_known(head, found);
  read_body_name(head, mention, found);
  if (entity && (found.sectors.empty() || found.country.empty())) {
    read_relations(entity, found);
    if (is_pronoun || out.named) read_mentions(entity, head, found);
    if (found.country.empty()) found.country = country_of_entity(entity);
  }
  out.sectors = ranked(found.sectors);
  out.code = std::move(found.country);
  if (out.code.empty() && !out.named && !out.sectors.empty() && is_state_body(out.sectors.front())) {
    out.code = main_country_;
  }
  if (out.code.empty() && out.sectors.empty()) return std::nullopt;
  return out;
}

std::optional<CodedActor> ActorCoder::speaker(TokenId token) const {
  auto out = actor(token);
  if (out && out->sectors.empty() && is_capital(tables_.gazetteer, context_.document.text(out->span))) {
    out->sectors.emplace_back("GOV");
  }
  return out;
}

}  // namespace diurna::detail
