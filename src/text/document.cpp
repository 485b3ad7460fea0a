#include "diurna/text/document.hpp"

#include <array>

#include "text/repeats.hpp"

namespace diurna {

std::string_view to_text(BlockKind kind) {
  constexpr std::array<std::string_view, 5> names = {"title", "metadata", "heading", "list_item", "paragraph"};
  return names[static_cast<std::size_t>(kind)];
}

Document::Document(Parts parts)
    : parts_(std::move(parts)), sentence_of_(parts_.tokens.size()), code_points_(parts_.text) {
  detail::mark_repeats(parts_);
  for (std::size_t s = 0; s < parts_.sentences.size(); ++s) {
    for (const TokenId token : parts_.sentences[s].tokens) sentence_of_[token.index()] = SentenceId{s};
  }
}

std::string_view Document::form(TokenId token) const& {
  if (!parts_.forms.empty() && !parts_.forms[token.index()].empty()) return parts_.forms[token.index()];
  return text(parts_.tokens[token.index()].span);
}

Span Document::span(TokenRange tokens) const {
  if (tokens.empty()) return {};
  return {token(tokens.first).span.begin, token(TokenId{tokens.last.index() - 1}).span.end};
}

std::size_t Document::body_offset() const {
  return parts_.article.title.empty() ? 0 : parts_.text.size() - parts_.article.text.size();
}

}  // namespace diurna
