#include "diurna/events/coding.hpp"

#include <algorithm>
#include <set>

#include "events/act_reader.hpp"
#include "events/actor_coder.hpp"
#include "events/clause_mood.hpp"
#include "events/grammar.hpp"
#include "events/participants.hpp"

namespace diurna {
namespace {

using namespace detail;
using Dep = DependencyRelation;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// One reading, coded.
class Coding {
 public:
  Coding(const Reading& reading, const PoliticalCoder::Tables& tables)
      : reading_(reading),
        tables_(tables),
        context_{reading.document, reading.syntax, reading.mentions},
        acts_(context_, tables),
        coder_(context_, reading.facts, tables),
        participants_(context_, acts_, coder_),
        told_(reading.syntax.size(), false) {}

  [[nodiscard]] std::vector<CodedEvent> run() {
    for (std::size_t i = 0; i < reading_.facts.events().size(); ++i) {
      typed_by_head_.emplace(reading_.facts.events()[i].head, EventId{i});
    }
    for (const Sentence& sentence : reading_.document.sentences()) {
      if (tells(sentence)) code_sentence(sentence);
    }
    std::stable_sort(out_.begin(), out_.end(),
                     [](const CodedEvent& a, const CodedEvent& b) { return a.trigger < b.trigger; });
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool tells(const Sentence& sentence) const {
    const Block& block = reading_.document.block(sentence.block);
    return !sentence.repeats && !block.repeats && block.kind != BlockKind::metadata;
  }

  void code_sentence(const Sentence& sentence) {
    first_of_sentence_ = out_.size();
    std::vector<TokenId> order;
    for (const TokenId token : sentence.tokens) {
      if (!reading_.syntax.head(token)) order.push_back(token);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {  // from the root downwards
      const TokenId token = order[i];
      if (!told_[token.index()]) code_token(token);
      for (const TokenId child : reading_.syntax.children(token)) order.push_back(child);
    }
    for (const TokenId token : sentence.tokens) {
      const auto typed = typed_by_head_.find(token);
      if (typed != typed_by_head_.end() && !told_[token.index()]) code_typed(typed->second);
    }
  }

  /// Whether the tree above says that it takes place; the words beside it were asked before.
  [[nodiscard]] bool takes_place(const ToldAct& told) const {
    const Dep relation = reading_.syntax.relation(told.head);
    const bool main = relation == Dep::root || relation == Dep::parataxis;
    if (relation == Dep::csubj) return false;
    const bool below_another = relation == Dep::xcomp || relation == Dep::advcl;  // "is eligible to appeal"
    if (main || (told.mood != Mood::told && !(told.worded && below_another))) return true;
    const Factuality factuality = tables_.factuality(context_, told.head).value;
    const bool reported = relation == Dep::ccomp && factuality == Factuality::alleged;
    if (factuality == Factuality::actual || reported) return true;
    const bool expressive = told.act != nullptr && is_one_of(told.act->name, {"protest", "demonstrate", "criticise"});
    return expressive && relation != Dep::ccomp;
  }

  /// "X said that Y must …": a demand, whatever it is about.
  [[nodiscard]] std::optional<ToldAct> duty(TokenId token) const {
    if (reading_.syntax.upos(token) != Upos::verb || is_passive(context_, token)) return std::nullopt;
    if (!clause_mood(context_, token).obliged) return std::nullopt;
    ToldAct told;
    told.mood = Mood::obliged;
    told.worded = true;
    told.head = told.content = token;
    told.chain = {token};
    return told;
  }

  /// Judges, police, rebels, parties and crowds act upon office-holders of their own country, and these upon them,
  /// unless the text says otherwise: "an Argentine judge has ordered former president Menem …".
  static void share_country(CodedEvent& event) {
    const auto give = [](const std::vector<CodedActor>& from, std::vector<CodedActor>& to) {
      if (from.empty() || from.front().code.size() != 3 || from.front().sectors.empty()) return;
      const std::string& code = from.front().code;
      if (is_one_of(code, {"IGO", "NGO", "MNC"})) return;
      for (CodedActor& actor : to) {
        if (!actor.code.empty() || actor.sectors.empty() || !holds_office(actor.sectors.front())) continue;
        if (is_domestic(from.front().sectors.front()) || is_domestic(actor.sectors.front())) actor.code = code;
      }
    };
    if (is_one_of(event.event, {"CONSULT", "AID", "COOPERATE", "SANCTION"})) return;
    give(event.actors, event.recipients);
    give(event.recipients, event.actors);
  }

  [[nodiscard]] static bool holds_office(const std::string& sector) {
    return is_one_of(sector, {"GOV", "LEG", "JUD", "MIL", "COP", "OPP", "PTY", "ELI", "EDU", "LAB"});
  }

  [[nodiscard]] static bool is_domestic(const std::string& sector) {
    return is_one_of(sector, {"REB", "OPP", "JUD", "COP", "LEG", "PTY", "LAB", "EDU", "AGR", "ELI"});
  }

  /// "We must …" binds the speaker.
  [[nodiscard]] bool is_own_duty(TokenId token) const {
    const TokenId subject = understood_subject(context_, token);
    return subject && reading_.syntax.upos(subject) == Upos::pron;
  }

  void code_token(TokenId token) {
    if (is_inside_compound(token)) return;
    std::optional<ToldAct> told = acts_.read(token);
    if (!told) told = duty(token);
    if (!told || told->mood == Mood::possible || !takes_place(*told)) return;
    if (told->mood == Mood::obliged && !participants_.reporter(token)) return;
    const CodeEntry* code = acts_.code(*told);
    if (code == nullptr) return;
    CodedEvent event = event_of(*code, token);
    event.actors = participants_.actors(*told);
    event.recipients = participants_.recipients(*told, event.actors);
    if (told->mood == Mood::obliged && (event.recipients.empty() || is_own_duty(token))) return;
    place_actors(event, token);
    share_country(event);
    event.words = {};
    for (const TokenId word : told->chain) {
      const Span span = reading_.document.token(word).span;
      event.words = event.words.empty() ? span : cover(event.words, span);
    }
    event.rule = "sense:" + std::string(reading_.syntax.lemma(token));
    if (told->act != nullptr) event.rule += "+" + told->act->name;
    if (!is_complete(event) || (event.actors.empty() && !may_lack_agent(token))) return;
    add(std::move(event));
    mark(token);
  }

  /// Actors without a country, acting on the spot ("militants attacked a checkpoint in Pakistan"), are of the place's.
  void place_actors(CodedEvent& event, TokenId token) const {
    if (event.quad != 4) return;
    std::string country;
    for (const TokenId word : reading_.syntax.subtree(token)) {
      if (!country.empty() || !reading_.syntax.dominates(token, word)) continue;
      if (!is_one_of(marker(context_, word), {"in", "near", "at", "outside", "around", "across", "through"})) continue;
      country = coder_.country(word);
    }
    for (CodedActor& actor : event.actors) {
      if (actor.code.empty() && !actor.named) actor.code = country;
    }
  }

  [[nodiscard]] static bool are_press(const std::vector<CodedActor>& actors) {
    return !actors.empty() && std::all_of(actors.begin(), actors.end(), [](const CodedActor& actor) {
      return !actor.sectors.empty() && actor.sectors.front() == "JRN";
    });
  }

  /// PLOVER wants an actor, and a recipient where the event is something given to or taken from somebody.
  [[nodiscard]] static bool is_complete(const CodedEvent& event) {
    if (event.event == "CONSULT" && (are_press(event.actors) || are_press(event.recipients))) return false;
    if (event.actors.empty()) {  // "two reporters were arrested": what was done to whom is known, by whom is not
      return is_one_of(event.event, {"ASSAULT", "COERCE", "RETREAT"}) && !event.recipients.empty();
    }
    return !is_one_of(event.event, {"AID", "COOPERATE", "SANCTION"}) || !event.recipients.empty() ||
           event.actors.size() > 1;
  }

  [[nodiscard]] CodedEvent event_of(const CodeEntry& code, TokenId token) const {
    CodedEvent event;
    event.cameo = code.cameo;
    event.event = code.event;
    event.mode = code.mode;
    event.quad = ActEntry::quad_of(code.event);
    event.goldstein = code.goldstein;
    event.scale = PoliticalCoder::Tables::scale(code.event);
    event.trigger = reading_.document.token(token).span;
    event.words = event.trigger;
    event.sentence = reading_.document.sentence_of(token);
    std::set<std::string> contexts(code.contexts.begin(), code.contexts.end());
    for (const TokenId word : reading_.document.sentence(event.sentence).tokens) {
      const auto found = tables_.contexts.find(lower_lemma(context_, word));
      if (found != tables_.contexts.end() && reading_.syntax.dominates(token, word)) {
        contexts.insert(found->second.begin(), found->second.end());
      }
    }
    event.contexts.assign(contexts.begin(), contexts.end());
    const auto typed = typed_by_head_.find(token);
    event.typed = typed == typed_by_head_.end() ? EventId::none() : typed->second;
    return event;
  }

  void add(CodedEvent event) {
    for (std::size_t i = first_of_sentence_; i < out_.size(); ++i) {
      const CodedEvent& other = out_[i];
      if (other.cameo == event.cameo && codes(other.actors) == codes(event.actors) &&
          codes(other.recipients) == codes(event.recipients)) {
        return;
      }
    }
    add_circumstances(event);
    out_.push_back(std::move(event));
  }

  [[nodiscard]] static std::vector<std::string> codes(const std::vector<CodedActor>& actors) {
    std::vector<std::string> out;
    for (const CodedActor& actor : actors) out.push_back(actor.code + "/" + actor.name);
    std::sort(out.begin(), out.end());
    return out;
  }

  void add_circumstances(CodedEvent& event) const {
    event.date = reading_.document.date();
    for (const Event& typed : reading_.facts.events()) {
      if (reading_.document.sentence_of(typed.head) != event.sentence) continue;
      const bool same = event.typed && &typed == &reading_.facts.event(event.typed);
      for (const Argument& argument : typed.arguments) {
        if (same && argument.role == "place" && event.place.span.empty()) event.place = coder_.place(argument.filler);
        if (same && argument.role == "time") set_date(event, argument.filler);
        if (argument.role == "count" && typed.factuality == Factuality::actual)
          set_size(event, typed.type, argument.filler);
      }
      if (same) event.attribution = typed.attribution;
    }
  }

  void set_date(CodedEvent& event, const Filler& filler) const {
    const TimeId id = filler.as<TimeId>();
    if (!id) return;
    const TimeExpression& time = reading_.mentions.time(id);
    const bool is_day = time.value.size() >= 10 && time.value[4] == '-' && time.value[7] == '-' &&
                        (time.type == TimexType::date || time.type == TimexType::time);
    if (is_day && time.value[0] != 'X') event.date = time.value.substr(0, 10);
  }

  void set_size(CodedEvent& event, const std::string& type, const Filler& filler) const {
    const QuantityId id = filler.as<QuantityId>();
    if (!id || event.quad != 4) return;
    const Quantity& quantity = reading_.mentions.quantity(id);
    const long value = static_cast<long>(quantity.low);
    if (value < 0 || !quantity.unit.empty()) return;
    if (type == "life.die" && event.event == "ASSAULT") event.size.dead = std::max(event.size.dead, value);
    if (type == "life.injure" && event.event == "ASSAULT") event.size.injured = std::max(event.size.injured, value);
    if (type == "justice.detain" && event.event == "COERCE") event.size.arrested = std::max(event.size.arrested, value);
  }

  /// The words below a coded word are its content and no events of their own, but for clauses with their own verb.
  void mark(TokenId token) {
    told_[token.index()] = true;
    for (const TokenId child : reading_.syntax.children(token)) {
      const Dep relation = reading_.syntax.relation(child);
      if (relation == Dep::acl_relcl || relation == Dep::parataxis) continue;
      if (relation == Dep::conj && reading_.syntax.upos(child) == Upos::verb) continue;
      if (relation == Dep::advcl && happens(child)) continue;
      mark(child);
    }
  }

  /// Whether an adverbial clause tells something of its own ("after police fired"), not a condition or a purpose.
  [[nodiscard]] bool happens(TokenId clause) const {
    if (!reading_.syntax.has(clause, Feature::verbform_fin)) return false;
    return !is_one_of(marker(context_, clause), {"before", "until", "unless", "if", "till"});
  }

  /// Whether nobody is named as agent: a noun, a passive, or a subject that is a weapon ("a bomb killed …").
  [[nodiscard]] bool may_lack_agent(TokenId token) const {
    if (is_inside_clause(token)) return false;
    const Upos upos = reading_.syntax.upos(token);
    if (upos == Upos::noun || upos == Upos::propn || is_passive(context_, token)) return true;
    const TokenId subject = understood_subject(context_, token);
    return subject && tables_.in_class("weapons", tables_.lemma(context_, subject));
  }

  /// Whether it stands in a relative or other clause behind a noun.
  [[nodiscard]] bool is_inside_clause(TokenId token) const {
    return universal(reading_.syntax.relation(token)) == Dep::acl;
  }

  /// A noun inside a compound ("the war crimes court") names no event.
  [[nodiscard]] bool is_inside_compound(TokenId token) const {
    const Dep relation = universal(reading_.syntax.relation(token));
    if (reading_.syntax.child(token, Dep::aux)) return false;
    return relation == Dep::compound || relation == Dep::amod || relation == Dep::flat;
  }

  /// A journey is a visit when somebody of the state goes to another country.
  [[nodiscard]] static bool is_political(const std::string& type, const CodedEvent& event) {
    if (type != "movement.travel") return true;
    const CodedActor& visitor = event.actors.front();
    return !visitor.sectors.empty() && is_one_of(visitor.sectors.front(), {"GOV", "LEG", "MIL"}) &&
           !event.recipients.empty() && event.recipients.front().code != visitor.code;
  }

  /// What frames do not read is coded by its type where the models are sure; words of contact are left to the frames.
  [[nodiscard]] bool is_sure(const Event& typed) const {
    const bool contact = typed.type.starts_with("contact.");
    const bool verb = reading_.syntax.upos(typed.head) == Upos::verb;
    return typed.evidence.score >= (contact && !verb ? 1.1 : contact ? 0.9 : verb ? 0.7 : 0.85);
  }

  void code_typed(EventId id);

  const Reading& reading_;
  const PoliticalCoder::Tables& tables_;
  Context context_;
  ActReader acts_;
  ActorCoder coder_;
  Participants participants_;
  std::map<TokenId, EventId> typed_by_head_;
  std::vector<bool> told_;  // words that are part of a coded event
  std::vector<CodedEvent> out_;
  std::size_t first_of_sentence_ = 0;
};

/// An extracted event that no frame reads: its type's code, its roles as actors.
void Coding::code_typed(EventId id) {
  const Event& typed = reading_.facts.event(id);
  if (typed.factuality != Factuality::actual || is_inside_compound(typed.head)) return;
  const EventType* type = reading_.ontology == nullptr ? nullptr : reading_.ontology->event_type(typed.type);
  if (type == nullptr || acts_.knows(typed.head) || !is_sure(typed)) return;
  const auto cameo = type->codes.find("cameo");
  const CodeEntry* code = cameo == type->codes.end() ? nullptr : tables_.code(cameo->second);
  if (code == nullptr) return;
  CodedEvent event = event_of(*code, typed.head);
  event.trigger = event.words = typed.trigger;
  event.rule = "type:" + typed.type;
  for (const Argument& argument : typed.arguments) {
    if (!argument.filler.head) continue;
    if (argument.role == "agent") {
      for (CodedActor& actor : participants_.actors_of(argument.filler.head)) event.actors.push_back(std::move(actor));
    } else if (argument.role == "patient" || argument.role == "recipient" || argument.role == "destination") {
      for (CodedActor& actor : participants_.actors_of(argument.filler.head))
        event.recipients.push_back(std::move(actor));
    }
  }
  if (!is_complete(event) || !is_political(typed.type, event)) return;
  add(std::move(event));
  told_[typed.head.index()] = true;
}

}  // namespace

std::vector<CodedEvent> PoliticalCoder::operator()(const Reading& reading) const {
  if (reading.syntax.size() != reading.document.tokens().size()) return {};  // made without trees
  return Coding(reading, *tables_).run();
}

}  // namespace diurna
