// Steps that test, change, hold back or multiply rows.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "query/execution.hpp"
#include "query/property_use.hpp"

namespace diurna::cypher {

// Rows for which the predicate is true.
[[nodiscard]] std::unique_ptr<const Step> filter(Evaluator predicate);
// Rows whose node in `slot` has all labels.
[[nodiscard]] std::unique_ptr<const Step> label_filter(std::size_t slot, std::vector<std::uint32_t> labels);
// A predicate that looks at the graph only through one property of one node or relationship: it is evaluated once for
// each value of the property that is met.
struct PropertyFilter {
  std::size_t slot;
  std::uint32_t key;
  bool of_relationship;
  Evaluator predicate;
};
[[nodiscard]] std::unique_ptr<const Step> property_filter(PropertyFilter description);

// A row for each element; none for null.
[[nodiscard]] std::unique_ptr<const Step> unwind(Evaluator list, std::size_t slot);

// At least one row: with nulls in `slots` when the chain gives none.
[[nodiscard]] std::unique_ptr<const Step> optional(StepChain chain, std::vector<std::size_t> slots);

// A path out of the nodes and relationships (or lists of them) in slots, as the pattern has them.
struct PathBuild {
  std::size_t path;
  std::size_t start;                       // slot of the first node
  std::vector<std::size_t> relationships;  // slots
};
[[nodiscard]] std::unique_ptr<const Step> build_path(PathBuild description);

// Fills the next frame: columns, then copies of slots that ORDER BY or WHERE still need.
struct Project {
  std::vector<Evaluator> columns;
  std::vector<std::size_t> kept;
};
[[nodiscard]] std::unique_ptr<const Step> project(Project description);

// Rows that differ in the first `columns` slots.
[[nodiscard]] std::unique_ptr<const Step> distinct(std::size_t columns);

struct SortKey {
  Evaluator value;
  bool descending = false;
};
struct Sort {
  std::vector<SortKey> keys;
  std::size_t width = 0;  // slots that a row has
  // With a limit only the first rows are kept: those that `skip` and `limit` leave.
  std::optional<Evaluator> skip;
  std::optional<Evaluator> limit;
};
// Equal rows stay in the order in which they came.
[[nodiscard]] std::unique_ptr<const Step> sort(Sort description);

[[nodiscard]] std::unique_ptr<const Step> skip(Evaluator count);
[[nodiscard]] std::unique_ptr<const Step> limit(Evaluator count);
// The number that SKIP or LIMIT stands for; throws QueryError for anything but an integer from 0 on.
[[nodiscard]] std::uint64_t row_count(const Evaluator& evaluator, const Context& context);

struct GroupKey {
  Evaluator value;
  std::optional<PropertySlot> property;  // where the key is name.key and no more
};
// One row a group.
struct Grouping {
  std::vector<GroupKey> keys;
  std::vector<std::optional<Aggregate>> aggregates;  // nothing stands for count(*)
  // Input slots whose values, in the first row of a group, the columns still need.
  std::vector<std::size_t> kept;
};
// Fills the next frame: keys, aggregates, kept slots.
[[nodiscard]] std::unique_ptr<const Step> group(Grouping description);

}  // namespace diurna::cypher
