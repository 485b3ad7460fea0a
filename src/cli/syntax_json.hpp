// Syntax as JSON lines: one object a document.
#pragma once

#include <iosfwd>

#include "diurna/linguistics/syntax.hpp"
#include "diurna/text/document.hpp"

namespace diurna::cli {

/// Offsets are code points of "text"; heads count from 1 inside the sentence, 0 is the root, as in CoNLL-U.
void write_syntax_json(std::ostream& out, const Document& document, const Syntax& syntax);

}  // namespace diurna::cli
