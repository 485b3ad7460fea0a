#include <ostream>

#include "diurna/graph/identity.hpp"
#include "diurna/io/explanation.hpp"
#include "io/json_values.hpp"

namespace diurna::io {
namespace {

using detail::OrderedJson;
using detail::words_json;

OrderedJson decision_json(const Decision& decision) {
  OrderedJson out{
      {"by", decision.decided_by}, {"rule", decision.rule}, {"score", detail::rounded_score(decision.score)}};
  out["reasons"] = OrderedJson::array();
  for (const Reason& reason : decision.reasons) {
    out["reasons"].push_back({{"feature", reason.feature}, {"weight", detail::rounded_score(reason.weight)}});
  }
  out["runners_up"] = OrderedJson::array();
  for (const Choice& choice : decision.runners_up) {
    out["runners_up"].push_back({{"label", choice.label}, {"score", detail::rounded_score(choice.score)}});
  }
  return out;
}

OrderedJson path_json(const Reading& reading, const std::vector<PathStep>& path) {
  OrderedJson out = OrderedJson::array();
  for (const PathStep& step : path) {
    OrderedJson word = words_json(reading.document, reading.document.token(step.token).span);
    word["relation"] = step.relation;
    out.push_back(std::move(word));
  }
  return out;
}

OrderedJson chain_json(const Reading& reading, const std::vector<ChainLink>& chain) {
  OrderedJson out = OrderedJson::array();
  for (const ChainLink& link : chain) {
    OrderedJson mention = words_json(reading.document, link.span);
    mention["kind"] = to_text(link.kind);
    mention["rule"] = link.rule;
    out.push_back(std::move(mention));
  }
  return out;
}

void add_time(OrderedJson& out, const std::vector<TimeReading>& time) {
  if (time.empty()) return;
  out["time"] = {{"type", time.front().type},
                 {"value", time.front().value},
                 {"anchor", time.front().anchor},
                 {"rule", time.front().rule}};
}

OrderedJson role_json(const Reading& reading, const RoleExplanation& role) {
  OrderedJson out{{"role", role.role}, {"name", role.name}};
  out.update(words_json(reading.document, role.span));
  out["decision"] = decision_json(role.decision);
  out["slot"] = role.slot;
  out["path"] = path_json(reading, role.path);
  out["chain"] = chain_json(reading, role.chain);
  add_time(out, role.time);
  return out;
}

OrderedJson source_json(const Reading& reading, const SourceReading& source) {
  OrderedJson out{{"name", source.name}};
  out.update(words_json(reading.document, source.span));
  out["cue"] = source.cue.empty() ? OrderedJson() : words_json(reading.document, source.cue);
  out["rule"] = source.rule;
  out["chain"] = chain_json(reading, source.chain);
  return out;
}

OrderedJson factuality_json(const Reading& reading, const FactualityReading& factuality) {
  OrderedJson out{{"value", to_text(factuality.value)}, {"rule", factuality.rule}};
  out["cue"] = factuality.cue.empty() ? OrderedJson() : words_json(reading.document, factuality.cue);
  out["path"] = path_json(reading, factuality.path);
  return out;
}

OrderedJson sentence_json(const Reading& reading, SentenceId id) {
  return words_json(reading.document, reading.document.sentence(id).span);
}

}  // namespace

void write_explanation_json(std::ostream& out, const Reading& reading, const EventExplanation& explanation) {
  OrderedJson json{{"doc", reading.document.id()}};
  json["kind"] = "event";
  json["number"] = "e" + std::to_string(explanation.event.index() + 1);
  json["id"] = event_node_id(reading, explanation.event);
  json["type"] = explanation.type;
  json["gloss"] = explanation.gloss;
  json["sentence"] = sentence_json(reading, explanation.sentence);
  json["trigger"] = words_json(reading.document, explanation.trigger_span);
  json["decision"] = decision_json(explanation.trigger);
  json["lexicon"] = explanation.lexicon;
  json["factuality"] = factuality_json(reading, explanation.factuality);
  json["sources"] = OrderedJson::array();
  for (const SourceReading& source : explanation.sources) json["sources"].push_back(source_json(reading, source));
  json["roles"] = OrderedJson::array();
  for (const RoleExplanation& role : explanation.roles) json["roles"].push_back(role_json(reading, role));
  detail::write_line(out, json);
}

void write_explanation_json(std::ostream& out, const Reading& reading, const RelationExplanation& explanation) {
  OrderedJson json{{"doc", reading.document.id()}};
  json["kind"] = "relation";
  json["number"] = "r" + std::to_string(explanation.relation + 1);
  json["type"] = explanation.type;
  json["gloss"] = explanation.gloss;
  json["sentence"] = sentence_json(reading, explanation.sentence);
  json["words"] = words_json(reading.document, explanation.span);
  json["decision"] = decision_json(explanation.decision);
  json["path"] = path_json(reading, explanation.path);
  json["ends"] = OrderedJson::array();
  for (const RelationEnd& end : explanation.ends) {
    OrderedJson part{{"role", end.role}, {"name", end.name}};
    part.update(words_json(reading.document, end.span));
    part["chain"] = chain_json(reading, end.chain);
    add_time(part, end.time);
    json["ends"].push_back(std::move(part));
  }
  detail::write_line(out, json);
}

}  // namespace diurna::io
