// What a rule file says, as small structs, before names are looked up.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "diurna/core/span.hpp"
#include "diurna/events/rules.hpp"

namespace diurna::detail {

/// Words of the file and where they stand.
struct Name {
  std::string text;
  Span span;
};

/// A regular expression over atoms: tests of tokens, or steps through a tree.
template <class Atom>
struct Expression {
  enum class Kind { atom, sequence, either, repeat };
  static constexpr std::size_t unlimited = static_cast<std::size_t>(-1);

  Kind kind = Kind::sequence;
  Span span;
  std::vector<Expression> parts;  // of all kinds but atom
  std::vector<Atom> atom;         // one, of kind atom
  std::size_t least = 1;          // of repeat
  std::size_t most = 1;
  bool marked = false;  // "^": this is the trigger, the rest its surroundings
};

struct Step;

/// A yes-or-no question about one token.
struct TokenTest {
  enum class Kind { any, all, either, negation, compare, has };
  Kind kind = Kind::any;
  Span span;
  std::vector<TokenTest> parts;        // of all, either, negation
  Name attribute;                      // of compare: "lemma"
  std::vector<Name> values;            // of compare: alternatives; "@name" is a list
  bool is_pattern = false;             // of compare: the one value is a regular expression
  std::vector<Expression<Step>> path;  // of has: one
};

/// One step along an edge: down to a dependent, or up to the head; or none, when only a test stands there.
struct Step {
  enum class Direction { down, up, stay };
  Direction direction = Direction::down;
  Name label;                   // "nsubj"; "*" for every relation
  bool subtypes = false;        // "obl:*"
  std::vector<TokenTest> test;  // of the token reached: none or one
};

using Pattern = Expression<TokenTest>;
using Path = Expression<Step>;

struct RoleNode {
  Name name;
  std::vector<Name> types;
  bool optional = false;
  bool many = false;
  bool nothing = false;
  Path path;
  std::string path_text;
};

struct FactNode {
  Name type;
  std::vector<std::pair<Name, Name>> parts;
};

struct ExampleNode {
  Name text;
  std::string date;
  std::vector<FactNode> gives;
};

struct RuleNode {
  bool broken = false;  // a line of it could not be read
  Name name;
  Name type;
  int priority = 1;
  std::string comment;
  std::vector<Pattern> triggers;
  std::vector<std::string> trigger_texts;
  std::vector<RoleNode> roles;
  std::vector<ExampleNode> examples;
};

struct RuleFileNode {
  std::vector<RuleNode> rules;
  std::map<std::string, std::vector<Name>> lists;
};

}  // namespace diurna::detail
