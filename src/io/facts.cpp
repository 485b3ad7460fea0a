// `facts`: JSON lines, one document, entity, time, event or relation a line; docs/formats.md describes the keys.
#include <ostream>

#include "diurna/graph/identity.hpp"
#include "diurna/mentions/edtf.hpp"
#include "diurna/text/unicode.hpp"
#include "io/json_values.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

class FactsWriter {
 public:
  FactsWriter(std::ostream& out, const Reading& reading)
      : out_(out), reading_(reading), document_(reading.document), key_(document_key(reading.document)) {}

  void write() const {
    write_document();
    for (std::size_t i = 0; i < reading_.mentions.entities().size(); ++i) write_entity(EntityId{i});
    for (const TimeExpression& time : reading_.mentions.times()) write_time(time);
    for (std::size_t i = 0; i < reading_.facts.events().size(); ++i) write_event(EventId{i});
    for (const Relation& relation : reading_.facts.relations()) write_relation(relation);
  }

 private:
  [[nodiscard]] OrderedJson line(std::string_view kind) const { return {{"doc", key_}, {"kind", kind}}; }

  void write_document() const {
    const Article& article = document_.article();
    OrderedJson out = line("document");
    out["date"] = repaired_utf8(article.date);
    for (const auto& [key, value] :
         {std::pair("title", &article.title), std::pair("source", &article.source), std::pair("url", &article.url)}) {
      if (!value->empty()) out[key] = repaired_utf8(*value);
    }
    out["characters"] = document_.code_point(document_.text().size());
    out["sentences"] = document_.sentences().size();
    OrderedJson diagnostics = OrderedJson::array();
    for (const Diagnostic& diagnostic : document_.diagnostics()) {
      diagnostics.push_back({{"code", diagnostic.code},
                             {"start", document_.code_point(diagnostic.span.begin)},
                             {"end", document_.code_point(diagnostic.span.end)},
                             {"message", repaired_utf8(diagnostic.message)}});
    }
    if (!diagnostics.empty()) out["diagnostics"] = std::move(diagnostics);
    write_line(out_, out);
  }

  void write_entity(EntityId id) const {
    const Entity& entity = reading_.mentions.entity(id);
    OrderedJson out = line("entity");
    out["id"] = entity_node_id(reading_, id);
    out["type"] = to_text(entity.type);
    out["name"] = repaired_utf8(entity.name);
    OrderedJson names = OrderedJson::array();
    if (entity.named()) {
      names.push_back(repaired_utf8(entity.name));
      for (const std::string& alias : entity.aliases) names.push_back(repaired_utf8(alias));
    }
    out["names"] = std::move(names);
    if (!entity.country.empty()) out["country"] = entity.country;
    OrderedJson mentions = OrderedJson::array();
    for (const MentionId mention_id : entity.mentions) {
      const Mention& mention = reading_.mentions.mention(mention_id);
      OrderedJson item = words_json(document_, mention.span);
      item["kind"] = to_text(mention.kind);
      if (!mention.rule.empty()) item["rule"] = repaired_utf8(mention.rule);
      mentions.push_back(std::move(item));
    }
    out["mentions"] = std::move(mentions);
    write_line(out_, out);
  }

  void write_time(const TimeExpression& time) const {
    OrderedJson out = line("time");
    out.update(words_json(document_, time.span));
    out["type"] = to_text(time.type);
    if (!time.value.empty()) out["value"] = time.value;
    add_calendar(out, time);
    if (time.granularity != Granularity::none) out["granularity"] = to_text(time.granularity);
    if (!time.mod.empty()) out["mod"] = time.mod;
    if (!time.anchor.empty()) out["anchor"] = time.anchor;
    if (!time.rule.empty()) out["rule"] = repaired_utf8(time.rule);
    write_line(out_, out);
  }

  void write_event(EventId id) const {
    const Event& event = reading_.facts.event(id);
    OrderedJson out = line("event");
    out["id"] = event_node_id(reading_, id);
    out["type"] = event.type;
    out["trigger"] = words_json(document_, event.trigger);
    out["factuality"] = to_text(event.factuality);
    if (!event.factuality_rule.empty()) out["factuality_rule"] = repaired_utf8(event.factuality_rule);
    out["attribution"] = fillers_json(reading_, event.attribution);
    out["roles"] = arguments_json(reading_, event.arguments);
    if (!document_.date().empty()) out["reported"] = repaired_utf8(document_.date());
    if (!event.time_fallback.empty()) out["time_fallback"] = fallback_json(event);
    out["score"] = rounded_score(event.evidence.score);
    out["evidence"] = evidence_json(document_, event.evidence);
    write_line(out_, out);
  }

  /// The publication date for an event without a stated time: what happened, did so before it; what is planned, later.
  static OrderedJson fallback_json(const Event& event) {
    OrderedJson out{{"value", repaired_utf8(event.time_fallback)}, {"source", "publication"}};
    const std::string day = edtf_of(event.time_fallback);
    const bool ahead = event.factuality == Factuality::planned || event.factuality == Factuality::possible;
    if (!day.empty()) out["edtf"] = ahead ? day + "/.." : "../" + day;
    return out;
  }

  void write_relation(const Relation& relation) const {
    OrderedJson out = line("relation");
    out["type"] = relation.type;
    out["subject"] = filler_json(reading_, relation.subject);
    out["object"] = filler_json(reading_, relation.object);
    out["qualifiers"] = arguments_json(reading_, relation.qualifiers);
    out["start"] = document_.code_point(relation.evidence.span.begin);
    out["end"] = document_.code_point(relation.evidence.span.end);
    out["score"] = rounded_score(relation.evidence.score);
    out["evidence"] = evidence_json(document_, relation.evidence);
    write_line(out_, out);
  }

  std::ostream& out_;
  const Reading& reading_;
  const Document& document_;
  std::string key_;
};

}  // namespace

void write_facts(std::ostream& out, const Reading& reading) { FactsWriter(out, reading).write(); }

}  // namespace diurna::io::detail
