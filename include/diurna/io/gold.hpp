/// Annotated articles and extracted facts from files, for measuring (diurna/pipeline/evaluation.hpp).
///
///     const auto gold = diurna::io::read_gold("annotated/");
///     const auto facts = diurna::io::read_stated_facts("facts.jsonl", gold);
///     diurna::evaluate(gold, facts).events.f1();
///
/// docs/evaluation.md describes the gold format. Both readers are strict: a wrong file is refused with the place.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/pipeline/evaluation.hpp"

namespace diurna::io {

/// One annotated article; `name` is for messages. Throws ParseError "json.*" or "gold.*".
[[nodiscard]] GoldDocument parse_gold(std::string_view bytes, std::string_view name);
/// A gold file, or all `.json` files of a folder in the order of their names. Throws IoError, ParseError, and
/// ParseError "gold.empty" for a folder without any.
[[nodiscard]] std::vector<GoldDocument> read_gold(const std::string& path);
/// The facts of a `facts` file (JSON lines), by article; their offsets count code points of the gold text. Lines about
/// articles that `gold` does not have are skipped. Throws IoError and ParseError with file and line.
[[nodiscard]] std::map<std::string, StatedFacts> read_stated_facts(const std::string& path,
                                                                   const std::vector<GoldDocument>& gold);
/// "dir/news_x.txt" and "news_x" are one article: the name without folder and a known ending.
[[nodiscard]] std::string article_key(std::string_view name);

}  // namespace diurna::io
