// Statements to N-Triples and N-Quads in UTF-8, one a line, everything spelled out: the fastest form to write and load.
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <string_view>

#include "io/rdf/term.hpp"

namespace diurna::io::detail::rdf {

class LineWriter : public StatementSink {
 public:
  LineWriter(std::ostream& out, std::string_view base) : out_(out), base_(base) {}

  void enter(std::string_view graph) override;
  void add(const Term& subject, const Term& predicate, const Term& object) override;

 private:
  void append(const Term& term);
  void append_literal(const Term& term);
  [[nodiscard]] const std::string& spelled_out(std::string_view name);

  std::ostream& out_;
  std::string base_;
  std::string end_ = " .\n";  // with the graph before it, if any
  std::string line_;
  std::map<std::string, std::string, std::less<>> names_;  // as IRIs in angle brackets
};

}  // namespace diurna::io::detail::rdf
