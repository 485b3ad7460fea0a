// Documents for unit tests, without a model: CoNLL-U in, Document and Syntax out.
//
//     const auto [document, syntax] = diurna::test::parsed(
//         "# text of the test\n"
//         "1 Rebels rebel NOUN NNS Number=Plur 2 nsubj _ NER=B-GROUP\n"
//         "2 fled flee VERB VBD Tense=Past 0 root _ SpaceAfter=No\n"
//         "3 . . PUNCT . _ 2 punct _ _\n");
//
// Columns may be separated by tabs or by runs of spaces; a line may stop after DEPREL (the rest is "_").
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/io/input.hpp"

namespace diurna::test {

/// `text` as strict CoNLL-U: tabs between ten columns.
inline std::string strict_conllu(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (line.empty() || line.front() == '#') {
      out += std::string(line) + '\n';
      continue;
    }
    int columns = 0;
    while (!line.empty()) {
      const std::size_t stop = std::min(line.find_first_of(" \t"), line.size());
      out += (columns++ == 0 ? "" : "\t") + std::string(line.substr(0, stop));
      line.remove_prefix(std::min(line.find_first_not_of(" \t", stop), line.size()));
    }
    for (; columns < 10; ++columns) out += "\t_";
    out += '\n';
  }
  return out;
}

/// The first document of `conllu` and the syntax written there. `date` is its publication date.
inline std::pair<Document, Syntax> parsed(std::string_view conllu, std::string_view date = {}) {
  const std::string comment = date.empty() ? "" : "# meta::dateCreated = " + std::string(date) + "\n";
  auto all = io::read_conllu_syntax(strict_conllu(comment + std::string(conllu)), "test.conllu");
  return {std::move(all.at(0).document), std::move(all.at(0).syntax)};
}

}  // namespace diurna::test
