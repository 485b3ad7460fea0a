// Whether a sentence tells its time as gone by or to come.
#pragma once

#include "diurna/linguistics/syntax.hpp"
#include "diurna/text/document.hpp"

namespace diurna::detail {

enum class Tense : std::uint8_t { unknown, past, present, future };

/// The tense of the verb that governs these tokens; without a tree, of the nearest verb in sight.
[[nodiscard]] Tense tense_at(const Document& document, const Syntax& syntax, TokenRange tokens);

}  // namespace diurna::detail
