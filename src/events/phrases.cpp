#include "events/phrases.hpp"

#include <algorithm>

namespace diurna::detail {
namespace {

using enum DependencyRelation;

constexpr std::size_t max_phrase_tokens = 60;

bool is_clausal(Upos upos) { return upos == Upos::verb || upos == Upos::aux || upos == Upos::adj; }

bool outside(const Syntax& syntax, TokenId child, bool clausal) {
  switch (syntax.relation(child)) {
    case case_:
    case mark:
    case punct:
    case cc:
    case discourse:
    case parataxis:
    case acl_relcl:
    case appos:
      return true;
    case conj:
      return !clausal;
    default:
      return false;
  }
}

/// The run of tokens under `top`; children of the top that are outside the phrase bound it.
TokenRange phrase_range(const Syntax& syntax, TokenId top) {
  TokenRange range{top, TokenId{top.index() + 1}};
  std::vector<TokenId> open;
  const bool clausal = is_clausal(syntax.upos(top));
  for (const TokenId child : syntax.children(top)) {
    if (!outside(syntax, child, clausal)) open.push_back(child);
  }
  while (!open.empty() && range.size() <= max_phrase_tokens) {
    const TokenId token = open.back();
    open.pop_back();
    range.first = std::min(range.first, token);
    range.last = std::max(range.last, TokenId{token.index() + 1});
    for (const TokenId child : syntax.children(token)) {
      if (syntax.relation(child) != punct && syntax.relation(child) != acl_relcl) open.push_back(child);
    }
  }
  return range;
}

bool trims(const Syntax& syntax, TokenId token) {
  return syntax.upos(token) == Upos::punct || syntax.upos(token) == Upos::sconj ||
         (syntax.relation(token) == mark && syntax.upos(token) != Upos::part);
}

}  // namespace

Span phrase_span(const Context& context, TokenId token) {
  TokenRange range = phrase_range(context.syntax, token);
  while (range.first < token && trims(context.syntax, range.first)) ++range.first;
  if (range.size() > max_phrase_tokens) {
    range.first = std::max(range.first, TokenId{token.index() - std::min(token.index(), max_phrase_tokens / 2)});
    range.last = std::min(range.last, TokenId{token.index() + max_phrase_tokens / 2});
  }
  return context.document.span(range);
}

Span trigger_span(const Context& context, const Words& words, TokenId head) {
  const Span own = context.document.token(head).span;
  const TokenId particle = words.particle(head);
  if (!particle || particle.index() != head.index() + 1) return own;
  return cover(own, context.document.token(particle).span);
}

Filler make_filler(const Context& context, const Triggers& triggers, const RoleCandidate& candidate) {
  const Mentions& mentions = context.mentions;
  Filler filler{.span = {}, .head = candidate.token, .value = Phrase{}};
  switch (candidate.kind) {
    case FillerKind::entity: {
      const Mention& mention = mentions.mention(mentions.mention_headed_by(candidate.token));
      filler.span = mention.span;
      filler.value = mention.entity;
      break;
    }
    case FillerKind::time: {
      const TimeId time = mentions.time_at(candidate.token);
      filler.span = mentions.time(time).span;
      filler.value = time;
      break;
    }
    case FillerKind::quantity: {
      const QuantityId quantity = mentions.quantity_at(candidate.token);
      filler.span = mentions.quantity(quantity).span;
      filler.value = quantity;
      break;
    }
    case FillerKind::event:
      filler.span = phrase_span(context, candidate.token);
      filler.value = triggers.at(candidate.token);
      break;
    case FillerKind::phrase:
      filler.span = phrase_span(context, candidate.token);
      break;
  }
  return filler;
}

}  // namespace diurna::detail
