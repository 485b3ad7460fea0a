/// What a user says on who is who: overrides of the resolution.
///
///     same       Nicolás Maduro    e:maduro
///     different  John Smith        John Smith     doc-12     doc-40
///
/// A file of lines with three to five fields between tabs: "same" or "different", two names or ids, and for each,
/// where it is meant for one document only, the document's id (docs/formats.md). "different" is stronger than every
/// rule, "same" stronger than every rule but "different".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace diurna {

/// One node as all documents tell of it, or as one does.
struct Selector {
  std::string name;      ///< A raw id ("e:maduro", "v:3fa9…") or a name in any case.
  std::string document;  ///< "" for all documents.
  bool operator==(const Selector&) const = default;
};

struct SameAsStatement {
  bool same = true;
  Selector first;
  Selector second;
  std::string place;  ///< file:line, for messages.
  bool operator==(const SameAsStatement&) const = default;
};

using SameAs = std::vector<SameAsStatement>;

/// Reads the text of such a file; `name` stands in messages. Throws ParseError "identity.same-as" with file:line:column
/// for a line that cannot be read.
[[nodiscard]] SameAs parse_same_as(std::string_view text, std::string_view name = "same-as");
/// The same from a file on disk; throws IoError when it cannot be opened.
[[nodiscard]] SameAs read_same_as(const std::string& path);

}  // namespace diurna
