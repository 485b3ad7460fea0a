// Words of a document as they go into graphs: valid UTF-8, white space folded.
#pragma once

#include <string>
#include <string_view>

namespace diurna::detail {

/// `text` repaired, every run of white space one blank, none at the ends.
[[nodiscard]] std::string folded_words(std::string_view text);

}  // namespace diurna::detail
