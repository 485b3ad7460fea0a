#include "events/act_reader.hpp"

#include <algorithm>

#include "events/clause_mood.hpp"

namespace diurna::detail {
namespace {

constexpr int deepest = 5;

char word_class_of(const Context& context, TokenId token) {
  if (context.syntax.child(token, DependencyRelation::aux))
    return context.syntax.child(token, DependencyRelation::cop) ? 'A' : 'V';
  switch (context.syntax.upos(token)) {
    case Upos::verb:
      return 'V';
    case Upos::noun:
      return 'N';
    case Upos::propn:
      return 'N';
    case Upos::adj:
      return 'A';
    default:
      return 'X';
  }
}

bool has_rest(const Context& context, TokenId token, const std::string& word) {
  for (const TokenId child : context.syntax.children(token)) {
    if (child > token && lower_form(context, child) == word) return true;
  }
  TokenId next = token;
  for (int step = 0; step < 5 && next; ++step) {
    next = neighbour(context, next, 1);
    if (next && lower_form(context, next) == word) return true;
  }
  return false;
}

bool is_hostile(const ToldAct& told);

/// Whether an operator says something about what it was found to be about.
bool admits(Operator op, const std::optional<ToldAct>& inner) {
  const bool known = inner && inner->act != nullptr;
  switch (op) {
    case Operator::make:
      return inner.has_value();
    case Operator::end:
    case Operator::plan:
      return known && inner->mood == Mood::told;
    case Operator::warn:
      return inner && (inner->mood == Mood::refused || is_hostile(*inner));
    case Operator::attempt:
      return inner && is_hostile(*inner);
    case Operator::fail:
      return known && !is_hostile(*inner);
    case Operator::refuse:
      return !inner || inner->mood != Mood::refused;
    case Operator::say:
    case Operator::allow:
    case Operator::none:
      return false;
    default:
      return true;
  }
}

std::optional<Mood> mood_of(Operator op) {
  switch (op) {
    case Operator::intend:
    case Operator::plan:
      return Mood::intended;
    case Operator::demand:
      return Mood::demanded;
    case Operator::appeal:
      return Mood::appealed;
    case Operator::refuse:
    case Operator::fail:
      return Mood::refused;
    case Operator::threaten:
    case Operator::warn:
      return Mood::threatened;
    default:
      return std::nullopt;
  }
}

bool is_hostile(const ToldAct& told) { return told.act != nullptr && told.act->hostile(); }

const CodeEntry* found(const std::optional<CodeEntry>& code) { return code ? &*code : nullptr; }

}  // namespace

bool ActReader::has_type(TokenId filler, std::string_view type) const {
  const MentionId id = context_.mentions.mention_headed_by(filler);
  if (type == "ACTOR") {
    if (id) {
      const EntityType mention = context_.mentions.mention(id).type;
      return mention == EntityType::person || mention == EntityType::org || mention == EntityType::gpe ||
             mention == EntityType::norp || mention == EntityType::group;
    }
    return tables_.sectors.contains(lemma_of(filler)) || context_.syntax.upos(filler) == Upos::pron;
  }
  return id && to_text(context_.mentions.mention(id).type) == type;
}

bool ActReader::fits(TokenId filler, const Wanted& wanted, int depth) const {
  switch (wanted.kind) {
    case Wanted::Kind::any:
      return true;
    case Wanted::Kind::lemma:
      return lemma_of(filler) == wanted.value;
    case Wanted::Kind::word_class:
      return tables_.in_class(wanted.value, lemma_of(filler));
    case Wanted::Kind::type:
      return has_type(filler, wanted.value);
    case Wanted::Kind::act: {
      if (depth >= deepest) return false;
      const auto told = read(filler, depth + 1);
      return told && told->act != nullptr && told->act->name.starts_with(wanted.value);
    }
    case Wanted::Kind::absent:
      return false;
  }
  return false;
}

/// A particle may have been read as the preposition of the object: "handed in their weapons".
TokenList ActReader::fillers(TokenId token, const Sense& sense, const std::string& slot) const {
  TokenList out = slot_fillers(context_, token, slot);
  if (slot != "obj" || !out.empty()) return out;
  for (const std::string& particle : sense.rest) {
    for (const TokenId filler : slot_fillers(context_, token, particle)) out.push_back(filler);
  }
  return out;
}

bool ActReader::holds(TokenId token, const Sense& sense, const Condition& condition, int depth) const {
  const TokenList found = fillers(token, sense, condition.slot);
  if (condition.wanted.front().kind == Wanted::Kind::absent) return found.empty();
  for (const TokenId filler : found) {
    for (const Wanted& wanted : condition.wanted) {
      if (fits(filler, wanted, depth)) return true;
    }
  }
  return false;
}

bool ActReader::holds(TokenId token, const Sense& sense, int depth) const {
  for (const std::string& word : sense.rest) {
    if (!has_rest(context_, token, word)) return false;
  }
  return std::all_of(sense.conditions.begin(), sense.conditions.end(),
                     [&](const Condition& condition) { return holds(token, sense, condition, depth); });
}

std::vector<const Sense*> ActReader::senses_of(TokenId token, int depth) const {
  std::vector<const Sense*> out;
  const auto listed = tables_.senses.find(lemma_of(token));
  if (listed == tables_.senses.end()) return out;
  const char word_class = word_class_of(context_, token);
  for (const Sense& sense : listed->second) {
    if (sense.word_class == word_class && holds(token, sense, depth)) out.push_back(&sense);
  }
  const auto weight = [](const Sense& sense) { return sense.conditions.size() + sense.rest.size(); };
  std::stable_sort(out.begin(), out.end(), [&](const Sense* a, const Sense* b) { return weight(*a) > weight(*b); });
  return out;
}

const ActEntry* ActReader::refined(const ActEntry* act, TokenId token) const {
  if (act == nullptr) return nullptr;
  static constexpr std::string_view domains[] = {"peacekeeping", "inspection",   "humanitarian", "military",
                                                 "judicial",     "intelligence", "economic"};
  for (const std::string_view domain : domains) {
    const ActEntry* finer = tables_.act(act->name + "." + std::string(domain));
    if (finer == nullptr) continue;
    for (const TokenId below : context_.syntax.subtree(token)) {
      if (context_.syntax.dominates(token, below) && tables_.in_class(domain, lemma_of(below))) return finer;
    }
  }
  return act;
}

std::optional<ToldAct> ActReader::content_of(TokenId token, const Sense& sense, int depth) const {
  std::optional<ToldAct> without_act;
  for (const std::string& slot : sense.slots) {
    for (const TokenId filler : fillers(token, sense, slot)) {
      if (filler == token) continue;
      auto inner = read(filler, depth + 1);
      if (inner && inner->act != nullptr) return inner;
      if (inner && !without_act) without_act = std::move(inner);
    }
  }
  return without_act;
}

std::optional<ToldAct> ActReader::operated(TokenId token, const Sense& sense, std::optional<ToldAct> inner) const {
  if (!admits(sense.op, inner)) return std::nullopt;
  ToldAct out = inner.value_or(ToldAct{});
  if (!inner) out.content = token;
  if (sense.op == Operator::end) {
    out.act = tables_.act(inner->act->ended);
    return out.act == nullptr ? std::nullopt : std::optional(std::move(out));
  }
  const bool negative = inner && inner->mood == Mood::refused;
  if (negative && sense.op == Operator::warn) return out;
  if (negative && sense.op == Operator::intend) {  // "promised not to attack" promises, "vowed not to sign" refuses
    if (!is_hostile(*inner)) return out;
    out.act = nullptr;
  }
  if (const auto mood = mood_of(sense.op)) {
    out.mood = *mood;
    out.worded = sense.op != Operator::plan;
  }
  return out;
}

std::optional<ToldAct> ActReader::in_clause(ToldAct told) const {
  const ClauseMood clause = clause_mood(context_, told.head);
  if (told.mood == Mood::told) {
    if (clause.possible) {
      told.mood = Mood::possible;
    } else if (clause.negated) {
      if (is_hostile(told) || !(clause.future || clause.present)) return std::nullopt;
      told.mood = Mood::refused;
    } else if (clause.obliged) {
      told.mood = Mood::obliged;
    } else if (clause.future) {
      told.mood = Mood::intended;
    }
    return told;
  }
  if (clause.possible) return std::nullopt;
  if (clause.negated) {
    if (told.mood != Mood::intended || is_hostile(told)) return std::nullopt;
    told.mood = Mood::refused;
  }
  if (clause.obliged) {
    if (told.mood != Mood::intended) return std::nullopt;
    told.mood = Mood::obliged;
  }
  return told;
}

std::optional<ToldAct> ActReader::read(TokenId token, int depth) const {
  if (depth > deepest) return std::nullopt;
  for (const Sense* sense : senses_of(token, depth)) {
    if (sense->bound && depth == 0) continue;
    std::optional<ToldAct> told;
    if (sense->op != Operator::none) {
      told = operated(token, *sense, content_of(token, *sense, depth));
    } else if (sense->act != nullptr) {
      told = ToldAct{};
      told->act = refined(sense->act, token);
      told->content = token;
    } else {
      return std::nullopt;  // a use that means nothing political
    }
    if (!told) continue;
    told->head = token;
    told->chain.insert(told->chain.begin(), token);
    return in_clause(std::move(*told));
  }
  return std::nullopt;
}

bool ActReader::knows(TokenId token) const {
  const auto senses = senses_of(token, 0);
  return std::any_of(senses.begin(), senses.end(), [](const Sense* sense) {
    return !sense->bound && (sense->op == Operator::none || !sense->conditions.empty());
  });
}

bool ActReader::reports(TokenId token) const {
  const auto listed = tables_.senses.find(lemma_of(token));
  if (listed == tables_.senses.end() || context_.syntax.upos(token) != Upos::verb) return false;
  return std::any_of(listed->second.begin(), listed->second.end(),
                     [](const Sense& sense) { return sense.op == Operator::say; });
}

const CodeEntry* ActReader::code(const ToldAct& told) const {
  const ActEntry* act = told.act;
  const auto or_base = [&](const std::optional<CodeEntry>* code, std::string_view base) {
    if (act != nullptr && code != nullptr && *code) return &**code;
    return told.worded ? tables_.code(base) : nullptr;
  };
  switch (told.mood) {
    case Mood::told:
      return act == nullptr ? nullptr : found(act->told);
    case Mood::intended:
      return or_base(act == nullptr ? nullptr : &act->intended, "030");
    case Mood::demanded:
    case Mood::obliged:
      return or_base(act == nullptr ? nullptr : &act->demanded, "100");
    case Mood::appealed: {
      const CodeEntry* demanded = act == nullptr ? nullptr : found(act->demanded);
      return tables_.code(demanded == nullptr || !demanded->cameo.starts_with("10") ? "020"
                                                                                    : "02" + demanded->cameo.substr(2));
    }
    case Mood::refused:
      return or_base(act == nullptr ? nullptr : &act->refused, "120");
    case Mood::threatened:
      if (act != nullptr && act->intended && act->intended->event == "THREATEN") return &*act->intended;
      return tables_.code("130");
    case Mood::possible:
      return nullptr;
  }
  return nullptr;
}

}  // namespace diurna::detail
