/// Values of queries: what parameters go in as and rows come out as.
///
///     diurna::Value names = diurna::Value::List{"Ana", 3, 0.5};
///     diurna::to_literal(names);                                // "['Ana', 3, 0.5]"
///     diurna::equals(diurna::Value(1), diurna::Value(1.0));     // true
///     diurna::equals(diurna::Value(), diurna::Value(1));        // nothing: null
///
/// A value takes 16 bytes; strings, lists, maps and paths are immutable and shared, so that copies are cheap and may go
/// to other threads. While a query runs a node or a relationship is a number in the graph; in a result it carries a
/// record of itself, so that results outlive the graph. Equality, equivalence and order are those of openCypher 9.
#pragma once

#include <atomic>
#include <bit>
#include <chrono>
#include <compare>
#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/graph/property.hpp"
#include "diurna/query/moment.hpp"

namespace diurna {

struct NodeRecord;
struct RelationshipRecord;
struct PathRecord;

class Value {
 public:
  /// Kinds from `moment` on are shared.
  enum class Kind : std::uint8_t {
    null,
    boolean,
    integer,
    real,
    date,
    moment,
    string,
    list,
    map,
    node,
    relationship,
    path,
  };
  using List = std::vector<Value>;
  using Map = std::map<std::string, Value, std::less<>>;
  using Date = std::chrono::sys_days;

  Value() noexcept = default;
  Value(bool boolean) noexcept : kind_(Kind::boolean), bits_(boolean ? 1 : 0) {}
  Value(std::int64_t integer) noexcept : kind_(Kind::integer), bits_(std::bit_cast<std::uint64_t>(integer)) {}
  Value(int integer) noexcept : Value(std::int64_t{integer}) {}
  Value(double real) noexcept : kind_(Kind::real), bits_(std::bit_cast<std::uint64_t>(real)) {}
  Value(Date date) noexcept
      : kind_(Kind::date), bits_(std::bit_cast<std::uint64_t>(std::int64_t{date.time_since_epoch().count()})) {}
  Value(Moment moment);
  Value(std::string string);
  Value(std::string_view string);
  Value(const char* string);
  Value(List list);
  Value(Map map);
  explicit Value(PathRecord path);
  explicit Value(const Property& property);
  /// A node or relationship of the graph that is being asked.
  [[nodiscard]] static Value node(std::uint32_t index) noexcept { return {Kind::node, index}; }
  [[nodiscard]] static Value relationship(std::uint32_t index) noexcept { return {Kind::relationship, index}; }
  /// The same with all that is known of it.
  [[nodiscard]] static Value node(std::uint32_t index, NodeRecord record);
  [[nodiscard]] static Value relationship(std::uint32_t index, RelationshipRecord record);

  Value(const Value& other) noexcept : kind_(other.kind_), index_(other.index_), bits_(other.bits_) { share(); }
  Value(Value&& other) noexcept : kind_(other.kind_), index_(other.index_), bits_(other.bits_) { other.forget(); }
  Value& operator=(const Value& other) noexcept {
    Value copy(other);
    swap(copy);
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    swap(other);
    return *this;
  }
  ~Value() {
    if (owns()) release();
  }
  /// The same as assigning `node(index)` and `relationship(index)`, but faster.
  void set_node(std::uint32_t index) noexcept { set(Kind::node, index); }
  void set_relationship(std::uint32_t index) noexcept { set(Kind::relationship, index); }
  void swap(Value& other) noexcept {
    std::swap(kind_, other.kind_);
    std::swap(index_, other.index_);
    std::swap(bits_, other.bits_);
  }

  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] bool is_null() const noexcept { return kind_ == Kind::null; }
  [[nodiscard]] bool is_number() const noexcept { return kind_ == Kind::integer || kind_ == Kind::real; }
  /// True only for the boolean true: neither false nor null.
  [[nodiscard]] bool is_true() const noexcept { return kind_ == Kind::boolean && bits_ != 0; }

  /// Each requires that the value is of this kind.
  [[nodiscard]] bool as_boolean() const noexcept { return bits_ != 0; }
  [[nodiscard]] std::int64_t as_integer() const noexcept { return std::bit_cast<std::int64_t>(bits_); }
  [[nodiscard]] double as_real() const noexcept { return std::bit_cast<double>(bits_); }
  [[nodiscard]] Date as_date() const noexcept { return Date(std::chrono::days(as_integer())); }
  [[nodiscard]] const Moment& as_moment() const noexcept;
  [[nodiscard]] const std::string& as_string() const noexcept;
  [[nodiscard]] const List& as_list() const noexcept;
  [[nodiscard]] const Map& as_map() const noexcept;
  [[nodiscard]] const PathRecord& as_path() const noexcept;
  /// An integer or a real, as double.
  [[nodiscard]] double as_number() const noexcept {
    return kind_ == Kind::integer ? static_cast<double>(as_integer()) : as_real();
  }
  /// Number of a node or relationship in its graph.
  [[nodiscard]] std::uint32_t index() const noexcept { return index_; }
  /// Of a node or relationship in a result; null while the query runs.
  [[nodiscard]] const NodeRecord* node_record() const noexcept;
  [[nodiscard]] const RelationshipRecord* relationship_record() const noexcept;

  /// Same as `equivalent`: for containers and tests.
  bool operator==(const Value& other) const;

 private:
  struct Payload {
    mutable std::atomic<std::uint32_t> owners{1};
  };
  template <class T>
  struct Shared;

  Value(Kind kind, std::uint32_t index) noexcept : kind_(kind), index_(index) {}
  template <class T>
  void hold(T content);
  template <class T>
  [[nodiscard]] const T& content() const noexcept;
  [[nodiscard]] bool owns() const noexcept { return kind_ >= Kind::moment && bits_ != 0; }
  void share() const noexcept {
    if (owns()) reinterpret_cast<const Payload*>(bits_)->owners.fetch_add(1, std::memory_order_relaxed);
  }
  void release() const noexcept;
  void set(Kind kind, std::uint32_t index) noexcept {
    if (owns()) release();
    kind_ = kind;
    index_ = index;
    bits_ = 0;
  }
  void forget() noexcept {
    kind_ = Kind::null;
    bits_ = 0;
  }

  Kind kind_ = Kind::null;
  std::uint32_t index_ = 0;
  std::uint64_t bits_ = 0;  // a scalar, or the address of a Payload
};
static_assert(sizeof(Value) == 16);

/// A node as it was when the query ran.
struct NodeRecord {
  std::vector<std::string> labels;  ///< Sorted.
  Value::Map properties;            ///< "id", "name" … of a Diurna graph.
};

struct RelationshipRecord {
  std::string type;
  std::uint32_t source = 0;  ///< Numbers of the nodes it leads from and to …
  std::uint32_t target = 0;
  std::string source_id;  ///< … and their ids; empty in a graph whose nodes have none.
  std::string target_id;
  Value::Map properties;
};

/// `nodes` has one more than `relationships`; relationship i joins nodes i and i + 1, in either direction.
struct PathRecord {
  Value::List nodes;
  Value::List relationships;
};

/// `a = b` of openCypher: nothing stands for null.
[[nodiscard]] std::optional<bool> equals(const Value& a, const Value& b);
/// Equal for DISTINCT and grouping: null is null, NaN is NaN.
[[nodiscard]] bool equivalent(const Value& a, const Value& b);
/// What `<` and `>` go by: nothing stands for null (a null, or kinds that do not compare); unordered when NaN is met.
[[nodiscard]] std::optional<std::partial_ordering> compare(const Value& a, const Value& b);
/// ORDER BY: a total order over all values. map < node < relationship < list < path < date < time < string <
/// boolean < number < NaN < null.
[[nodiscard]] std::weak_ordering order(const Value& a, const Value& b);
/// Equivalent values have the same hash, also 1 and 1.0.
[[nodiscard]] std::size_t hash_value(const Value& value);

/// As a Cypher literal: `'it\'s'`, `[1, 2.0]`, `{a: null}`, `(:A:B {x: 1})`, `[:T]`, `<(:A)-[:T]->(:B)>`.
[[nodiscard]] std::string to_literal(const Value& value);
/// For people: a string without quotes, all else as a literal; null is "null".
[[nodiscard]] std::string to_text(const Value& value);
std::ostream& operator<<(std::ostream& out, const Value& value);
/// "INTEGER", "FLOAT", "STRING", "LIST" …: names for messages.
[[nodiscard]] std::string_view kind_name(Value::Kind kind);

/// For unordered containers keyed by equivalence.
struct ValueHash {
  std::size_t operator()(const Value& value) const { return hash_value(value); }
};

}  // namespace diurna
