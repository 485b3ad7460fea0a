// RDF files as a list of statements with their places, read by Serd. What no file of Diurna has is refused here:
// blank nodes, collections, language tags, relative IRIs without a base, bytes that are not UTF-8.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "io/rdf/serd_writer.hpp"

namespace diurna::io::detail::rdf {

using TermId = std::uint32_t;

/// Each text once; 0 is "".
class TermPool {
 public:
  TermPool() { (void)intern(""); }
  TermId intern(std::string_view text);
  /// 0 when there is none.
  [[nodiscard]] TermId find(std::string_view text) const;
  [[nodiscard]] const std::string& text(TermId id) const { return texts_[id]; }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, TermId> ids_;
};

struct Statement {
  TermId graph = 0;  ///< 0 is the default graph.
  TermId subject = 0;
  TermId predicate = 0;
  TermId object = 0;
  TermId datatype = 0;  ///< An IRI; 0 for strings and for resources.
  bool is_literal = false;
  std::uint32_t line = 0;
  std::uint32_t column = 0;  ///< Where the statement ends, in code points from 1.
};

struct Statements {
  TermPool terms;
  std::vector<Statement> list;
};

/// Throws ParseError "rdf.syntax", "rdf.utf8", "rdf.blank" or "rdf.language" with line and column.
[[nodiscard]] Statements read_statements(std::string_view bytes, std::string_view name, Syntax syntax);

}  // namespace diurna::io::detail::rdf
