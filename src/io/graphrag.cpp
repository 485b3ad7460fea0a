// `graphrag`: the tables of GraphRAG's "bring your own graph". Entities are nodes of kind entity; relations, and the
// participants of an event with each other, are relationships; events are covariates (claims) with a status; text units
// are sentences. Lists are JSON, since these tables have lists and CSV has not.
#include <algorithm>
#include <map>
#include <set>

#include "io/columns.hpp"
#include "io/csv.hpp"
#include "io/graph_json.hpp"
#include "io/when.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

using TextUnitKey = std::pair<std::string, std::size_t>;

std::string unit_id(const TextUnitKey& key) { return key.first + "#" + std::to_string(key.second); }

std::vector<std::string> sorted(const std::set<std::string>& items) { return {items.begin(), items.end()}; }

struct TextUnit {
  std::string text;
  std::set<std::string> entities;
  std::set<std::string> relationships;
  std::set<std::string> covariates;
};

struct Relationship {
  std::set<std::string> descriptions;
  std::set<std::string> units;
  std::set<std::string> documents;
};

struct EventRow {
  const Node* node = nullptr;
  std::vector<const Edge*> roles;

  /// The first entity in a role; of several the smallest id.
  [[nodiscard]] const Edge* role(std::string_view type) const {
    const auto found = std::find_if(roles.begin(), roles.end(), [=](const Edge* edge) { return edge->type == type; });
    return found == roles.end() ? nullptr : *found;
  }
};

class Tables {
 public:
  explicit Tables(const Graph& graph) : nodes_(graph.nodes()), edges_(graph.edges()), when_(graph) {
    for (const Node& node : nodes_) by_id_.emplace(node.id, &node);
    name_entities();
    collect_edges();
    for (const Node& node : nodes_) collect_units(node.id, node.evidence);
    for (const Edge& edge : edges_) collect_units({}, edge.evidence);
    collect_events();
    for (const auto& [ends, relationship] : relationships_) {
      for (const std::string& unit : relationship.units) units_by_id_[unit]->relationships.insert(id_of(ends));
    }
  }

  std::vector<Table> tables() {
    std::vector<Table> out;
    out.push_back({"entities.csv", entities()});
    out.push_back({"relationships.csv", relationships()});
    const std::string covariates = this->covariates();  // text units name them
    out.push_back({"text_units.csv", text_units()});
    out.push_back({"documents.csv", documents()});
    out.push_back({"covariates.csv", covariates});
    return out;
  }

 private:
  using Ends = std::pair<std::string, std::string>;

  static std::string id_of(const Ends& ends) { return ends.first + " " + ends.second; }

  /// GraphRAG knows entities by their titles: those of one name are told apart by their ids.
  void name_entities() {
    std::map<std::string, int> uses;
    for (const Node& node : nodes_) {
      if (node.kind == NodeKind::entity) ++uses[node.name];
    }
    for (const Node& node : nodes_) {
      if (node.kind != NodeKind::entity) continue;
      titles_[node.id] = node.name.empty() || uses[node.name] > 1 ? node.name + " (" + node.id + ")" : node.name;
    }
  }

  void collect_edges() {
    for (const Edge& edge : edges_) {
      const bool from_entity = titles_.contains(edge.source);
      if (from_entity && titles_.contains(edge.target)) {
        add_relationship(edge.source, edge.target, edge.type + described(edge), edge.evidence);
      } else if (from_entity && edge.type != "mentioned_in") {
        const auto target = by_id_.find(edge.target);
        if (target != by_id_.end())
          facts_[edge.source].insert(edge.type + ": " + target->second->name + described(edge));
      } else if (titles_.contains(edge.target) && edge.type != "attribution") {
        events_[edge.source].roles.push_back(&edge);
      }
    }
  }

  /// The qualifiers of a relation: " (org: Harbour Authority)".
  static std::string described(const Edge& edge) {
    std::string out;
    for (const auto& [key, value] : edge.properties) out += (out.empty() ? " (" : "; ") + key + ": " + to_text(value);
    return out.empty() ? out : out + ")";
  }

  void add_relationship(const std::string& source, const std::string& target, const std::string& description,
                        const std::vector<GraphEvidence>& evidence) {
    if (source == target) return;
    Relationship& out = relationships_[{source, target}];
    out.descriptions.insert(description);
    for (const GraphEvidence& proof : evidence) {
      out.documents.insert(proof.document);
      if (!proof.text.empty()) out.units.insert(unit_id({proof.document, proof.text_begin}));
    }
  }

  void collect_units(const std::string& node_id, const std::vector<GraphEvidence>& evidence) {
    for (const GraphEvidence& proof : evidence) {
      if (proof.text.empty()) continue;
      const TextUnitKey key{proof.document, proof.text_begin};
      TextUnit& unit = units_[key];
      unit.text = std::max(unit.text, proof.text);
      if (titles_.contains(node_id)) unit.entities.insert(node_id);
      units_by_id_[unit_id(key)] = &unit;
    }
  }

  /// An event joins its agent, or without one its patient, with the others who take part. What did not happen is said
  /// so in the description.
  void collect_events() {
    for (const Node& node : nodes_) {
      if (node.kind == NodeKind::event) events_[node.id].node = &node;
    }
    std::erase_if(events_, [](const auto& entry) { return entry.second.node == nullptr; });
    for (const auto& [id, event] : events_) {
      const Edge* first = event.role("agent") != nullptr ? event.role("agent") : event.role("patient");
      if (first == nullptr) continue;
      for (const Edge* other : event.roles) {
        if (other->target == first->target) continue;
        add_relationship(
            first->target, other->target,
            event.node->type + " (" + factuality(*event.node) + ", " + other->type + "): " + words(*event.node),
            event.node->evidence);
      }
    }
  }

  static std::string factuality(const Node& event) {
    const std::string said = property_text(event.properties, "factuality");
    return said.empty() ? "unclassified" : said;
  }
  static std::string words(const Node& event) {
    return event.evidence.empty() ? event.name : event.evidence.front().text;
  }

  std::string entities() {
    std::string out =
        csv_header({"id", "human_readable_id", "title", "type", "description", "text_unit_ids", "frequency", "degree"});
    std::map<std::string, std::size_t> degrees;
    for (const auto& [ends, relationship] : relationships_) {
      ++degrees[ends.first];
      ++degrees[ends.second];
    }
    std::size_t number = 0;
    for (const Node& node : nodes_) {
      if (node.kind != NodeKind::entity) continue;
      std::set<std::string> units;
      for (const GraphEvidence& proof : node.evidence) {
        if (!proof.text.empty()) units.insert(unit_id({proof.document, proof.text_begin}));
      }
      CsvRow row;
      row.text(node.id).plain(std::to_string(number++)).text(titles_.at(node.id)).text(node.type);
      row.text(description(node)).json_list(sorted(units)).plain(std::to_string(units.size()));
      row.plain(std::to_string(degrees[node.id]));
      out += row.line();
    }
    return out;
  }

  std::string description(const Node& node) {
    std::string out = node.name + " (" + node.type + ")";
    for (const std::string& alias : node.aliases) out += ", also " + alias;
    for (const std::string& fact : facts_[node.id]) out += "; " + fact;
    return out;
  }

  std::string relationships() {
    std::string out =
        csv_header({"id", "human_readable_id", "source", "target", "description", "weight", "text_unit_ids"});
    std::size_t number = 0;
    for (const auto& [ends, relationship] : relationships_) {
      std::string description;
      for (const std::string& line : relationship.descriptions)
        description += (description.empty() ? "" : " | ") + line;
      CsvRow row;
      row.text(id_of(ends)).plain(std::to_string(number++)).text(titles_.at(ends.first)).text(titles_.at(ends.second));
      row.text(description).plain(std::to_string(std::max<std::size_t>(relationship.documents.size(), 1)) + ".0");
      row.json_list(sorted(relationship.units));
      out += row.line();
    }
    return out;
  }

  std::string covariates() {
    std::string out = csv_header({"id", "human_readable_id", "covariate_type", "type", "description", "subject_id",
                                  "object_id", "status", "start_date", "end_date", "source_text", "text_unit_id"});
    std::size_t number = 0;
    for (const auto& [id, event] : events_) {
      const Edge* object = event.role("patient");
      const Edge* subject = event.role("agent") != nullptr ? event.role("agent") : object;
      if (subject == nullptr || event.node->evidence.empty()) continue;
      const GraphEvidence& proof = event.node->evidence.front();
      const std::string unit = unit_id({proof.document, proof.text_begin});
      if (const auto known = units_by_id_.find(unit); known != units_by_id_.end()) known->second->covariates.insert(id);
      const std::string said = factuality(*event.node);
      const auto days = when_.of(id);
      CsvRow row;
      row.text(id).plain(std::to_string(number++)).plain("claim").text(event.node->type);
      row.text(event.node->name + " (" + said + ")").text(titles_.at(subject->target));
      row.text(object == nullptr || object == subject ? "NONE" : titles_.at(object->target));
      row.plain(said == "actual" ? "TRUE" : said == "negated" ? "FALSE" : "SUSPECTED");
      row.plain(days ? iso_date(days->first) : "").plain(days ? iso_date(days->last) : "");
      row.text(proof.text).text(unit);
      out += row.line();
    }
    return out;
  }

  std::string text_units() {
    std::string out = csv_header({"id", "human_readable_id", "text", "n_tokens", "document_ids", "entity_ids",
                                  "relationship_ids", "covariate_ids"});
    std::size_t number = 0;
    for (const auto& [key, unit] : units_) {
      CsvRow row;
      row.text(unit_id(key)).plain(std::to_string(number++)).text(unit.text);
      row.plain(std::to_string(1 + std::count(unit.text.begin(), unit.text.end(), ' ')));
      row.json_list({key.first}).json_list(sorted(unit.entities)).json_list(sorted(unit.relationships));
      row.json_list(sorted(unit.covariates));
      out += row.line();
    }
    return out;
  }

  std::string documents() {
    std::string out = csv_header({"id", "human_readable_id", "title", "text", "text_unit_ids", "creation_date"});
    std::map<std::string, std::pair<std::string, std::vector<std::string>>> texts;
    for (const auto& [key, unit] : units_) {
      auto& [text, ids] = texts[key.first];
      text += (text.empty() ? "" : " ") + unit.text;
      ids.push_back(unit_id(key));
    }
    std::size_t number = 0;
    for (const auto& [document, content] : texts) {
      const auto node = by_id_.find("d:" + document);
      const bool known = node != by_id_.end();
      CsvRow row;
      row.text(document).plain(std::to_string(number++)).text(known ? node->second->name : document);
      row.text(content.first).json_list(content.second);
      row.plain(known ? property_text(node->second->properties, "date") : "");
      out += row.line();
    }
    return out;
  }

  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  When when_;
  std::map<std::string, const Node*, std::less<>> by_id_;
  std::map<std::string, std::string> titles_;  // of entities
  std::map<Ends, Relationship> relationships_;
  std::map<std::string, std::set<std::string>> facts_;  // of an entity, without another entity
  std::map<std::string, EventRow> events_;
  std::map<TextUnitKey, TextUnit> units_;
  std::map<std::string, TextUnit*> units_by_id_;
};

}  // namespace

std::vector<Table> graphrag_tables(const Graph& graph) { return Tables(graph).tables(); }

}  // namespace diurna::io::detail
