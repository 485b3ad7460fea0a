#include "diurna/query/value.hpp"

#include <memory>
#include <type_traits>
#include <variant>

namespace diurna {

template <class T>
struct Value::Shared : Value::Payload {
  explicit Shared(T value) : content(std::move(value)) {}
  T content;
};

namespace {

template <class F>
void visit_shared_type(Value::Kind kind, F visit) {
  switch (kind) {
    case Value::Kind::moment:
      return visit(std::type_identity<Moment>());
    case Value::Kind::string:
      return visit(std::type_identity<std::string>());
    case Value::Kind::list:
      return visit(std::type_identity<Value::List>());
    case Value::Kind::map:
      return visit(std::type_identity<Value::Map>());
    case Value::Kind::node:
      return visit(std::type_identity<NodeRecord>());
    case Value::Kind::relationship:
      return visit(std::type_identity<RelationshipRecord>());
    case Value::Kind::path:
      return visit(std::type_identity<PathRecord>());
    default:
      return;
  }
}

}  // namespace

template <class T>
void Value::hold(T content) {
  const Payload* payload = std::make_unique<Shared<T>>(std::move(content)).release();
  bits_ = reinterpret_cast<std::uintptr_t>(payload);
}

template <class T>
const T& Value::content() const noexcept {
  return static_cast<const Shared<T>*>(reinterpret_cast<const Payload*>(bits_))->content;
}

void Value::release() const noexcept {
  const auto* payload = reinterpret_cast<const Payload*>(bits_);
  if (payload->owners.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  visit_shared_type(kind_, [&]<class T>(std::type_identity<T>) {
    std::default_delete<const Shared<T>>()(static_cast<const Shared<T>*>(payload));
  });
}

Value::Value(Moment moment) : kind_(Kind::moment) { hold(moment); }
Value::Value(std::string string) : kind_(Kind::string) { hold(std::move(string)); }
Value::Value(std::string_view string) : Value(std::string(string)) {}
Value::Value(const char* string) : Value(std::string(string)) {}
Value::Value(List list) : kind_(Kind::list) { hold(std::move(list)); }
Value::Value(Map map) : kind_(Kind::map) { hold(std::move(map)); }
Value::Value(PathRecord path) : kind_(Kind::path) { hold(std::move(path)); }
Value::Value(const Property& property) {
  std::visit([this](const auto& scalar) { *this = Value(scalar); }, property);
}

Value Value::node(std::uint32_t index, NodeRecord record) {
  Value value(Kind::node, index);
  value.hold(std::move(record));
  return value;
}

Value Value::relationship(std::uint32_t index, RelationshipRecord record) {
  Value value(Kind::relationship, index);
  value.hold(std::move(record));
  return value;
}

const Moment& Value::as_moment() const noexcept { return content<Moment>(); }
const std::string& Value::as_string() const noexcept { return content<std::string>(); }
const Value::List& Value::as_list() const noexcept { return content<List>(); }
const Value::Map& Value::as_map() const noexcept { return content<Map>(); }
const PathRecord& Value::as_path() const noexcept { return content<PathRecord>(); }
const NodeRecord* Value::node_record() const noexcept {
  return kind_ == Kind::node && owns() ? &content<NodeRecord>() : nullptr;
}
const RelationshipRecord* Value::relationship_record() const noexcept {
  return kind_ == Kind::relationship && owns() ? &content<RelationshipRecord>() : nullptr;
}
bool Value::operator==(const Value& other) const { return equivalent(*this, other); }

}  // namespace diurna
