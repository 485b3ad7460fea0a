#include "diurna/linguistics/syntax.hpp"

#include <algorithm>

namespace diurna {

Syntax::Syntax(std::vector<WordAnalysis> words, std::vector<NameSpan> names)
    : words_(std::move(words)),
      names_(std::move(names)),
      children_begin_(words_.size() + 1, 0),
      children_(words_.size()) {
  for (const WordAnalysis& word : words_) {
    if (word.head) ++children_begin_[word.head.index() + 1];
  }
  for (std::size_t i = 0; i < words_.size(); ++i) children_begin_[i + 1] += children_begin_[i];
  std::vector<std::uint32_t> next(children_begin_.begin(), children_begin_.end() - 1);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].head) children_[next[words_[i].head.index()]++] = TokenId{i};
  }
  children_.resize(children_begin_.back());
}

std::span<const TokenId> Syntax::children(TokenId token) const& {
  const std::uint32_t begin = children_begin_[token.index()];
  return {children_.data() + begin, children_begin_[token.index() + 1] - begin};
}

TokenId Syntax::child(TokenId token, DependencyRelation wanted) const {
  const auto all = children(token);
  const auto found = std::find_if(all.begin(), all.end(), [&](TokenId child) { return relation(child) == wanted; });
  return found == all.end() ? TokenId::none() : *found;
}

bool Syntax::dominates(TokenId ancestor, TokenId token) const {
  while (token && token != ancestor) token = head(token);
  return static_cast<bool>(token);
}

TokenRange Syntax::subtree(TokenId token) const {
  TokenRange range{token, TokenId{token.index() + 1}};
  std::vector<TokenId> open{token};
  while (!open.empty()) {
    const TokenId current = open.back();
    open.pop_back();
    range.first = std::min(range.first, current);
    range.last = std::max(range.last, TokenId{current.index() + 1});
    const auto below = children(current);
    open.insert(open.end(), below.begin(), below.end());
  }
  return range;
}

std::size_t Syntax::depth(TokenId token) const {
  std::size_t steps = 0;
  for (TokenId up = head(token); up; up = head(up)) ++steps;
  return steps;
}

std::string Syntax::path(TokenId from, TokenId to, std::size_t max_steps) const {
  std::size_t from_depth = depth(from);
  std::size_t to_depth = depth(to);
  std::string up;
  std::vector<TokenId> down;
  std::size_t steps = 0;
  while (from != to) {
    if (++steps > max_steps) return "…";
    if (from_depth >= to_depth) {
      if (!head(from)) return {};
      up += (up.empty() ? "<" : " <") + std::string(to_text(relation(from)));
      from = head(from);
      --from_depth;
    } else {
      down.push_back(to);
      to = head(to);
      --to_depth;
    }
  }
  for (auto token = down.rbegin(); token != down.rend(); ++token) {
    up += (up.empty() ? ">" : " >") + std::string(to_text(relation(*token)));
  }
  return up;
}

}  // namespace diurna
