// The parse tree: branches in the order of their beginnings, each with the number of branches in it. Grammar rules that
// have a `kind` leave a branch; a rule that fails takes back what it left.
//
//     RETURN 1 + n.x     item{operand{number} operator operand{variable property}}
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/core/span.hpp"

namespace diurna::cypher {

enum class Kind : std::uint8_t {
  // names and literals
  variable,
  name,
  function_name,
  number,
  string,
  parameter,
  true_literal,
  false_literal,
  null_literal,
  // expressions
  expression,
  operand,
  prefix,
  binary_operator,
  null_test,
  negation,
  property,
  subscript,
  range_mark,
  labels,
  list,
  map,
  map_entry,
  case_expression,
  case_subject,
  case_branch,
  case_else,
  function,
  distinct,
  count_star,
  quantifier,
  reduce,
  list_comprehension,
  pattern_comprehension,
  comprehension_projection,
  map_projection,
  projected_key,
  projected_all,
  projected_variable,
  pattern_predicate,
  exists,
  count,
  collect,
  // patterns
  path,
  shortest,
  all_shortest,
  node,
  relationship,
  arrow_in,
  arrow_out,
  types,
  length,
  bound,
  // clauses
  query,
  single_query,
  match,
  optional,
  bare_match,
  unwind,
  create,
  with,
  return_clause,
  projection,
  star,
  item,
  order,
  sort_item,
  descending,
  skip,
  limit,
  where,
  union_all,
  union_distinct,
  explain,
};

class Tree {
 public:
  struct Branch {
    Kind kind;
    std::uint32_t begin;  // bytes of the text
    std::uint32_t end;
    std::uint32_t size;  // branches in it, itself included
  };

  explicit Tree(std::string_view text) : text_(text) {}
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Branch>& branches() const { return branches_; }

  // The grammar's side.
  [[nodiscard]] std::size_t open(Kind kind, std::size_t begin) {
    branches_.push_back({kind, static_cast<std::uint32_t>(begin), 0, 0});
    return branches_.size() - 1;
  }
  void close(std::size_t branch, std::size_t end) {
    branches_[branch].end = static_cast<std::uint32_t>(end);
    branches_[branch].size = static_cast<std::uint32_t>(branches_.size() - branch);
  }
  [[nodiscard]] std::size_t mark() const { return branches_.size(); }
  void take_back(std::size_t mark) { branches_.resize(mark); }

  // Remembers what could have stood where reading got furthest.
  void expect(std::size_t at, std::string_view what) {
    if (at < furthest_) return;
    if (at > furthest_) expected_.clear();
    furthest_ = at;
    expected_.insert(what);
  }
  [[nodiscard]] std::size_t furthest() const { return furthest_; }
  [[nodiscard]] const std::set<std::string_view>& expected() const { return expected_; }

  // Rules that were tried in vain, by place: trying them again, as a PEG does, would take exponential time.
  [[nodiscard]] bool is_hopeless(const void* rule, std::size_t at) const { return hopeless_.contains({at, rule}); }
  void mark_hopeless(const void* rule, std::size_t at) { hopeless_.emplace(at, rule); }

  // Nesting of expressions and patterns.
  std::size_t depth = 0;

 private:
  std::string_view text_;
  std::vector<Branch> branches_;
  std::size_t furthest_ = 0;
  std::set<std::string_view> expected_;
  std::set<std::pair<std::size_t, const void*>> hopeless_;
};

// One branch with the text it covers; a cheap view of a tree, which must outlive it.
class Branch {
 public:
  Branch(const Tree& tree, std::size_t index) : tree_(&tree), index_(index) {}

  [[nodiscard]] Kind kind() const { return branch().kind; }
  [[nodiscard]] Span span() const { return {branch().begin, branch().end}; }
  [[nodiscard]] std::string_view text() const { return span().text_in(tree_->text()); }

  class Iterator {
   public:
    using value_type = Branch;
    using difference_type = std::ptrdiff_t;
    Iterator() = default;
    Iterator(const Tree& tree, std::size_t index) : tree_(&tree), index_(index) {}
    Branch operator*() const { return {*tree_, index_}; }
    Iterator& operator++() {
      index_ += tree_->branches()[index_].size;
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const Tree* tree_ = nullptr;
    std::size_t index_ = 0;
  };
  [[nodiscard]] Iterator begin() const { return {*tree_, index_ + 1}; }
  [[nodiscard]] Iterator end() const { return {*tree_, index_ + branch().size}; }

 private:
  [[nodiscard]] const Tree::Branch& branch() const { return tree_->branches()[index_]; }
  const Tree* tree_;
  std::size_t index_;
};

}  // namespace diurna::cypher
