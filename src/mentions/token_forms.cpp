#include "mentions/token_forms.hpp"

#include "diurna/mentions/gazetteer.hpp"
#include "diurna/text/unicode.hpp"

namespace diurna::detail {
namespace {

WordShape shape_of(std::string_view form) {
  WordShape shape;
  bool any_lower = false;
  for (std::size_t at = 0; at < form.size();) {
    const DecodedCharacter character = decode_utf8(form, at);
    const bool upper = is_upper(character.value);
    shape.upper_first = shape.upper_first || (at == 0 && upper);
    shape.any_upper = shape.any_upper || upper;
    any_lower = any_lower || is_lower(character.value);
    shape.has_letter = shape.has_letter || is_letter(character.value);
    at += character.size;
  }
  shape.all_upper = shape.any_upper && !any_lower;
  return shape;
}

/// As Gazetteer::key, but "the" and "." stay what they are.
std::string token_key(std::string_view form) {
  std::string key = Gazetteer::key(form);
  return key.empty() ? std::string(form) : key;
}

}  // namespace

WordId Interner::intern(std::string_view text) {
  if (const auto hit = ids_.find(text); hit != ids_.end()) return hit->second;
  const auto word = static_cast<WordId>(texts_.size());
  ids_.emplace(texts_.emplace_back(text), word);
  return word;
}

TokenForms::TokenForms(const Document& document) : document_(document) {
  std::unordered_map<std::string_view, std::uint32_t> seen;
  entry_.reserve(document.tokens().size());
  for (std::size_t i = 0; i < document.tokens().size(); ++i) {
    const std::string_view form = document.form(TokenId{i});
    const auto [hit, fresh] = seen.emplace(form, static_cast<std::uint32_t>(entries_.size()));
    if (fresh) entries_.push_back({token_key(form), shape_of(form)});
    entry_.push_back(hit->second);
  }
}

std::string TokenForms::key(TokenRange tokens) const {
  std::string out;
  for (const TokenId token : tokens) {
    out += key(token);
    if (token.index() + 1 < tokens.last.index() && document_.token(token).space_after) out += ' ';
  }
  return out;
}

}  // namespace diurna::detail
