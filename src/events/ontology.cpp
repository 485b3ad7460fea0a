#include "diurna/events/ontology.hpp"

#include <algorithm>

#include "core/json.hpp"
#include "core/suggest.hpp"
#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"
#include "events/filler_kinds.hpp"

namespace diurna {
namespace {

using detail::Json;

/// Roles that every event has, and the words with which a role is read when its event type has none of its own.
struct Defaults {
  std::vector<std::string> common_roles;
  std::map<std::string, std::string> label_patterns;  // "time" → "{} in"
};

[[noreturn]] void unknown_role(const std::string& place, const std::string& role, const std::string& of,
                               const Defaults& defaults) {
  std::vector<std::string> known;
  for (const auto& [name, pattern] : defaults.label_patterns) known.push_back(name);
  const std::string near = detail::nearest(role, known);
  throw ParseError({.code = "ontology.unknown-role",
                    .place = place,
                    .message = "unknown role '" + role + "' for " + of,
                    .hint = (near.empty() ? "" : "did you mean '" + near + "'? ") +
                            std::string("list it under \"roles\" with its gloss and label")});
}

void read_defaults(const Json& root, Defaults& defaults) {
  for (const Json& role : root.items("roles")) defaults.label_patterns[role.text("id")] = role.text("label");
  for (std::string& role : root.texts("common_roles")) {
    if (!defaults.label_patterns.contains(role))
      unknown_role(root.place() + "common_roles", role, "all events", defaults);
    const auto& known = defaults.common_roles;
    if (std::find(known.begin(), known.end(), role) == known.end()) defaults.common_roles.push_back(std::move(role));
  }
}

/// A slip in a member's name would otherwise go unnoticed.
void check_members(const Json& entry, const std::vector<std::string>& known) {
  for (const std::string& name : entry.keys()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string near = detail::nearest(name, known);
    throw ParseError({.code = "ontology.unknown-member",
                      .place = entry.place(),
                      .message = "unknown member '" + name + "'",
                      .hint = near.empty() ? "leave it out" : "did you mean '" + near + "'?"});
  }
}

void check_all_members(const Json& root) {
  check_members(root, {"format", "version", "roles", "common_roles", "events", "relations"});
  for (const Json& role : root.items("roles")) check_members(role, {"id", "label", "gloss"});
  for (const Json& event : root.items("events")) {
    check_members(event, {"id", "label", "gloss", "roles", "role_labels", "codes", "fillers"});
  }
  for (const Json& relation : root.items("relations")) {
    check_members(relation, {"id", "label", "gloss", "qualifiers", "fillers"});
  }
}

/// `roles`: what the fillers may speak of.
void check_fillers(const Json& entry, const std::map<std::string, std::vector<std::string>>& fillers,
                   const std::vector<std::string>& roles) {
  const auto fail = [&](std::string code, std::string message, const std::string& word,
                        const std::vector<std::string>& known) {
    const std::string near = detail::nearest(word, known);
    throw ParseError({.code = std::move(code),
                      .place = entry.place() + ".fillers",
                      .message = std::move(message),
                      .hint = near.empty() ? "see docs/rules.md" : "did you mean '" + near + "'?"});
  };
  for (const auto& [role, kinds] : fillers) {
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) {
      fail("ontology.unknown-role", "unknown role '" + role + "'", role, roles);
    }
    for (const std::string& kind : kinds) {
      if (detail::parse_filler_kind(kind)) continue;
      fail("ontology.unknown-filler", "unknown kind of filler '" + kind + "'", kind, detail::filler_kind_names());
    }
  }
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
                 .codes = entry.text_map("codes"),
                 .fillers = entry.text_lists("fillers")};
  for (std::string& role : entry.texts("roles")) {
    if (!defaults.label_patterns.contains(role)) {
      unknown_role(entry.place(), role, "event " + type.id, defaults);
    }
    if (std::find(type.roles.begin(), type.roles.end(), role) != type.roles.end()) continue;
    type.roles.push_back(std::move(role));
  }
  for (const std::string& role : type.roles) {
    type.role_labels.try_emplace(role, fill(defaults.label_patterns.at(role), type.label));
  }
  check_fillers(entry, type.fillers, type.roles);
  return type;
}

RelationType read_relation_type(const Json& entry) {
  RelationType type{.id = entry.text("id"),
                    .gloss = entry.text("gloss"),
                    .label = entry.text("label"),
                    .qualifiers = entry.texts("qualifiers"),
                    .fillers = entry.text_lists("fillers")};
  std::vector<std::string> ends{"subject", "object"};
  ends.insert(ends.end(), type.qualifiers.begin(), type.qualifiers.end());
  check_fillers(entry, type.fillers, ends);
  return type;
}

void check_id(const std::string& id, const std::string& place) {
  if (id.find('.') != std::string::npos) return;
  throw ParseError({.code = "ontology.id",
                    .place = place,
                    .message = "'" + id + "' is not of the form family.type",
                    .hint = "write for instance \"justice.detain\""});
}

/// A later definition of the same id replaces the earlier one.
template <class Type>
void put(std::vector<Type>& types, Type type) {
  const auto same = std::find_if(types.begin(), types.end(), [&](const Type& known) { return known.id == type.id; });
  if (same != types.end()) {
    *same = std::move(type);
  } else {
    types.push_back(std::move(type));
  }
}

template <class Type>
void sort_by_id(std::vector<Type>& types, std::size_t from) {
  std::sort(types.begin() + static_cast<std::ptrdiff_t>(from), types.end(),
            [](const Type& a, const Type& b) { return a.id < b.id; });
}

template <class Type>
const Type* look_up(const std::vector<Type>& types, std::size_t built_in, std::string_view id) {
  const auto find = [&](std::size_t first, std::size_t last) -> const Type* {
    const auto end = types.begin() + static_cast<std::ptrdiff_t>(last);
    const auto at = std::lower_bound(types.begin() + static_cast<std::ptrdiff_t>(first), end, id,
                                     [](const Type& a, std::string_view key) { return a.id < key; });
    return at != end && at->id == id ? &*at : nullptr;
  };
  if (const Type* found = find(0, built_in)) return found;
  return find(built_in, types.size());
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
  if (!extension.empty()) {
    roots.push_back(parse_ontology(read_file(extension)));
    check_all_members(roots.back());
  }
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
    sort_by_id(ontology.event_types_, ontology.built_in_events_);
    sort_by_id(ontology.relation_types_, ontology.built_in_relations_);
    if (ontology.built_in_events_ != 0) continue;
    ontology.built_in_events_ = ontology.event_types_.size();
    ontology.built_in_relations_ = ontology.relation_types_.size();
  }
  return ontology;
}

const EventType* Ontology::event_type(std::string_view id) const& {
  return look_up(event_types_, built_in_events_, id);
}

const RelationType* Ontology::relation_type(std::string_view id) const& {
  return look_up(relation_types_, built_in_relations_, id);
}

}  // namespace diurna
