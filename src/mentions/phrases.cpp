#include "mentions/phrases.hpp"

#include <algorithm>
#include <array>

namespace diurna::detail {
namespace {

using enum DependencyRelation;

enum class Part { inside, marks, outside };

/// Punctuation that does not end a phrase.
bool is_inner_mark(std::string_view mark) {
  constexpr std::array<std::string_view, 8> marks = {"-", "–", "/", "\"", "“", "”", "``", "''"};
  return std::ranges::find(marks, mark) != marks.end();
}

/// Whether a dependent belongs to the phrase, only marks its place in the clause ("of", "and"), or ends it.
Part part_of(const Syntax& syntax, TokenId head, TokenId child) {
  switch (syntax.relation(child)) {
    case det:
    case det_predet:
    case amod:
    case nummod:
    case compound:
    case flat:
    case flat_name:
    case flat_foreign:
    case fixed:
    case goeswith:
    case nmod:
    case nmod_desc:
    case nmod_poss:
    case nmod_npmod:
    case nmod_unmarked:
    case clf:
      return Part::inside;
    case case_:
    case cc:
    case cc_preconj:
    case mark:
      return Part::marks;
    case advmod:
    case advmod_emph:
      return syntax.upos(head) == Upos::num || syntax.upos(head) == Upos::adj || syntax.upos(head) == Upos::det
                 ? Part::inside
                 : Part::outside;
    case punct:
      return is_inner_mark(syntax.lemma(child)) ? Part::inside : Part::outside;
    default:
      return Part::outside;
  }
}

/// Modifiers may have relatives of any kind ("quickly spreading fire"): their whole subtree belongs to the phrase.
bool is_modifier(DependencyRelation relation) {
  return relation == amod || relation == compound || relation == nummod || relation == det || relation == det_predet ||
         relation == flat || relation == goeswith || relation == fixed;
}

TokenRange cover(TokenRange a, TokenRange b) { return {std::min(a.first, b.first), std::max(a.last, b.last)}; }

/// A preposition or conjunction that hangs on a modifier instead of the head.
bool is_stray(const Syntax& syntax, TokenId token) {
  constexpr std::array<std::string_view, 12> prepositions = {"of", "by",   "in",   "on",      "to",    "for",
                                                             "as", "from", "with", "against", "after", "during"};
  if (syntax.upos(token) == Upos::punct || syntax.upos(token) == Upos::cconj) return true;
  return syntax.upos(token) == Upos::adp && std::ranges::find(prepositions, syntax.lemma(token)) != prepositions.end();
}

TokenRange without_edge_marks(const Syntax& syntax, TokenRange range, TokenId head) {
  while (range.first < head && is_stray(syntax, range.first)) ++range.first;
  while (head.index() + 1 < range.last.index() && syntax.upos(TokenId{range.last.index() - 1}) == Upos::punct) {
    range.last = TokenId{range.last.index() - 1};
  }
  return range;
}

/// Tokens with every dependent before its head.
std::vector<TokenId> leaves_first(const Syntax& syntax) {
  std::vector<std::uint32_t> waiting(syntax.size());
  std::vector<TokenId> order;
  order.reserve(syntax.size());
  for (std::size_t i = 0; i < syntax.size(); ++i) {
    waiting[i] = static_cast<std::uint32_t>(syntax.children(TokenId{i}).size());
    if (waiting[i] == 0) order.push_back(TokenId{i});
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    const TokenId head = syntax.head(order[i]);
    if (head && --waiting[head.index()] == 0) order.push_back(head);
  }
  return order;
}

}  // namespace

Phrases::Phrases(const MentionContext& context)
    : own_(context.syntax.size()), whole_(context.syntax.size()), full_(context.syntax.size()) {
  for (const TokenId token : leaves_first(context.syntax)) grow(context, token);
}

void Phrases::grow(const MentionContext& context, TokenId head) {
  const Syntax& syntax = context.syntax;
  const TokenRange self{head, TokenId{head.index() + 1}};
  TokenRange own = self;
  TokenRange whole = self;
  const auto children = syntax.children(head);
  const auto first_after = std::ranges::find_if(children, [&](TokenId c) { return c > head; });
  const auto add = [&](TokenId child) {
    const Part part = part_of(syntax, head, child);
    const TokenRange range = whole_[child.index()];
    if (part == Part::marks) whole = cover(whole, range);
    const bool adjacent = range.last == whole.first || range.first == whole.last;
    if (part != Part::inside || !adjacent) return part == Part::marks;
    own = cover(own, range);
    whole = cover(whole, range);
    return true;
  };
  for (auto child = first_after; child != children.begin();) {
    if (!add(*--child)) break;
  }
  for (auto child = first_after; child != children.end() && add(*child);) ++child;
  TokenRange full = self;
  for (const TokenId child : children) full = cover(full, full_[child.index()]);
  full_[head.index()] = full;
  own_[head.index()] = without_edge_marks(syntax, own, head);
  whole_[head.index()] = is_modifier(syntax.relation(head)) ? full : whole;
}

}  // namespace diurna::detail
