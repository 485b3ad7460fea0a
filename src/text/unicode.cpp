// Decoding follows "maximal subparts" of Unicode 15, section 3.9, table 3-7: a broken sequence ends at the first byte
// that cannot continue it. Properties come from utf8proc; ASCII never gets that far.
#include "diurna/text/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <bit>

namespace diurna {
namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

struct LeadByte {
  std::size_t size;      // of the whole sequence; 0: cannot start one
  unsigned bits;         // that the first byte contributes
  unsigned second_from;  // allowed range of the second byte
  unsigned second_to;
};

LeadByte lead(unsigned byte) {
  if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0, 0};
  if (byte < 0xE0) return {2, byte & 0x1FU, 0x80, 0xBF};
  if (byte < 0xF0) return {3, byte & 0x0FU, byte == 0xE0 ? 0xA0U : 0x80U, byte == 0xED ? 0x9FU : 0xBFU};
  return {4, byte & 0x07U, byte == 0xF0 ? 0x90U : 0x80U, byte == 0xF4 ? 0x8FU : 0xBFU};
}

utf8proc_category_t category(char32_t character) { return utf8proc_category(static_cast<utf8proc_int32_t>(character)); }

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Base letters of those that Unicode does not decompose.
std::string_view base_letters(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'ŧ':
      return "t";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    default:
      return {};
  }
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
  for (utf8proc_ssize_t i = 0; i < size; ++i) out += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
}

char32_t to_lower(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }

void append_stripped(std::string& out, char32_t c) {
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                          UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  std::array<utf8proc_int32_t, 24> parts{};
  int last_class = 0;
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(),
                                             static_cast<utf8proc_ssize_t>(parts.size()), options, &last_class);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, parts.size()); ++i) {
    const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(i)]);
    const std::string_view letters = base_letters(part);
    letters.empty() ? append_utf8(out, part) : void(out += letters);
  }
}

}  // namespace

DecodedCharacter decode_utf8(std::string_view text, std::size_t offset) {
  const unsigned first = byte_at(text, offset);
  if (first < 0x80) return {first, 1, true};
  const LeadByte shape = lead(first);
  if (shape.size == 0) return {replacement, 1, false};
  char32_t value = shape.bits;
  for (std::size_t i = 1; i < shape.size; ++i) {
    const unsigned byte = offset + i < text.size() ? byte_at(text, offset + i) : 0;
    const bool continues = i == 1 ? byte >= shape.second_from && byte <= shape.second_to : (byte & 0xC0U) == 0x80;
    if (!continues) return {replacement, i, false};
    value = (value << 6U) | (byte & 0x3FU);
  }
  return {value, shape.size, true};
}

std::vector<Span> invalid_utf8(std::string_view text) {
  std::vector<Span> broken;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCharacter character = decode_utf8(text, i);
    if (!character.valid) broken.push_back({i, i + character.size});
    i += character.size;
  }
  return broken;
}

std::string repaired_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  for (const Span broken : invalid_utf8(text)) {
    out.append(text, copied, broken.begin - copied);
    append_utf8(out, replacement);
    copied = broken.end;
  }
  return out.append(text, copied);
}

std::string encode_utf8(char32_t character) {
  std::string out;
  const bool surrogate = character >= 0xD800 && character < 0xE000;
  append_utf8(out, surrogate || character > 0x10FFFF ? replacement : character);
  return out;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const auto kind = category(c);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return category(c) == UTF8PROC_CATEGORY_LL;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_space(char32_t c) {
  if (c < 0x80) return c <= ' ' || c == 0x7F;
  if (c < 0xA1) return true;
  if (c == 0x200B || c == 0xFEFF || is_bidi_control(c)) return true;
  const auto kind = category(c);
  return kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP;
}

bool is_mark(char32_t c) {
  if (c < 0xAD) return false;
  const auto kind = category(c);
  if (kind >= UTF8PROC_CATEGORY_MN && kind <= UTF8PROC_CATEGORY_ME) return true;
  if (c >= 0x1F3FB && c <= 0x1F3FF) return true;  // skin tones
  return kind == UTF8PROC_CATEGORY_CF && !is_space(c);
}

namespace {

/// `text` with ASCII letters in lower case and every other character as `append` writes it.
template <class Append>
std::string fold(std::string_view text, Append append) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const unsigned byte = byte_at(text, i);
    if (byte < 0x80) {
      out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      ++i;
      continue;
    }
    const DecodedCharacter character = decode_utf8(text, i);
    append(out, character.value);
    i += character.size;
  }
  return out;
}

}  // namespace

std::string fold_case(std::string_view text) {
  return fold(text, [](std::string& out, char32_t character) { append_utf8(out, to_lower(character)); });
}

std::string fold_accents(std::string_view text) {
  return fold(text, [](std::string& out, char32_t character) { append_stripped(out, character); });
}

CodePointIndex::CodePointIndex(std::string_view text) : bytes_(text.size()), code_points_(text.size()) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return;
  starts_.assign(text.size() / 64 + 1, 0);
  every_64th_.reserve(starts_.size());
  for (std::size_t i = 0; i < text.size(); i += decode_utf8(text, i).size)
    starts_[i / 64] |= std::uint64_t{1} << i % 64;
  std::size_t count = 0;
  for (const std::uint64_t word : starts_) {
    every_64th_.push_back(static_cast<std::uint32_t>(count));
    count += static_cast<std::size_t>(std::popcount(word));
  }
  code_points_ = count;
}

std::size_t CodePointIndex::code_point(std::size_t byte_offset) const {
  if (byte_offset >= bytes_) return code_points_;
  if (starts_.empty()) return byte_offset;
  const std::uint64_t word = starts_[byte_offset / 64];
  const std::uint64_t bit = std::uint64_t{1} << byte_offset % 64;
  const auto before = every_64th_[byte_offset / 64] + static_cast<std::size_t>(std::popcount(word & (bit - 1)));
  return (word & bit) != 0 ? before : before - 1;
}

std::size_t CodePointIndex::byte_offset(std::size_t code_point) const {
  if (code_point >= code_points_) return bytes_;
  if (starts_.empty()) return code_point;
  const auto block = std::upper_bound(every_64th_.begin(), every_64th_.end(), code_point) - every_64th_.begin() - 1;
  const auto index = static_cast<std::size_t>(block);
  std::uint64_t word = starts_[index];
  for (std::size_t skip = code_point - every_64th_[index]; skip > 0; --skip) word &= word - 1;
  return index * 64 + static_cast<std::size_t>(std::countr_zero(word));
}

}  // namespace diurna
