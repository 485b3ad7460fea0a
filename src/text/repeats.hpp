// Passages that an article says twice.
#pragma once

#include "diurna/text/document.hpp"

namespace diurna::detail {

/// Points every block and sentence with the same words as an earlier one (white space and case aside) to the first.
void mark_repeats(Document::Parts& parts);

}  // namespace diurna::detail
