#include <utf8proc.h>

#include "diurna/text/letter_case.hpp"
#include "diurna/text/unicode.hpp"

namespace diurna {
namespace {

template <typename Map>
std::string mapped(std::string_view text, Map map) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    out += encode_utf8(static_cast<char32_t>(map(static_cast<utf8proc_int32_t>(character.value))));
    at += character.size;
  }
  return out;
}

}  // namespace

std::string upper_case(std::string_view text) { return mapped(text, utf8proc_toupper); }
std::string lower_case(std::string_view text) { return mapped(text, utf8proc_tolower); }

}  // namespace diurna
