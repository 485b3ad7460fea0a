// Where each raw node is shown: as a whole, or as single documents tell of it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "diurna/graph/grouping.hpp"

namespace diurna::detail {

class MembershipMap {
 public:
  /// By document; "" for all that are not named.
  using Documents = std::map<std::string, const Membership*, std::less<>>;

  /// Refers to `members`. Throws Error "graph.no-node", "graph.member".
  MembershipMap(const Graph& graph, std::span<const Membership> members);

  [[nodiscard]] const std::map<std::string, Documents, std::less<>>& nodes() const { return nodes_; }
  /// Whether documents of this node go different ways.
  [[nodiscard]] bool splits(std::string_view id) const;
  /// The same for any qualifier of an edge's key.
  [[nodiscard]] bool splits_key(std::string_view key) const;
  /// nullptr when the node keeps its id.
  [[nodiscard]] const Membership* of(std::string_view id, std::string_view document) const;
  /// The ids of the qualifiers follow: "org=e:a time=t:2020".
  [[nodiscard]] std::string shown_key(std::string_view key, std::string_view document) const;

 private:
  void add(const Graph& graph, const Membership& member);
  std::map<std::string, Documents, std::less<>> nodes_;
};

}  // namespace diurna::detail
