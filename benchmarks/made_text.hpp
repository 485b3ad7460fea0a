// Articles made by a program, so that a benchmark can be repeated anywhere.
#pragma once

#include <cstddef>
#include <vector>

#include "diurna/text/article.hpp"

namespace diurna::bench {

/// `count` articles of about 300 words; the same for the same count on every machine.
[[nodiscard]] std::vector<Article> made_articles(std::size_t count);

}  // namespace diurna::bench
