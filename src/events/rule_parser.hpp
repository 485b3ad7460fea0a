// Text of a rule file → small structs.
//
//   file     = { "list" NAME "=" values | rule }
//   rule     = "rule" NAME "->" (TYPE | "nothing") { "priority" NUMBER | example | "trigger" pattern | role }
//   example  = "example" STRING ["on" DATE] "gives" ("nothing" | fact { "and" fact })
//   fact     = TYPE "(" [ROLE ":" words { "," ROLE ":" words }] ")"
//   role     = NAME [kind { "|" kind }] ["?"] ["+"] "=" (path | "nothing")
//   pattern  = sequence { "|" sequence };  sequence = { ["^"] (WORD | STRING | "[" [test] "]" | "(" pattern ")") repeat
//   } path     = way { "|" way };  way = { ((">" | "<") LABEL | "[" [test] "]" | "(" path ")") repeat } repeat   = ["?"
//   | "*" | "+" | "{" N ["," N] "}"] test     = conjunction { "or" conjunction };  conjunction = part { "and" part }
//   part     = "not" part | "(" test ")" | "has" path | NAME ("=" | "!=") values | NAME ("~" | "!~") REGEX
//   values   = value { "|" value };  value = WORD | STRING | "@" NAME
//
// A statement begins with the first word of a line, so an error in one leaves the others readable.
#pragma once

#include "events/rule_ast.hpp"
#include "events/rule_source.hpp"

namespace diurna::detail {

/// Everything that can be read; what cannot is reported to `source`.
[[nodiscard]] RuleFileNode parse_rules(RuleSource& source);

}  // namespace diurna::detail
