#include "diurna/events/ontology.hpp"

#include <algorithm>

#include "core/json.hpp"
#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"

namespace diurna {
namespace {

using detail::Json;

/// Roles that every event has, and the words with which a role is read when its event type has none of its own.
struct Defaults {
  std::vector<std::string> common_roles;
  std::map<std::string, std::string> label_patterns;  // "time" → "{} in"
};

void read_defaults(const Json& root, Defaults& defaults) {
  for (const Json& role : root.items("roles")) defaults.label_patterns[role.text("id")] = role.text("label");
  for (std::string& role : root.texts("common_roles")) defaults.common_roles.push_back(std::move(role));
}

std::string fill(std::string pattern, std::string_view label) {
  if (const std::size_t at = pattern.find("{}"); at != std::string::npos) pattern.replace(at, 2, label);
  return pattern;
}

EventType read_event_type(const Json& entry, const Defaults& defaults) {
  EventType type{.id = entry.text("id"),
                 .gloss = entry.text("gloss"),
                 .label = entry.text("label"),
                 .roles = defaults.common_roles,
                 .role_labels = entry.text_map("role_labels"),
                 .codes = entry.text_map("codes")};
  for (std::string& role : entry.texts("roles")) {
    if (!defaults.label_patterns.contains(role)) {
      throw ParseError({.code = "ontology.unknown-role",
                        .place = entry.place(),
                        .message = "unknown role '" + role + "' for event " + type.id,
                        .hint = "list it under \"roles\" with its gloss and label"});
    }
    type.roles.push_back(std::move(role));
  }
  for (const std::string& role : type.roles) {
    type.role_labels.try_emplace(role, fill(defaults.label_patterns.at(role), type.label));
  }
  return type;
}

RelationType read_relation_type(const Json& entry) {
  return {.id = entry.text("id"),
          .gloss = entry.text("gloss"),
          .label = entry.text("label"),
          .qualifiers = entry.texts("qualifiers")};
}

void check_id(const std::string& id, const std::string& place) {
  if (id.find('.') != std::string::npos) return;
  throw ParseError({.code = "ontology.id",
                    .place = place,
                    .message = "'" + id + "' is not of the form family.type",
                    .hint = "write for instance \"justice.detain\""});
}

/// Puts a type at its sorted place; a later definition of the same id replaces the earlier one.
template <class Type>
void put(std::vector<Type>& types, Type type) {
  const auto at = std::lower_bound(types.begin(), types.end(), type.id,
                                   [](const Type& a, const std::string& id) { return a.id < id; });
  if (at != types.end() && at->id == type.id) {
    *at = std::move(type);
  } else {
    types.insert(at, std::move(type));
  }
}

template <class Type>
const Type* look_up(const std::vector<Type>& types, std::string_view id) {
  const auto at =
      std::lower_bound(types.begin(), types.end(), id, [](const Type& a, std::string_view key) { return a.id < key; });
  return at != types.end() && at->id == id ? &*at : nullptr;
}

Json parse_ontology(const Resource& resource) {
  Json root = Json::parse(resource);
  if (root.text("format") == "diurna-ontology" && root.integer("version") == 1) return root;
  throw ParseError({.code = "ontology.format",
                    .place = resource.name(),
                    .message = "not an ontology of version 1",
                    .hint = R"(begin with {"format": "diurna-ontology", "version": 1, …})"});
}

}  // namespace

Ontology Ontology::load(const std::string& extension) {
  std::vector<Json> roots{parse_ontology(find_resource("en/ontology.json"))};
  if (!extension.empty()) roots.push_back(parse_ontology(read_file(extension)));
  Defaults defaults;
  Ontology ontology;
  for (const Json& root : roots) {
    read_defaults(root, defaults);
    for (const Json& entry : root.items("events")) {
      check_id(entry.text("id"), entry.place());
      put(ontology.event_types_, read_event_type(entry, defaults));
    }
    for (const Json& entry : root.items("relations")) {
      check_id(entry.text("id"), entry.place());
      put(ontology.relation_types_, read_relation_type(entry));
    }
  }
  return ontology;
}

const EventType* Ontology::event_type(std::string_view id) const& { return look_up(event_types_, id); }

const RelationType* Ontology::relation_type(std::string_view id) const& { return look_up(relation_types_, id); }

}  // namespace diurna
