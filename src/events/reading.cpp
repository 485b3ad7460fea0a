#include "diurna/events/reading.hpp"

#include <algorithm>
#include <array>

namespace diurna {
namespace {

std::string fold_white_space(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

/// "justice.detain" → "detain".
std::string_view short_type(std::string_view type) { return type.substr(type.find('.') + 1); }

void append_arguments(std::string& out, const Reading& reading, const std::vector<Argument>& arguments) {
  std::string_view role;
  for (const Argument& argument : arguments) {
    out += argument.role == role ? ", " : role.empty() ? " " : "; ";
    if (argument.role != role) out += argument.role + " ";
    role = argument.role;
    out += reading.name_of(argument.filler);
  }
}

std::string label_of(const EventType* type, const std::string& role) {
  if (type == nullptr) return role;
  const auto found = type->role_labels.find(role);
  return found == type->role_labels.end() ? role : found->second;
}

/// Makes the triples of one event; the shared parts are filled in once.
class EventTriples {
 public:
  EventTriples(const Reading& reading, const Event& event, std::vector<Triple>& out)
      : reading_(reading),
        event_(event),
        type_(reading.ontology ? reading.ontology->event_type(event.type) : nullptr),
        out_(out) {}

  void add() {
    const auto agents = of_role("agent");
    const auto patients = of_role("patient");
    for (const Argument* agent : agents) {
      for (const Argument* patient : patients) core(*agent, *patient);
    }
    const auto& participants = patients.empty() ? agents : patients;
    for (const Argument* participant : participants) {
      for (const Argument& argument : event_.arguments) {
        if (argument.role != "agent" && argument.role != "patient") detail(*participant, argument);
      }
    }
  }

 private:
  [[nodiscard]] std::vector<const Argument*> of_role(std::string_view role) const {
    std::vector<const Argument*> out;
    for (const Argument& argument : event_.arguments) {
      if (argument.role == role) out.push_back(&argument);
    }
    return out;
  }
  void core(const Argument& agent, const Argument& patient) {
    Triple triple = between(agent.filler, patient.filler);
    triple.predicate = event_.type;
    triple.label = type_ == nullptr ? std::string(short_type(event_.type)) : type_->label;
    for (const Argument& argument : event_.arguments) {
      if (argument.role != "agent" && argument.role != "patient") triple.qualifiers.push_back(argument);
    }
    out_.push_back(std::move(triple));
  }
  void detail(const Argument& participant, const Argument& argument) {
    Triple triple = between(participant.filler, argument.filler);
    triple.predicate = std::string(short_type(event_.type)) + "_" + argument.role;
    triple.label = label_of(type_, argument.role);
    out_.push_back(std::move(triple));
  }
  [[nodiscard]] Triple between(const Filler& subject, const Filler& object) const {
    Triple triple;
    triple.subject = reading_.name_of(subject);
    triple.object = reading_.name_of(object);
    triple.subject_filler = subject;
    triple.object_filler = object;
    triple.factuality = event_.factuality;
    triple.attribution = event_.attribution;
    triple.evidence = event_.evidence;
    return triple;
  }

  const Reading& reading_;
  const Event& event_;
  const EventType* type_;
  std::vector<Triple>& out_;
};

Triple relation_triple(const Reading& reading, const Relation& relation) {
  Triple triple;
  triple.subject = reading.name_of(relation.subject);
  triple.predicate = relation.type;
  const RelationType* type = reading.ontology ? reading.ontology->relation_type(relation.type) : nullptr;
  triple.label = type == nullptr ? std::string(short_type(relation.type)) : type->label;
  triple.object = reading.name_of(relation.object);
  triple.qualifiers = relation.qualifiers;
  triple.subject_filler = relation.subject;
  triple.object_filler = relation.object;
  triple.evidence = relation.evidence;
  return triple;
}

}  // namespace

std::string_view to_text(Factuality factuality) {
  static constexpr std::array<std::string_view, 5> names{"actual", "negated", "planned", "possible", "alleged"};
  return names[static_cast<std::size_t>(factuality)];
}

std::string Reading::name_of(const Filler& filler) const {
  if (const auto id = filler.as<EntityId>()) return mentions.entity(id).name;
  if (const auto id = filler.as<TimeId>(); id && !mentions.time(id).value.empty()) return mentions.time(id).value;
  return fold_white_space(document.text(filler.span));
}

std::vector<std::string> Reading::names_of(const Filler& filler) const {
  if (const auto id = filler.as<EntityId>()) {
    const Entity& entity = mentions.entity(id);
    std::vector<std::string> out{entity.name};
    out.insert(out.end(), entity.aliases.begin(), entity.aliases.end());
    return out;
  }
  if (const auto id = filler.as<EventId>()) return {fold_white_space(document.text(facts.event(id).trigger))};
  return {fold_white_space(document.text(filler.span))};
}

std::string Reading::describe(const Event& event) const {
  std::string out = event.type + " \"" + fold_white_space(document.text(event.trigger)) + "\" (" +
                    std::string(to_text(event.factuality)) + ")";
  if (!event.arguments.empty()) out += ":";
  append_arguments(out, *this, event.arguments);
  for (const Filler& source : event.attribution) out += " – says " + name_of(source);
  return out;
}

std::string Reading::describe(const Relation& relation) const {
  std::string out = relation.type + ": " + name_of(relation.subject) + " – " + name_of(relation.object);
  if (!relation.qualifiers.empty()) out += ";";
  append_arguments(out, *this, relation.qualifiers);
  return out;
}

std::vector<Triple> Reading::triples() const {
  std::vector<Triple> out;
  for (const Event& event : facts.events()) EventTriples(*this, event, out).add();
  for (const Relation& relation : facts.relations()) out.push_back(relation_triple(*this, relation));
  std::stable_sort(out.begin(), out.end(),
                   [](const Triple& a, const Triple& b) { return a.evidence.span.begin < b.evidence.span.begin; });
  return out;
}

}  // namespace diurna
