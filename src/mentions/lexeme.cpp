#include "mentions/lexeme.hpp"

#include <algorithm>
#include <charconv>

namespace diurna::detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::string_view curly_apostrophe = "\xE2\x80\x99";

/// Dashes from the hyphen to the horizontal bar, and the minus sign.
std::size_t dash_length(std::string_view rest) {
  if (rest.empty()) return 0;
  if (rest[0] == '-') return 1;
  if (rest.size() < 3 || rest[0] != '\xE2') return 0;
  if (rest[1] == '\x80' && rest[2] >= '\x90' && rest[2] <= '\x95') return 3;
  return rest[1] == '\x88' && rest[2] == '\x92' ? 3 : 0;
}

std::size_t apostrophe_length(std::string_view rest) {
  if (rest.starts_with('\'')) return 1;
  return rest.starts_with(curly_apostrophe) ? curly_apostrophe.size() : 0;
}

std::size_t code_point_length(std::string_view rest) {
  std::size_t length = 1;
  while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0U) == 0x80U) ++length;
  return length;
}

/// Currency signs and other symbols of more than one byte that must stand alone.
bool is_symbol(std::string_view rest) {
  constexpr std::string_view symbols[] = {"€", "£", "¥", "¢", "₹", "₽", "₿", "₩", "₪",
                                          "₴", "°", "“", "”", "‘", "…", "½", "¼", "¾"};
  return std::any_of(std::begin(symbols), std::end(symbols), [&](std::string_view s) { return rest.starts_with(s); });
}

bool starts_word(std::string_view rest) {
  return !rest.empty() && is_letter(rest[0]) && dash_length(rest) == 0 && apostrophe_length(rest) == 0 &&
         !is_symbol(rest);
}

std::size_t word_length(std::string_view rest) {
  std::size_t length = 0;
  while (length < rest.size()) {
    if (starts_word(rest.substr(length))) {
      length += code_point_length(rest.substr(length));
    } else if (rest[length] == '.' && starts_word(rest.substr(length + 1))) {
      ++length;
    } else {
      break;
    }
  }
  return length;
}

std::size_t digits_length(std::string_view rest) {
  return static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_digit) - rest.begin());
}

}  // namespace

Lexer::Lexer(const Document& document, const WordTable& table)
    : document_(&document), table_(&table), lower_(document.text()) {
  for (char& c : lower_) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
}

std::vector<Lexeme> Lexer::operator()(SentenceId sentence) const {
  std::vector<Lexeme> pieces;
  const TokenRange tokens = document_->sentence(sentence).tokens;
  pieces.reserve(tokens.size() + tokens.size() / 4);
  for (const TokenId token : tokens) cut_token(token, pieces);
  return join_phrases(std::move(pieces));
}

void Lexer::cut_token(TokenId token, std::vector<Lexeme>& out) const {
  const Span span = document_->token(token).span;
  std::size_t at = span.begin;
  while (at < span.end) {
    Lexeme piece = next_piece(at, span.end);
    piece.tokens = {token, TokenId{token.index() + 1}};
    piece.glued = !out.empty() && out.back().span.end == at;
    const char first = document_->text()[at];
    piece.capital = first >= 'A' && first <= 'Z';
    at = piece.span.end;
    out.push_back(piece);
  }
}

Lexeme Lexer::next_piece(std::size_t at, std::size_t end) const {
  const std::string_view rest = std::string_view(lower_).substr(at, end - at);
  Lexeme piece;
  if (is_digit(rest[0])) return read_number(at, end);
  if (const std::size_t dash = dash_length(rest); dash > 0) {
    piece = {.span = {at, at + dash}, .form = "-", .shape = Shape::punctuation};
  } else if (const std::size_t mark = apostrophe_length(rest); mark > 0) {
    const std::size_t length = word_length(rest.substr(mark));
    piece.span = {at, at + mark + length};
    piece.form = rest.substr(mark, length) == "s" ? std::string_view("'s") : rest.substr(0, mark + length);
    if (length == 0) piece = {.span = piece.span, .form = "'", .shape = Shape::punctuation};
  } else if (const std::size_t length = word_length(rest); length > 0) {
    const bool dotted = length < rest.size() && rest[length] == '.' && length + 1 == rest.size();
    piece.span = {at, at + length + (dotted ? 1 : 0)};
    piece.form = rest.substr(0, length);
  } else {
    const std::size_t symbol = code_point_length(rest);
    piece = {.span = {at, at + symbol}, .form = rest.substr(0, symbol), .shape = Shape::punctuation};
  }
  return piece;
}

/// Digits with thousands separators and a decimal part; "1,0,0" and "04.07.2019" stay in pieces.
Lexeme Lexer::read_number(std::size_t at, std::size_t end) const {
  const std::string_view rest = std::string_view(lower_).substr(at, end - at);
  std::size_t length = digits_length(rest);
  const std::size_t first = length;
  while (first <= 3 && length < rest.size() && rest[length] == ',' && digits_length(rest.substr(length + 1)) == 3) {
    length += 4;
  }
  if (length + 1 < rest.size() && rest[length] == '.') {
    const std::size_t decimals = digits_length(rest.substr(length + 1));
    const std::string_view behind = rest.substr(length + 1 + decimals);
    const bool dotted_date = behind.size() > 1 && behind[0] == '.' && is_digit(behind[1]);
    if (decimals > 0 && !dotted_date) length += 1 + decimals;
  }
  Lexeme piece{.span = {at, at + length}, .form = rest.substr(0, length), .shape = Shape::digits};
  piece.digits = static_cast<std::uint32_t>(std::min<std::size_t>(first, 1000));
  if (length > first) piece.shape = Shape::number;
  std::string plain(piece.form);
  std::erase(plain, ',');
  double value = -1;
  const auto [stop, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  piece.number = error == std::errc() ? value : -1;
  return piece;
}

std::vector<Lexeme> Lexer::join_phrases(std::vector<Lexeme> pieces) const {
  std::vector<Lexeme> out;
  out.reserve(pieces.size());
  for (std::size_t i = 0; i < pieces.size();) {
    Lexeme lexeme = pieces[i];
    std::size_t used = 1;
    const auto* entries =
        lexeme.shape == Shape::digits || lexeme.shape == Shape::number ? nullptr : table_->entries_of(lexeme.form);
    for (std::size_t e = 0; entries != nullptr && e < entries->size(); ++e) {
      const auto& more = (*entries)[e].more_words;
      const bool fits = i + more.size() < pieces.size() &&
                        std::equal(
                            more.begin(), more.end(), pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                            [](const std::string& word, const Lexeme& piece) { return word == piece.form; });
      if (!fits) continue;
      lexeme.senses = &(*entries)[e].senses;
      used = 1 + more.size();
      break;
    }
    if (used > 1)
      lexeme.form =
          std::string_view(lower_).substr(lexeme.span.begin, pieces[i + used - 1].span.end - lexeme.span.begin);
    lexeme.span.end = pieces[i + used - 1].span.end;
    lexeme.tokens.last = pieces[i + used - 1].tokens.last;
    out.push_back(lexeme);
    i += used;
  }
  return out;
}

const WordSense* Cursor::sense(FormKind kind, std::size_t steps) const {
  const Lexeme* lexeme = peek(steps);
  if (lexeme == nullptr || lexeme->senses == nullptr) return nullptr;
  for (const WordSense& sense : *lexeme->senses) {
    if (sense.kind == kind && (lexeme->capital || !sense.capital)) return &sense;
  }
  return nullptr;
}

const WordSense* Cursor::take(FormKind kind) {
  const WordSense* found = sense(kind);
  if (found != nullptr) skip();
  return found;
}

bool Cursor::take(std::string_view form) {
  if (!is(form)) return false;
  skip();
  return true;
}

bool Cursor::take_any(std::initializer_list<std::string_view> forms) {
  return std::any_of(forms.begin(), forms.end(), [&](std::string_view form) { return take(form); });
}

std::optional<int> Cursor::take_digits(std::uint32_t max_digits) {
  const Lexeme* lexeme = peek();
  if (lexeme == nullptr || lexeme->shape != Shape::digits || lexeme->digits > max_digits) return std::nullopt;
  skip();
  return static_cast<int>(lexeme->number);
}

}  // namespace diurna::detail
