#include "graph/membership_map.hpp"

#include <algorithm>

#include "diurna/core/error.hpp"

namespace diurna::detail {
namespace {

/// `visit("org=", "e:a")`; a part without "=" has no name.
template <class Visit>
void for_each_qualifier(std::string_view key, Visit visit) {
  for (std::size_t at = 0; at <= key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    const std::string_view part = key.substr(at, end - at);
    const std::size_t value = part.find('=') + 1;  // npos + 1 is 0
    visit(part.substr(0, value), part.substr(value));
    at = end + 1;
  }
}

}  // namespace

MembershipMap::MembershipMap(const Graph& graph, std::span<const Membership> members) {
  for (const Membership& member : members) add(graph, member);
}

void MembershipMap::add(const Graph& graph, const Membership& member) {
  if (!graph.contains(member.node)) {
    throw Error({.code = "graph.no-node",
                 .place = {},
                 .message = "there is no node '" + member.node + "' to be shown as '" + member.canonical + "'",
                 .hint = "members are named by the ids of the ungrouped graph",
                 .excerpt = {}});
  }
  if (member.node.empty()) {
    throw Error({.code = "graph.member",
                 .place = {},
                 .message = "the node without an id cannot be shown as '" + member.canonical + "'",
                 .hint = "give it an id",
                 .excerpt = {}});
  }
  const auto [slot, is_new] = nodes_[member.node].try_emplace(member.document, &member);
  if (is_new || *slot->second == member) return;
  throw Error({.code = "graph.member",
               .place = {},
               .message = "node '" + member.node + "' is given to '" + slot->second->canonical + "' and to '" +
                          member.canonical + "'",
               .hint = "name each node once",
               .excerpt = {}});
}

bool MembershipMap::splits(std::string_view id) const {
  const auto found = nodes_.find(id);
  return found != nodes_.end() && (found->second.size() > 1 || !found->second.begin()->first.empty());
}

bool MembershipMap::splits_key(std::string_view key) const {
  bool any = false;
  for_each_qualifier(key, [&](std::string_view, std::string_view id) { any = any || splits(id); });
  return any;
}

const Membership* MembershipMap::of(std::string_view id, std::string_view document) const {
  const auto found = nodes_.find(id);
  if (found == nodes_.end()) return nullptr;
  auto member = found->second.find(document);
  if (member == found->second.end()) member = found->second.find(std::string_view{});
  return member == found->second.end() || member->second->canonical == id ? nullptr : member->second;
}

std::string MembershipMap::shown_key(std::string_view key, std::string_view document) const {
  std::string out;
  for_each_qualifier(key, [&](std::string_view name, std::string_view id) {
    if (!out.empty()) out += ' ';
    const Membership* member = name.empty() ? nullptr : of(id, document);
    out += name;
    out += member == nullptr ? id : std::string_view(member->canonical);
  });
  return out;
}

}  // namespace diurna::detail
