// read_conllu_syntax with a publication date for documents that bring none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diurna/io/input.hpp"

namespace diurna::io::detail {

[[nodiscard]] std::vector<ParsedDocument> read_dated_conllu(std::string_view bytes, std::string_view name,
                                                            const std::string& date);

}  // namespace diurna::io::detail
