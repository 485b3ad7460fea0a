#include "io/rdf/assertions.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "io/rdf/resources.hpp"

namespace diurna::io::detail::rdf {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;

constexpr std::string_view factuality_facet = "property.factuality";

template <std::size_t N>
std::string_view looked_up(const std::array<Entry, N>& table, std::string_view key, std::string_view fallback) {
  const auto found = std::find_if(table.begin(), table.end(), [=](const Entry& entry) { return entry.first == key; });
  return found == table.end() ? fallback : found->second;
}

constexpr std::array<Entry, 11> entity_classes = {{{"PERSON", "schema:Person"},
                                                   {"ORG", "schema:Organization"},
                                                   {"GPE", "schema:AdministrativeArea"},
                                                   {"LOC", "schema:Place"},
                                                   {"FACILITY", "schema:Place"},
                                                   {"NORP", "schema:Organization"},
                                                   {"GROUP", "schema:Audience"},
                                                   {"PRODUCT", "schema:Product"},
                                                   {"EVENT", "schema:Thing"},
                                                   {"LAW", "schema:Legislation"},
                                                   {"WORK", "schema:CreativeWork"}}};

constexpr std::array<Entry, 13> schema_relations = {{{"person.position", "schema:jobTitle"},
                                                     {"person.occupation", "schema:hasOccupation"},
                                                     {"person.nationality", "schema:nationality"},
                                                     {"person.member_of", "schema:memberOf"},
                                                     {"person.family", "schema:relatedTo"},
                                                     {"person.lives_in", "schema:homeLocation"},
                                                     {"person.educated_at", "schema:alumniOf"},
                                                     {"org.based_in", "schema:location"},
                                                     {"org.part_of", "schema:parentOrganization"},
                                                     {"org.founded_by", "schema:founder"},
                                                     {"place.located_in", "schema:containedInPlace"},
                                                     {"entity.owns", "schema:owns"},
                                                     {"mentioned_in", "schema:subjectOf"}}};

constexpr std::array<Entry, 6> event_classes = {{{"actual", "dn:ActualEvent"},
                                                 {"negated", "dn:NegatedEvent"},
                                                 {"planned", "dn:PlannedEvent"},
                                                 {"possible", "dn:PossibleEvent"},
                                                 {"alleged", "dn:AllegedEvent"},
                                                 {"disputed", "dn:DisputedEvent"}}};

constexpr std::array<Entry, 8> time_units = {{{"year", "time:unitYear"},
                                              {"month", "time:unitMonth"},
                                              {"week", "time:unitWeek"},
                                              {"day", "time:unitDay"},
                                              {"hour", "time:unitHour"},
                                              {"minute", "time:unitMinute"},
                                              {"second", "time:unitSecond"},
                                              {"century", "time:unitCentury"}}};

std::string text_of(const Node& node, std::string_view key) {
  const auto found = node.properties.find(key);
  return found == node.properties.end() ? std::string() : to_text(found->second);
}

bool is_absolute_http_iri(std::string_view text) {
  if (!text.starts_with("http://") && !text.starts_with("https://")) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F &&
           std::string_view("<>\"{}|^`\\").find(c) == std::string_view::npos;
  });
}

bool is_day(std::string_view text) { return text.size() == 10 && day_interval(text).has_value(); }

class Assertions {
 public:
  Assertions(StatementSink& sink, std::string_view subject, const Node& node)
      : sink_(sink), subject_(subject), node_(node) {}

  void entity() {
    is_a(looked_up(entity_classes, node_.type, "schema:Thing"));
    const bool only_place = node_.type == "LOC" || node_.type == "FACILITY";
    if (!only_place) is_a("sem:Actor");
    if (only_place || node_.type == "GPE") is_a("sem:Place");
    if (!node_.name.empty()) value("schema:name", node_.name);
  }

  void document() {
    is_a("schema:NewsArticle");
    is_a("prov:Entity");
    if (!node_.name.empty()) value("schema:headline", node_.name);
    const std::string date = text_of(node_, "date");
    const std::string source = text_of(node_, "source");
    const std::string url = text_of(node_, "url");
    if (is_day(date)) value("schema:datePublished", date, "xsd:date");
    if (!source.empty()) value("schema:publisher", source);
    if (is_absolute_http_iri(url)) sink_.add(resource(subject_), name("schema:url"), {Term::Kind::iri, url, {}});
  }

  void event(bool told_as_fact) {
    if (!told_as_fact) return;
    is_a("sem:Event");
    if (!node_.type.empty()) sink_.add(resource(subject_), name("sem:eventType"), DataName("type", node_.type).term());
  }

  void time() {
    is_a("sem:Time");
    const std::string timex = text_of(node_, "value");
    if (node_.type == "DURATION" && timex.starts_with('P') && timex.find('X') == std::string::npos) {
      is_a("time:Duration");
      return;
    }
    const auto days = days_of(node_);
    if (!days) return;
    const std::string first = iso_date(days->first);
    const std::string last = iso_date(days->last);
    if (days->first == days->last) {
      is_a("time:Instant");
      value("time:inXSDDate", first, "xsd:date");
      value("sem:hasTimeStamp", first, "xsd:date");
    } else {
      is_a("time:ProperInterval");
      sink_.add(resource(subject_), name("time:hasBeginning"), resource(instant_resource(days->first)));
      sink_.add(resource(subject_), name("time:hasEnd"), resource(instant_resource(days->last)));
    }
    value("sem:hasBeginTimeStamp", first, "xsd:date");
    value("sem:hasEndTimeStamp", last, "xsd:date");
    const std::string_view unit = looked_up(time_units, text_of(node_, "granularity"), "");
    if (!unit.empty()) sink_.add(resource(subject_), name("time:unitType"), name(unit));
  }

  void quantity() {
    is_a("schema:QuantitativeValue");
    for (const auto& [key, predicate] : {Entry("low", "schema:minValue"), Entry("high", "schema:maxValue")}) {
      const auto found = node_.properties.find(key);
      if (found == node_.properties.end()) continue;
      const LiteralText number = literal_of(found->second);
      value(predicate, number.text, number.datatype);
    }
    const std::string unit = text_of(node_, "unit");
    if (!unit.empty()) value("schema:unitText", unit);
  }

 private:
  void is_a(std::string_view type) { sink_.add(resource(subject_), name("rdf:type"), name(type)); }
  void value(std::string_view predicate, std::string_view text, std::string_view datatype = {}) {
    sink_.add(resource(subject_), name(predicate), literal(text, datatype));
  }

  StatementSink& sink_;
  std::string_view subject_;
  const Node& node_;
};

}  // namespace

bool is_told_as_fact(const std::vector<Claim>& claims) {
  bool told = false;
  for (const Claim& claim : claims) {
    if (claim.facet != factuality_facet) continue;
    if (claim.value != Property(std::string("actual"))) return false;
    told = true;
  }
  return told;
}

std::string_view event_class(const Node& event, const std::vector<Claim>& claims) {
  const auto differs = [&](const Claim& claim) {
    return claim.facet == factuality_facet && to_text(claim.value) != text_of(event, "factuality");
  };
  const bool disputed = std::any_of(claims.begin(), claims.end(), differs);
  return looked_up(event_classes, disputed ? "disputed" : text_of(event, "factuality"), "dn:UnclassifiedEvent");
}

void assert_node(StatementSink& sink, std::string_view subject, const Node& node, bool told_as_fact) {
  Assertions out(sink, subject, node);
  switch (node.kind) {
    case NodeKind::document:
      return out.document();
    case NodeKind::entity:
      return out.entity();
    case NodeKind::event:
      return out.event(told_as_fact);
    case NodeKind::time:
      return out.time();
    case NodeKind::quantity:
      return out.quantity();
    case NodeKind::phrase:
      return;
  }
}

std::optional<DayInterval> days_of(const Node& node) {
  if (node.kind != NodeKind::time || (node.type != "DATE" && node.type != "TIME")) return std::nullopt;
  return day_interval(text_of(node, "value"));
}

bool may_be_asserted(const Edge& edge, NodeKind source, bool told_as_fact) {
  if (edge.type == "attribution" || edge.type == "mentioned_in") return false;  // have names of their own
  if (source == NodeKind::event) return told_as_fact;
  const auto says = [&edge](std::string_view key) {
    const auto found = edge.properties.find(key);
    return found != edge.properties.end() && found->second != Property(false) && !to_text(found->second).empty();
  };
  return !says("negated") && !says("modality");
}

std::string_view sem_predicate(const Edge& edge, NodeKind target) {
  if (edge.type == "time") return target == NodeKind::time ? "sem:hasTime" : "";
  if (edge.type == "place") return target == NodeKind::entity ? "sem:hasPlace" : "";
  const bool where_to = edge.type == "origin" || edge.type == "destination";
  return target == NodeKind::entity && !where_to ? "sem:hasActor" : "";
}

std::string_view schema_predicate(std::string_view relation) { return looked_up(schema_relations, relation, ""); }

}  // namespace diurna::io::detail::rdf
