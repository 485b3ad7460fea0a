// How PEGTL runs the grammar: every rule that is tried passes through `control::match`, which grows the tree, remembers
// failures and what was expected, and limits nesting.
#pragma once

#include <string>
#include <type_traits>

#include "diurna/query/error.hpp"
#include "query/grammar.hpp"

namespace diurna::cypher::grammar {

// Deep enough for people, shallow enough for every stack.
constexpr std::size_t deepest_nesting = 256;

template <typename Rule>
concept has_kind = requires { Rule::kind; };
template <typename Rule>
concept is_token = requires { Rule::is_token; };
template <typename Rule>
concept nests = requires { Rule::nests; };
template <typename Rule>
concept hopeful = requires { Rule::hopeful; };
template <typename Rule>
concept refuses = requires { Rule::refuses; };

// One address a rule.
template <typename Rule>
constexpr char identity = 0;

// Counts nesting as long as it lives.
class Nesting {
 public:
  Nesting(Tree& tree, std::size_t at) : tree_(tree) {
    if (++tree_.depth <= deepest_nesting) return;
    --tree_.depth;
    throw QueryError({.detail = "NestedTooDeeply",
                      .message = "more than " + std::to_string(deepest_nesting) + " levels of nesting",
                      .hint = "split the query with WITH"},
                     tree.text(), {at, at + 1});
  }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  ~Nesting() { --tree_.depth; }

 private:
  Tree& tree_;
};

[[noreturn]] void refuse_writing(const Tree& tree, Span word);

template <typename Rule>
struct control : peg::normal<Rule> {
  template <peg::apply_mode A, peg::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  static bool match(Input& input, Tree& tree) {
    if constexpr (is_token<Rule>) {
      return match_token(input, tree);
    } else if constexpr (hopeful<Rule>) {
      const std::size_t at = offset_of(input);
      if (tree.is_hopeless(&identity<Rule>, at)) return false;
      if (match_rule<A, M, Action, Control>(input, tree)) return true;
      tree.mark_hopeless(&identity<Rule>, at);
      return false;
    } else {
      return match_rule<A, M, Action, Control>(input, tree);
    }
  }

 private:
  template <typename Input>
  static bool match_token(Input& input, Tree& tree) {
    const std::size_t begin = skip_blank(tree.text(), offset_of(input));
    if (!Rule::match(input)) {
      tree.expect(begin, Rule::expected);
      return false;
    }
    if constexpr (has_kind<Rule>) tree.close(tree.open(Rule::kind, begin), offset_of(input));
    return true;
  }

  template <peg::apply_mode A, peg::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  static bool match_rule(Input& input, Tree& tree) {
    if constexpr (nests<Rule>) {
      const Nesting nesting(tree, offset_of(input));
      return match_branch<A, M, Action, Control>(input, tree);
    } else if constexpr (refuses<Rule>) {
      const std::size_t begin = skip_blank(tree.text(), offset_of(input));
      if (match_branch<A, M, Action, Control>(input, tree)) refuse_writing(tree, {begin, offset_of(input)});
      return false;
    } else {
      return match_branch<A, M, Action, Control>(input, tree);
    }
  }

  template <peg::apply_mode A, peg::rewind_mode M, template <typename...> class Action,
            template <typename...> class Control, typename Input>
  static bool match_branch(Input& input, Tree& tree) {
    const std::size_t mark = tree.mark();
    if constexpr (has_kind<Rule>) {
      const std::size_t branch = tree.open(Rule::kind, skip_blank(tree.text(), offset_of(input)));
      if (peg::normal<Rule>::template match<A, M, Action, Control>(input, tree)) {
        tree.close(branch, offset_of(input));
        return true;
      }
    } else if (peg::normal<Rule>::template match<A, M, Action, Control>(input, tree)) {
      return true;
    }
    tree.take_back(mark);
    return false;
  }
};

}  // namespace diurna::cypher::grammar
