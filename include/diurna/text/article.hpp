/// What comes in: one article with what is known about it from outside its text.
///
///     const diurna::Article article{.id = "a1", .date = "2026-01-08", .text = text};
#pragma once

#include <string>

namespace diurna {

/// An article as it arrives. Only `text` is needed.
struct Article {
  std::string id = {};  ///< Name of the document in every output; readers of files fill it in.
  /// Publication date, ISO 8601 ("2026-01-08"); empty: taken from the text ("Published …"), else unknown.
  std::string date = {};
  /// Headline when it is kept apart from `text`. The document's text is then title, blank line, text.
  std::string title = {};
  std::string text = {};    ///< UTF-8; never altered.
  std::string source = {};  ///< Publisher, for provenance.
  std::string url = {};
  bool operator==(const Article&) const = default;
};

}  // namespace diurna
