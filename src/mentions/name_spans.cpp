#include "mentions/name_spans.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "mentions/first_word.hpp"

namespace diurna::detail {
namespace {

TokenId next(TokenId token) { return TokenId{token.index() + 1}; }
TokenId previous(TokenId token) { return TokenId{token.index() - 1}; }

bool is_article(std::string_view key) { return key == "the" || key == "a" || key == "an"; }

/// May stand at the edge of a span, but is no part of a name.
bool is_edge(const MentionContext& context, TokenId token) {
  const Upos upos = context.syntax.upos(token);
  const std::string_view key = context.forms.key(token);
  const bool bare_punctuation = upos == Upos::punct || !context.forms.shape(token).has_letter;
  const bool number = !key.empty() && key[0] >= '0' && key[0] <= '9';
  return (bare_punctuation && !number) || key == "'s" || key == "'";
}

bool starts_sentence(const MentionContext& context, TokenId token) {
  return context.document.sentence(context.document.sentence_of(token)).tokens.first == token;
}

/// A single word that may be an ordinary word with a capital is a name only where the tagger agrees.
bool looks_like_name(const MentionContext& context, TokenRange tokens, const KnownName& known) {
  const bool proper = std::ranges::any_of(tokens, [&](TokenId t) { return context.syntax.upos(t) == Upos::propn; });
  if (proper) return true;
  const TokenId first = tokens.first;
  if (known.type == EntityType::norp) {
    return context.syntax.upos(first) == Upos::adj || context.syntax.upos(first) == Upos::noun;
  }
  const bool capitals = std::ranges::all_of(tokens, [&](TokenId t) { return context.forms.shape(t).upper_first; });
  return tokens.size() > 1 && (capitals || !starts_sentence(context, first));
}

bool in_one_phrase(const MentionContext& context, TokenId left, TokenId right) {
  const Syntax& syntax = context.syntax;
  return syntax.head(left) == right || syntax.head(right) == left ||
         (syntax.head(left) && syntax.head(left) == syntax.head(right) &&
          syntax.relation(right) != DependencyRelation::conj);
}

bool is_name_word(const MentionContext& context, TokenId token) {
  return context.syntax.upos(token) == Upos::propn && context.forms.shape(token).any_upper;
}

/// A hyphen inside "Jong-un".
bool is_name_hyphen(const MentionContext& context, TokenId token, TokenId end) {
  return context.forms.key(token) == "-" && next(token) < end && !context.document.token(token).space_after &&
         !context.document.token(previous(token)).space_after && context.syntax.upos(next(token)) == Upos::propn;
}

TokenId end_of_run(const MentionContext& context, const Coverage& coverage, TokenId first, TokenId end) {
  TokenId last = next(first);
  while (last < end && !coverage.at(last)) {
    if (is_name_hyphen(context, last, end) && !coverage.at(next(last))) {
      last = TokenId{last.index() + 2};
    } else if (is_name_word(context, last) && in_one_phrase(context, previous(last), last)) {
      last = next(last);
    } else {
      break;
    }
  }
  return last;
}

/// A guess from the words of the name and the title before it.
EntityType type_by_shape(const MentionContext& context, TokenRange tokens, bool after_title) {
  if (after_title) return EntityType::person;
  if (tokens.size() > 1) {
    if (const auto type = context.gazetteer.name_word(context.forms.key(previous(tokens.last)))) return *type;
    if (context.gazetteer.given_name_gender(context.forms.key(tokens.first))) return EntityType::person;
  }
  return EntityType::other;
}

}  // namespace

bool Coverage::any(TokenRange tokens) const {
  return std::ranges::any_of(tokens, [&](TokenId token) { return at(token); });
}

void Coverage::add(TokenRange tokens) {
  for (const TokenId token : tokens) covered_[token.index()] = true;
}

std::size_t title_length(const MentionContext& context, TokenId first, TokenId last) {
  std::string words;
  std::size_t best = 0;
  for (std::size_t n = 1; n <= 4 && first.index() + n < last.index(); ++n) {
    const TokenId token{first.index() + n - 1};
    if (n > 1) words += ' ';
    words += context.forms.key(token);
    const auto title = context.gazetteer.title(words);
    if (title && title->kind != TitleEntry::Kind::royal) best = n;
  }
  return best;
}

TokenRange trimmed_name(const MentionContext& context, TokenRange tokens, EntityType type) {
  while (!tokens.empty() && (is_edge(context, tokens.first) || is_article(context.forms.key(tokens.first)))) {
    tokens.first = next(tokens.first);
  }
  while (!tokens.empty() && is_edge(context, previous(tokens.last))) tokens.last = previous(tokens.last);
  if (type != EntityType::person) return tokens;
  for (std::size_t n = title_length(context, tokens.first, tokens.last); n > 0;
       n = title_length(context, tokens.first, tokens.last)) {
    tokens.first = TokenId{tokens.first.index() + n};
  }
  return tokens;
}

void cover_titles(const MentionContext& context, const std::vector<NameDraft>& names, Coverage& coverage) {
  for (const NameDraft& name : names) {
    if (name.type != EntityType::person) continue;
    const std::size_t first = name.tokens.first.index();
    for (std::size_t n = 4; n > 0; --n) {
      if (n > first || title_length(context, TokenId{first - n}, name.tokens.last) != n) continue;
      const TokenRange title{TokenId{first - n}, name.tokens.first};
      if (!coverage.any(title)) coverage.add(title);
      break;
    }
  }
}

namespace {

/// "Va." or ", Va" at the end of a sentence.
bool is_abbreviated(const MentionContext& context, TokenRange tokens) {
  if (context.document.form(previous(tokens.last)).ends_with('.')) return true;
  return tokens.first.index() > 0 && context.forms.key(previous(tokens.first)) == ",";
}

}  // namespace

std::optional<KnownName> known_name(const MentionContext& context, TokenRange tokens, std::string_view key) {
  const auto known = context.gazetteer.known_key(key.starts_with("the ") ? key.substr(4) : key);
  if (!known) return known;
  const auto upper = [&](TokenId t) { return context.forms.shape(t).all_upper || !context.forms.shape(t).has_letter; };
  if (known->upper_only && !std::ranges::all_of(tokens, upper)) return std::nullopt;
  if (known->dotted && !is_abbreviated(context, tokens)) return std::nullopt;
  return known;
}

std::optional<NameDraft> known_name_from(const MentionContext& context, TokenId first, TokenId end) {
  std::string key(context.forms.key(first));
  const std::size_t longest = context.gazetteer.longest_key_from(first_word(key));
  std::optional<NameDraft> best;
  for (TokenId last = first; key.size() <= longest && last < end;) {
    const TokenRange tokens{first, next(last)};
    if (const auto known = known_name(context, tokens, key); known && looks_like_name(context, tokens, *known)) {
      best = NameDraft{tokens, known->type, 0.8, "gazetteer", key, known};
    }
    if (context.document.token(last).space_after) key += ' ';
    last = next(last);
    if (last < end) key += context.forms.key(last);
  }
  return best;
}

namespace {

/// Walks over the words: `name_at(token, end)` gives the name that starts there, if any; one that would cover words
/// already taken is left out.
template <class NameAt>
std::vector<NameDraft> collect_names(const MentionContext& context, Coverage& coverage, NameAt name_at) {
  std::vector<NameDraft> out;
  for (const Sentence& sentence : context.document.sentences()) {
    for (TokenId token = sentence.tokens.first; token < sentence.tokens.last;) {
      std::optional<NameDraft> name = coverage.at(token) ? std::nullopt : name_at(token, sentence.tokens.last);
      if (!name || coverage.any(name->tokens)) {
        token = next(token);
        continue;
      }
      coverage.add(name->tokens);
      token = name->tokens.last;
      out.push_back(std::move(*name));
    }
  }
  return out;
}

}  // namespace

std::vector<NameDraft> gazetteer_names(const MentionContext& context, Coverage& coverage) {
  return collect_names(context, coverage, [&](TokenId token, TokenId end) {
    return context.forms.shape(token).any_upper ? known_name_from(context, token, end) : std::nullopt;
  });
}

std::vector<NameDraft> shape_names(const MentionContext& context, Coverage& coverage) {
  std::vector<NameDraft> out;
  for (const Sentence& sentence : context.document.sentences()) {
    for (TokenId token = sentence.tokens.first; token < sentence.tokens.last;) {
      if (coverage.at(token) || !is_name_word(context, token)) {
        token = next(token);
        continue;
      }
      const TokenRange run{token, end_of_run(context, coverage, token, sentence.tokens.last)};
      token = run.last;
      const TokenRange name = trimmed_name(context, run, EntityType::person);
      if (name.empty()) continue;
      coverage.add(name);
      out.push_back({name, type_by_shape(context, name, name.first != run.first), 0.5, "name-shape", {}, {}});
    }
  }
  return out;
}

namespace {

/// Names to look for again, by key; the longest keys that start with a word.
struct Repeats {
  std::unordered_map<std::string, EntityType> types;
  std::unordered_map<std::string, std::size_t> longest;

  void add(const std::string& key, EntityType type) {
    if (!types.emplace(key, type).second) return;
    std::size_t& length = longest[std::string(first_word(key))];
    length = std::max(length, key.size());
  }
};

Repeats repeats_of(const MentionContext& context, const std::vector<NameDraft>& names) {
  Repeats out;
  for (const NameDraft& name : names) {
    if (name.score < 0.6) continue;
    out.add(name.key, name.type);
  }
  for (const NameDraft& name : names) {
    if (name.type != EntityType::person || name.tokens.size() < 2) continue;
    out.add(std::string(context.forms.key(previous(name.tokens.last))), EntityType::person);
  }
  return out;
}

std::optional<NameDraft> repeat_from(const MentionContext& context, const Repeats& repeats, TokenId first,
                                     TokenId end) {
  std::string key(context.forms.key(first));
  const auto longest = repeats.longest.find(std::string(first_word(key)));
  if (longest == repeats.longest.end()) return std::nullopt;
  std::optional<NameDraft> best;
  for (TokenId last = first; key.size() <= longest->second && last < end;) {
    if (const auto hit = repeats.types.find(key); hit != repeats.types.end()) {
      best = NameDraft{{first, next(last)}, hit->second, 0.7, "name-repeat", key, {}};
    }
    if (context.document.token(last).space_after) key += ' ';
    last = next(last);
    if (last < end) key += context.forms.key(last);
  }
  return best;
}

}  // namespace

std::vector<NameDraft> repeated_names(const MentionContext& context, const std::vector<NameDraft>& names,
                                      Coverage& coverage) {
  const Repeats repeats = repeats_of(context, names);
  return collect_names(context, coverage, [&](TokenId token, TokenId end) {
    const bool proper = context.syntax.upos(token) == Upos::propn || !starts_sentence(context, token);
    const bool possible = proper && context.forms.shape(token).upper_first;
    return possible ? repeat_from(context, repeats, token, end) : std::nullopt;
  });
}

}  // namespace diurna::detail
