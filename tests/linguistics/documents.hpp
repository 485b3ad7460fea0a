// Documents from words, so that these tests do not depend on the tokeniser.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "diurna/text/document.hpp"

namespace diurna::test {

/// A document with one sentence a line of `lines`, its words parted by spaces.
inline Document document_of(const std::vector<std::string>& lines) {
  Document::Parts parts;
  for (const std::string& line : lines) {
    const std::size_t first = parts.tokens.size();
    const std::size_t base = parts.text.size();
    parts.text += line + "\n";
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      if (end > begin) parts.tokens.push_back({.span = {base + begin, base + end}});
      begin = end + 1;
    }
    Sentence sentence;
    sentence.span = {base, base + line.size()};
    sentence.tokens = {TokenId{first}, TokenId{parts.tokens.size()}};
    sentence.block = BlockId{0};
    parts.sentences.push_back(sentence);
  }
  parts.blocks.push_back({.span = {0, parts.text.size()}});
  return Document(std::move(parts));
}

/// Words of random letters, digits, marks and bytes that are no UTF-8.
inline std::string random_line(std::mt19937& random, std::size_t words) {
  static const std::vector<std::string> pieces = {"the", "Minister", "said", "é", "’s", "12", ",",  ".",    "\xff",
                                                  "ing", "ed",       "Å",    "-", "“",  "U",  "北", "\xc3", "?"};
  std::string line;
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0) line += ' ';
    for (std::size_t n = random() % 3 + 1; n > 0; --n) line += pieces[random() % pieces.size()];
  }
  return line;
}

}  // namespace diurna::test
