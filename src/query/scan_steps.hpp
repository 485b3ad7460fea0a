// Steps that find nodes or relationships without coming from another one: the starts of patterns.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "query/execution.hpp"

namespace diurna::cypher {

// How a property seek compares.
enum class SeekKind {
  equal,    // n.key = value
  element,  // n.key IN list
  less,     // n.key < value
  less_equal,
  greater,
  greater_equal,
  prefix,  // n.key STARTS WITH value
};

[[nodiscard]] std::unique_ptr<const Step> all_nodes_scan(std::size_t slot);
[[nodiscard]] std::unique_ptr<const Step> label_scan(std::size_t slot, std::uint32_t label);
// Gives no rows.
[[nodiscard]] std::unique_ptr<const Step> nothing();
// Nodes by the index of a property; `value` is evaluated once a row.
[[nodiscard]] std::unique_ptr<const Step> property_seek(std::size_t slot, std::uint32_t key, SeekKind kind,
                                                        Evaluator value);
// The node with this number, as id() gives it.
[[nodiscard]] std::unique_ptr<const Step> number_seek(std::size_t slot, Evaluator value);

// The codes of a column that a seek finds, in the order of their values.
[[nodiscard]] std::vector<std::uint32_t> codes_found(const PropertyColumn& column, SeekKind kind, const Value& value);

// Every relationship of some types with its ends.
struct RelationshipScan {
  std::vector<std::uint32_t> types;
  bool any_type = false;
  bool both_directions = false;  // each comes twice, once from each end; a loop once
  std::size_t relationship = no_slot;
  std::size_t source = no_slot;
  std::size_t target = no_slot;
};
[[nodiscard]] std::unique_ptr<const Step> relationship_scan(RelationshipScan scan);

}  // namespace diurna::cypher
