// Makes the nodes of expressions and limits how deep their trees are, so that whoever walks them may recurse.
#pragma once

#include <cstddef>
#include <string_view>

#include "query/ast.hpp"

namespace diurna::cypher {

constexpr std::size_t deepest_tree = 600;

// Throws QueryError NestedTooDeeply, at `source` in `text`, when the tree would be deeper than that.
[[nodiscard]] ast::ExpressionPtr make_expression(std::string_view text, ast::Expression::Node node, Span source);
[[noreturn]] void fail_too_deep(std::string_view text, Span source);

}  // namespace diurna::cypher
