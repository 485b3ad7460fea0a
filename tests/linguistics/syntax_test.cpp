#include "diurna/linguistics/syntax.hpp"

#include <doctest/doctest.h>

using namespace diurna;

namespace {

/// The bridge was destroyed by rebels
Syntax bridge() {
  const auto word = [](std::size_t head, DependencyRelation relation) {
    return WordAnalysis{
        .upos = Upos::noun, .relation = relation, .head = TokenId{head}, .features = {}, .xpos = "", .lemma = ""};
  };
  std::vector<WordAnalysis> words = {word(1, DependencyRelation::det),      word(3, DependencyRelation::nsubj_pass),
                                     word(3, DependencyRelation::aux_pass), word(3, DependencyRelation::root),
                                     word(5, DependencyRelation::case_),    word(3, DependencyRelation::obl_agent)};
  words[3].head = TokenId::none();
  return Syntax(std::move(words), {});
}

}  // namespace

TEST_CASE("children, subtrees and depths follow the heads") {
  const Syntax syntax = bridge();
  CHECK(syntax.children(TokenId{3}).size() == 3);
  CHECK(syntax.child(TokenId{3}, DependencyRelation::obl_agent) == TokenId{5});
  CHECK(!syntax.child(TokenId{3}, DependencyRelation::obj));
  CHECK(syntax.subtree(TokenId{1}) == TokenRange{TokenId{0}, TokenId{2}});
  CHECK(syntax.depth(TokenId{0}) == 2);
  CHECK(syntax.dominates(TokenId{3}, TokenId{4}));
  CHECK(!syntax.dominates(TokenId{1}, TokenId{4}));
}

TEST_CASE("a path goes up, then down") {
  const Syntax syntax = bridge();
  CHECK(syntax.path(TokenId{1}, TokenId{5}) == "<nsubj:pass >obl:agent");
  CHECK(syntax.path(TokenId{3}, TokenId{3}) == "");
  CHECK(syntax.path(TokenId{0}, TokenId{4}, 2) == "…");
}
