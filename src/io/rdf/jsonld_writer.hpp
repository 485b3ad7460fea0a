// Statements to JSON-LD: one subject a line, with the whole @context in the file, so that no reader needs the network.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "io/rdf/term.hpp"

namespace diurna::io::detail::rdf {

class JsonLdWriter : public StatementSink {
 public:
  JsonLdWriter(std::ostream& out, std::string_view base);

  /// There is only the default graph.
  void enter(std::string_view) override {}
  void add(const Term& subject, const Term& predicate, const Term& object) override;
  void finish();

 private:
  struct Values {
    std::string key;
    std::string list;  // joined by commas
    std::size_t count = 0;
  };
  void flush();
  [[nodiscard]] std::string iri_text(const Term& term) const;

  std::ostream& out_;
  std::string base_;
  std::string subject_;
  std::vector<Values> values_;
  const char* separator_ = "";
};

}  // namespace diurna::io::detail::rdf
