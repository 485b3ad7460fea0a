// Statements to Turtle and TriG, written by Serd: names and IRIs below the base are kept short.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "io/rdf/term.hpp"

namespace diurna::io::detail::rdf {

enum class Syntax { turtle, ntriples, nquads, trig };

class SerdWriter : public StatementSink {
 public:
  /// Requires Turtle or TriG.
  SerdWriter(std::ostream& out, Syntax syntax, std::string_view base);
  ~SerdWriter() override;
  SerdWriter(const SerdWriter&) = delete;
  SerdWriter& operator=(const SerdWriter&) = delete;

  void enter(std::string_view graph) override;
  void add(const Term& subject, const Term& predicate, const Term& object) override;
  /// Ends the last statement; the file is complete then.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace diurna::io::detail::rdf
