#include "text/repeats.hpp"

#include <algorithm>
#include <unordered_map>

#include "diurna/text/unicode.hpp"
#include "text/characters.hpp"

namespace diurna::detail {
namespace {

/// The words of a run of tokens, folded, one space between them; empty when there is no letter or digit.
std::string words_of(const Document::Parts& parts, TokenRange tokens) {
  std::string words;
  bool any = false;
  for (const TokenId id : tokens) {
    const std::string_view form = parts.tokens[id.index()].span.text_in(parts.text);
    any = any || character_at(form, 0, form.size()).is_word();
    words += fold_case(form);
    words += ' ';
  }
  return any ? words : std::string();
}

template <class IdType>
IdType first_with(std::unordered_map<std::string, IdType>& seen, std::string words, IdType id) {
  if (words.empty()) return IdType::none();
  const auto [found, inserted] = seen.try_emplace(std::move(words), id);
  return inserted ? IdType::none() : found->second;
}

}  // namespace

void mark_repeats(Document::Parts& parts) {
  std::unordered_map<std::string, SentenceId> sentences;
  std::unordered_map<std::string, BlockId> blocks;
  std::size_t next = 0;
  for (std::size_t b = 0; b < parts.blocks.size(); ++b) {
    std::string block_words;
    for (; next < parts.sentences.size() && parts.sentences[next].block == BlockId{b}; ++next) {
      std::string words = words_of(parts, parts.sentences[next].tokens);
      block_words += words;
      parts.sentences[next].repeats = first_with(sentences, std::move(words), SentenceId{next});
    }
    parts.blocks[b].repeats = first_with(blocks, std::move(block_words), BlockId{b});
  }
}

}  // namespace diurna::detail
