#include "linguistics/windows.hpp"

#include <string_view>

namespace diurna::detail {
namespace {

constexpr std::size_t longest_window = 160;

bool is_break(std::string_view form) {
  return form.size() == 1 && std::string_view(",;:.!?").find(form) != std::string_view::npos;
}

/// End of the first piece of a stretch that is too long.
std::size_t cut(const Document& document, std::size_t begin) {
  const std::size_t end = begin + longest_window;
  for (std::size_t at = end; at > begin + longest_window / 2; --at) {
    if (is_break(document.form(TokenId{at - 1}))) return at;
  }
  return end;
}

TokenId root_of(TokenRange window, std::span<const WordAnalysis> words) {
  for (const TokenId token : window) {
    if (!words[token.index()].head) return token;
  }
  return window.first;
}

}  // namespace

std::vector<TokenRange> cut_windows(const Document& document) {
  std::vector<TokenRange> windows;
  for (const Sentence& sentence : document.sentences()) {
    std::size_t begin = sentence.tokens.first.index();
    const std::size_t end = sentence.tokens.last.index();
    while (end - begin > longest_window) {
      const std::size_t middle = cut(document, begin);
      windows.push_back({TokenId{begin}, TokenId{middle}});
      begin = middle;
    }
    if (begin < end) windows.push_back({TokenId{begin}, TokenId{end}});
  }
  return windows;
}

void join_windows(const Document& document, std::span<const TokenRange> windows, std::span<WordAnalysis> words) {
  TokenId sentence_root = TokenId::none();
  for (const TokenRange& window : windows) {
    const TokenId root = root_of(window, words);
    const TokenId first = document.sentence(document.sentence_of(window.first)).tokens.first;
    if (first == window.first) {
      sentence_root = root;
    } else {
      words[root.index()].head = sentence_root;
      words[root.index()].relation = DependencyRelation::parataxis;
    }
  }
}

}  // namespace diurna::detail
