/// Remarks about an input that was read all the same: repaired UTF-8, an unresolved time, a sentence cut for its
/// length.
///
/// Diagnostics are values that travel with a document; nothing is printed by the library.
#pragma once

#include <string>

#include "diurna/core/span.hpp"

namespace diurna {

enum class Severity { note, warning, error };

/// One remark: a stable code such as "text.invalid-utf8", where it applies, and words for a person.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::warning;
  Span span;
  std::string message;
  bool operator==(const Diagnostic&) const = default;
};

}  // namespace diurna
