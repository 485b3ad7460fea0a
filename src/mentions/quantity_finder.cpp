#include "mentions/quantity_finder.hpp"

#include <algorithm>

#include "mentions/quantity_patterns.hpp"
#include "mentions/time_finder.hpp"

namespace diurna::detail {
namespace {

const WordTable& quantity_words() {
  static const WordTable table = WordTable::load({"en/quantities/words.tsv", "en/times/numbers.tsv"});
  return table;
}

bool one_of(std::string_view form, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), form) != list.end();
}

class QuantityReader {
 public:
  QuantityReader(const Document& document, const Syntax& syntax, std::span<const TimeExpression> times)
      : document_(document), syntax_(syntax), taken_(document.tokens().size(), false) {
    for (const TimeExpression& time : times) {
      for (const TokenId token : time.tokens) taken_[token.index()] = true;
    }
    for (const NameSpan& name : syntax.names()) {
      if (name.tokens.size() < 2) continue;
      for (const TokenId token : name.tokens) taken_[token.index()] = true;
    }
  }

  void read(std::span<const Lexeme> lexemes, std::vector<Quantity>& out) const {
    for (std::size_t at = 0; at < lexemes.size();) {
      const auto match = may_start(lexemes[at]) ? match_quantity(Cursor(lexemes, at)) : std::nullopt;
      if (!match || !counts(lexemes, *match)) {
        ++at;
        continue;
      }
      out.push_back(express(lexemes, *match));
      at = match->end;
    }
  }

 private:
  static bool may_start(const Lexeme& lexeme) {
    return lexeme.senses != nullptr || lexeme.shape != Shape::word ||
           one_of(lexeme.form, {"a", "an", "between", "from"});
  }

  /// Whether the number stands for an amount rather than a label, a score or part of a word.
  [[nodiscard]] bool counts(std::span<const Lexeme> lexemes, const QuantityMatch& match) const {
    const Lexeme& number = lexemes[match.number_begin];
    for (std::size_t i = match.number_begin; i < match.number_end; ++i) {
      if (taken_[lexemes[i].tokens.first.index()]) return false;
    }
    const bool figure = number.shape == Shape::digits || number.shape == Shape::number;
    const Lexeme* before = match.number_begin > 0 ? &lexemes[match.number_begin - 1] : nullptr;
    const Lexeme* after = match.end < lexemes.size() ? &lexemes[match.end] : nullptr;
    if (figure && number.number < 0) return false;
    if (is_compound(lexemes, match)) return false;
    if (before != nullptr && figure && number.glued &&
        (before->shape == Shape::word || one_of(before->form, {"-", ".", ":", "#", "/"})) && before->senses == nullptr)
      return false;
    if (after != nullptr && figure && after->glued && after->shape == Shape::word && after->form != "'s") return false;
    if (after != nullptr && after->glued && one_of(after->form, {":", "/"})) return false;
    if (after != nullptr && figure && after->glued && after->form == "-" && match.end + 1 < lexemes.size() &&
        lexemes[match.end + 1].shape == Shape::digits)
      return false;
    if (number.form == "one") return is_counting_one(before, after, number.tokens.first);
    return !is_label(lexemes, match);
  }

  /// "two-party", "five-storey": the number belongs to an adjective.
  static bool is_compound(std::span<const Lexeme> lexemes, const QuantityMatch& match) {
    if (match.end + 1 >= lexemes.size() || !match.unit_code.empty()) return false;
    const Lexeme& hyphen = lexemes[match.end];
    const Lexeme& word = lexemes[match.end + 1];
    return hyphen.form == "-" && hyphen.glued && word.glued && word.shape == Shape::word;
  }

  [[nodiscard]] bool is_counting_one(const Lexeme* before, const Lexeme* after, TokenId token) const {
    if (before != nullptr && one_of(before->form, {"no", "any", "every", "the", "this", "that", "which", "another"}))
      return false;
    if (after != nullptr && one_of(after->form, {"another", "'s", "can", "should", "must"})) return false;
    return syntax_.size() == 0 || syntax_.upos(token) == Upos::num || (after != nullptr && after->form == "of");
  }

  /// "Article 50", "Flight 752", "No. 5", "Covid-19".
  [[nodiscard]] bool is_label(std::span<const Lexeme> lexemes, const QuantityMatch& match) const {
    const Lexeme& number = lexemes[match.number_begin];
    if (match.begin != match.number_begin || number.shape != Shape::digits || match.begin == 0) return false;
    if (!match.unit_code.empty()) return false;
    const Lexeme& before = lexemes[match.begin - 1];
    if (one_of(before.form, {"no", "nos", "number", "page", "section", "chapter", "#"})) return true;
    if (!before.capital || before.shape != Shape::word || before.senses != nullptr) return false;
    if (syntax_.size() == 0) return true;
    const TokenId head = syntax_.head(number.tokens.first);
    return head && head < number.tokens.first && syntax_.upos(head) == Upos::propn;
  }

  [[nodiscard]] Quantity express(std::span<const Lexeme> lexemes, const QuantityMatch& match) const {
    const Lexeme& first = lexemes[match.begin];
    const Lexeme& last = lexemes[match.end - 1];
    Quantity quantity;
    quantity.span = {first.span.begin, last.span.end};
    quantity.tokens = {first.tokens.first, last.tokens.last};
    quantity.head = head_of({lexemes[match.number_begin].tokens.first, lexemes[match.number_end - 1].tokens.last});
    quantity.low = match.low;
    quantity.high = match.high;
    quantity.unit = std::string(match.unit_code);
    quantity.counted = match.unit < lexemes.size() ? lexemes[match.unit].tokens.first : counted_by(quantity);
    return quantity;
  }

  [[nodiscard]] TokenId head_of(TokenRange tokens) const {
    if (syntax_.size() == 0) return TokenId{tokens.last.index() - 1};
    for (const TokenId token : tokens) {
      if (!syntax_.head(token) || !tokens.contains(syntax_.head(token))) return token;
    }
    return tokens.first;
  }

  /// The noun that the number counts: its head, or what "of" ties to it ("dozens of people").
  [[nodiscard]] TokenId counted_by(const Quantity& quantity) const {
    const TokenRange sentence = document_.sentence(document_.sentence_of(quantity.head)).tokens;
    if (!quantity.unit.empty() && quantity.unit != "%") return TokenId::none();
    if (syntax_.size() == 0) return next_noun(quantity.tokens.last, sentence);
    const DependencyRelation relation = syntax_.relation(quantity.head);
    const TokenId head = syntax_.head(quantity.head);
    if (head && (relation == DependencyRelation::nummod || relation == DependencyRelation::det) &&
        !quantity.tokens.contains(head))
      return head;
    const TokenId modifier = syntax_.child(quantity.head, DependencyRelation::nmod);
    const TokenId preposition = modifier ? syntax_.child(modifier, DependencyRelation::case_) : TokenId::none();
    return preposition && document_.form(preposition) == "of" ? modifier : TokenId::none();
  }

  /// Without a tree: the next word, past "of".
  [[nodiscard]] TokenId next_noun(TokenId token, TokenRange sentence) const {
    if (token < sentence.last && document_.form(token) == "of") ++token;
    if (token >= sentence.last) return TokenId::none();
    const char first = document_.form(token).front();
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ? token : TokenId::none();
  }

  const Document& document_;
  const Syntax& syntax_;
  std::vector<bool> taken_;  // tokens of times and names
};

}  // namespace

std::vector<Quantity> find_quantities(const Document& document, const Syntax& syntax) {
  return find_quantities(document, syntax, find_times(document, syntax));
}

std::vector<Quantity> find_quantities(const Document& document, const Syntax& syntax,
                                      std::span<const TimeExpression> times) {
  const Lexer lexer(document, quantity_words());
  const QuantityReader reader(document, syntax, times);
  std::vector<Quantity> quantities;
  for (std::size_t i = 0; i < document.sentences().size(); ++i) reader.read(lexer(SentenceId{i}), quantities);
  return quantities;
}

}  // namespace diurna::detail
