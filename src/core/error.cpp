#include "diurna/core/error.hpp"

namespace diurna {
namespace {

std::string render(const Error::Parts& parts) {
  std::string out;
  if (!parts.place.empty()) out += parts.place + ": ";
  out += "error: " + parts.message + " [" + parts.code + "]";
  if (!parts.hint.empty()) out += "; " + parts.hint;
  if (!parts.excerpt.empty()) out += "\n" + parts.excerpt;
  return out;
}

}  // namespace

Error::Error(Parts parts) : std::runtime_error(render(parts)), parts_(std::move(parts)) {}

}  // namespace diurna
