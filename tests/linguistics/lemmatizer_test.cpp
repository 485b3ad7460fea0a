#include "linguistics/lemmatizer.hpp"

#include <doctest/doctest.h>

using diurna::detail::apply_lemma_rule;

TEST_CASE("an edit script takes letters off and puts others on") {
  CHECK(apply_lemma_rule("l|3|y", "Cities") == "city");
  CHECK(apply_lemma_rule("k|0|", "Paris") == "Paris");
  CHECK(apply_lemma_rule("t|0|", "PARIS") == "Paris");
  CHECK(apply_lemma_rule("t|1|", "ÉLYSÉES") == "Élysée");
  CHECK(apply_lemma_rule("=not", "n't") == "not");
}

TEST_CASE("a script that does not fit leaves a word, never nothing") {
  CHECK(apply_lemma_rule("l|5|", "as") == "as");
  CHECK(apply_lemma_rule("", "as") == "as");
  CHECK(apply_lemma_rule("k|1|", "é") == "é");
}
