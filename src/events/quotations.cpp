#include "events/quotations.hpp"

namespace diurna::detail {
namespace {

enum class Mark { none, open, close, straight };

Mark mark_of(std::string_view form) {
  if (form == "“" || form == "„" || form == "``" || form == "«") return Mark::open;
  if (form == "”" || form == "''" || form == "»") return Mark::close;
  if (form == "\"") return Mark::straight;
  return Mark::none;
}

bool opens(const Document& document, TokenId token, Mark mark, bool inside) {
  if (mark == Mark::open) return true;
  if (mark == Mark::close) return false;
  return !inside || (!document.token(token).space_after && token.index() > 0 &&
                     document.token(TokenId{token.index() - 1}).space_after);
}

}  // namespace

std::vector<TokenRange> find_quotations(const Document& document) {
  std::vector<TokenRange> quotations;
  TokenId begin = TokenId::none();
  BlockId block = BlockId::none();
  for (const Sentence& sentence : document.sentences()) {
    if (begin && sentence.block != block) {
      quotations.push_back({begin, sentence.tokens.first});
      begin = TokenId::none();
    }
    block = sentence.block;
    for (const TokenId token : sentence.tokens) {
      const Mark mark = mark_of(document.form(token));
      if (mark == Mark::none) continue;
      if (begin) quotations.push_back({begin, token});
      const bool opening = opens(document, token, mark, static_cast<bool>(begin));
      begin = opening ? TokenId{token.index() + 1} : TokenId::none();
    }
  }
  if (begin) quotations.push_back({begin, TokenId{document.tokens().size()}});
  std::erase_if(quotations, [](const TokenRange& range) { return range.empty(); });
  return quotations;
}

}  // namespace diurna::detail
