#include "query/scan_steps.hpp"

#include <algorithm>
#include <utility>

namespace diurna::cypher {
namespace {

class ScanSink : public InnerSink {
 protected:
  ScanSink(const Wiring& wiring, std::size_t slot) : InnerSink(wiring), slot_(slot) {}
  bool give(std::uint32_t node) {
    run_.tick();
    row_[slot_].set_node(node);
    return next_.push();
  }
  bool give_all(std::span<const std::uint32_t> nodes) {
    return std::ranges::all_of(nodes, [this](std::uint32_t node) { return give(node); });
  }

 private:
  std::size_t slot_;
};

class AllNodesSink : public ScanSink {
 public:
  AllNodesSink(const Wiring& wiring, std::size_t slot) : ScanSink(wiring, slot) {}
  bool push() override {
    for (std::uint32_t node = 0; node < run_.graph.node_count(); ++node)
      if (!give(node)) return false;
    return true;
  }
};

struct LabelScan {
  std::size_t slot;
  std::uint32_t label;
};
class LabelScanSink : public ScanSink {
 public:
  LabelScanSink(const Wiring& wiring, const LabelScan& scan) : ScanSink(wiring, scan.slot), label_(scan.label) {}
  bool push() override { return give_all(run_.graph.nodes_with_label(label_)); }

 private:
  std::uint32_t label_;
};

struct PropertySeek {
  std::size_t slot;
  std::uint32_t key;
  SeekKind kind;
  Evaluator value;
};
class PropertySeekSink : public ScanSink {
 public:
  PropertySeekSink(const Wiring& wiring, const PropertySeek& seek)
      : ScanSink(wiring, seek.slot), seek_(seek), column_(wiring.run.graph.node_column(seek.key)) {}
  bool push() override {
    const Value value = seek_.value.evaluate(run_, row_);
    const std::vector<std::uint32_t> codes = codes_found(column_, seek_.kind, value);
    if (codes.size() == 1) return give_all(column_.owners(codes.front()));
    std::vector<std::uint32_t> nodes;
    for (const std::uint32_t code : codes) {
      const auto owners = column_.owners(code);
      nodes.insert(nodes.end(), owners.begin(), owners.end());
    }
    std::ranges::sort(nodes);
    return give_all(nodes);
  }

 private:
  const PropertySeek& seek_;
  const PropertyColumn& column_;
};

struct NumberSeek {
  std::size_t slot;
  Evaluator value;
};
class NumberSeekSink : public ScanSink {
 public:
  NumberSeekSink(const Wiring& wiring, const NumberSeek& seek) : ScanSink(wiring, seek.slot), seek_(seek) {}
  bool push() override {
    const Value value = seek_.value.evaluate(run_, row_);
    if (!value.is_number()) return true;
    const double number = std::max(value.as_number(), 0.0);
    if (number >= run_.graph.node_count()) return true;
    const auto node = static_cast<std::uint32_t>(number);
    return equals(Value(std::int64_t{node}), value) != true || give(node);
  }

 private:
  const NumberSeek& seek_;
};

class NothingSink : public InnerSink {
 public:
  NothingSink(const Wiring& wiring, std::size_t) : InnerSink(wiring) {}
  bool push() override { return true; }
};

class RelationshipScanSink : public InnerSink {
 public:
  RelationshipScanSink(const Wiring& wiring, const RelationshipScan& scan) : InnerSink(wiring), scan_(scan) {}
  bool push() override {
    const PropertyGraph& graph = run_.graph;
    if (scan_.any_type) {
      for (std::uint32_t r = 0; r < graph.relationship_count(); ++r)
        if (!give(r)) return false;
      return true;
    }
    for (const std::uint32_t type : scan_.types)
      for (const std::uint32_t r : graph.relationships_of_type(type))
        if (!give(r)) return false;
    return true;
  }

 private:
  bool give(std::uint32_t relationship) {
    run_.tick();
    const std::uint32_t source = run_.graph.source(relationship);
    const std::uint32_t target = run_.graph.target(relationship);
    if (!give(relationship, source, target)) return false;
    return !scan_.both_directions || source == target || give(relationship, target, source);
  }
  bool give(std::uint32_t relationship, std::uint32_t from, std::uint32_t to) {
    if (scan_.relationship != no_slot) row_[scan_.relationship].set_relationship(relationship);
    row_[scan_.source].set_node(from);
    row_[scan_.target].set_node(to);
    return next_.push();
  }

  const RelationshipScan& scan_;
};

// The part of `codes`, which are ordered by value, that stands in the asked relation to `value`.
std::vector<std::uint32_t> codes_in_range(const PropertyColumn& column, SeekKind kind, const Value& value) {
  std::vector<std::uint32_t> found;
  const auto codes = column.ordered_codes();
  const auto value_of = [&](std::uint32_t code) -> const Value& { return column.value_of_code(code); };
  const auto before = [](const Value& a, const Value& b) { return order(a, b) < 0; };
  const auto lower = std::ranges::lower_bound(codes, value, before, value_of);
  const auto upper = std::ranges::upper_bound(codes, value, before, value_of);
  auto begin = codes.begin();
  auto end = codes.end();
  if (kind == SeekKind::less) end = lower;
  if (kind == SeekKind::less_equal) end = upper;
  if (kind == SeekKind::greater) begin = upper;
  if (kind == SeekKind::greater_equal) begin = lower;
  const auto kept = [&](std::uint32_t code) {
    const auto compared = compare(value_of(code), value);  // leaves out other kinds and NaN
    if (!compared) return false;
    return kind == SeekKind::less || kind == SeekKind::less_equal ? std::is_lteq(*compared) : std::is_gteq(*compared);
  };
  std::copy_if(begin, end, std::back_inserter(found), kept);
  return found;
}

std::vector<std::uint32_t> codes_with_prefix(const PropertyColumn& column, const Value& prefix) {
  std::vector<std::uint32_t> found;
  if (prefix.kind() != Value::Kind::string) return found;
  const auto codes = column.ordered_codes();
  const auto value_of = [&](std::uint32_t code) -> const Value& { return column.value_of_code(code); };
  auto at =
      std::ranges::lower_bound(codes, prefix, [](const Value& a, const Value& b) { return order(a, b) < 0; }, value_of);
  for (; at != codes.end(); ++at) {
    const Value& value = value_of(*at);
    if (value.kind() != Value::Kind::string || !value.as_string().starts_with(prefix.as_string())) break;
    found.push_back(*at);
  }
  return found;
}

std::vector<std::uint32_t> codes_of_elements(const PropertyColumn& column, const Value& list) {
  std::vector<std::uint32_t> found;
  if (list.kind() != Value::Kind::list) return found;
  for (const Value& value : list.as_list()) {
    if (value.is_null()) continue;
    const auto codes = column.codes_of(value);
    found.insert(found.end(), codes.begin(), codes.end());
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

std::vector<std::uint32_t> codes_found(const PropertyColumn& column, SeekKind kind, const Value& value) {
  if (value.is_null()) return {};
  switch (kind) {
    case SeekKind::equal:
      return column.codes_of(value);
    case SeekKind::element:
      return codes_of_elements(column, value);
    case SeekKind::prefix:
      return codes_with_prefix(column, value);
    default:
      return codes_in_range(column, kind, value);
  }
}

std::unique_ptr<const Step> all_nodes_scan(std::size_t slot) {
  return std::make_unique<StepOf<AllNodesSink, std::size_t>>(slot);
}
std::unique_ptr<const Step> label_scan(std::size_t slot, std::uint32_t label) {
  return std::make_unique<StepOf<LabelScanSink, LabelScan>>(LabelScan{slot, label});
}
std::unique_ptr<const Step> nothing() { return std::make_unique<StepOf<NothingSink, std::size_t>>(0); }
std::unique_ptr<const Step> property_seek(std::size_t slot, std::uint32_t key, SeekKind kind, Evaluator value) {
  return std::make_unique<StepOf<PropertySeekSink, PropertySeek>>(PropertySeek{slot, key, kind, std::move(value)});
}
std::unique_ptr<const Step> number_seek(std::size_t slot, Evaluator value) {
  return std::make_unique<StepOf<NumberSeekSink, NumberSeek>>(NumberSeek{slot, std::move(value)});
}
std::unique_ptr<const Step> relationship_scan(RelationshipScan scan) {
  return std::make_unique<StepOf<RelationshipScanSink, RelationshipScan>>(std::move(scan));
}

}  // namespace diurna::cypher
