// The RDF formats: one description of the graph, five syntaxes.
#include "io/writers.hpp"

#include <ostream>
#include <string>

#include "diurna/core/error.hpp"
#include "diurna/io/format.hpp"
#include "io/rdf/description.hpp"
#include "io/rdf/jsonld_writer.hpp"
#include "io/rdf/line_writer.hpp"
#include "io/rdf/serd_writer.hpp"
#include "io/rdf/vocabulary.hpp"

namespace diurna::io::detail {
namespace {

/// Letters, digits and the marks that RFC 3986 lets stand in a scheme, authority and path.
bool is_base(std::string_view iri) {
  const std::size_t colon = iri.find(':');
  if (colon == 0 || colon == std::string_view::npos || (iri.back() != '/' && iri.back() != ':')) return false;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (!is_letter(iri.front())) return false;
  for (const char c : iri) {
    const bool plain = is_letter(c) || (c >= '0' && c <= '9') ||
                       std::string_view("-._~:/@!$&'()*+,;=%").find(c) != std::string_view::npos;
    if (!plain) return false;
  }
  return true;
}

std::string base_of(const WriteOptions& options) {
  if (options.base.empty()) return std::string(rdf::default_base);
  if (is_base(options.base)) return options.base;
  throw Error({.code = "rdf.base",
               .place = {},
               .message = "'" + options.base + "' cannot be the base of IRIs",
               .hint = "use an absolute IRI that ends in '/', such as https://example.org/news/"});
}

void write_terse(std::ostream& out, const Graph& graph, const WriteOptions& options, rdf::Syntax syntax) {
  rdf::SerdWriter writer(out, syntax, base_of(options));
  rdf::describe(writer, graph, syntax == rdf::Syntax::trig ? rdf::Layout::by_document : rdf::Layout::single);
  writer.finish();
}

void write_lines(std::ostream& out, const Graph& graph, const WriteOptions& options, rdf::Layout layout) {
  rdf::LineWriter writer(out, base_of(options));
  rdf::describe(writer, graph, layout);
}

}  // namespace

void write_turtle(std::ostream& out, const Graph& graph, const WriteOptions& options) {
  write_terse(out, graph, options, rdf::Syntax::turtle);
}

void write_ntriples(std::ostream& out, const Graph& graph, const WriteOptions& options) {
  write_lines(out, graph, options, rdf::Layout::single);
}

void write_nquads(std::ostream& out, const Graph& graph, const WriteOptions& options) {
  write_lines(out, graph, options, rdf::Layout::by_document);
}

void write_trig(std::ostream& out, const Graph& graph, const WriteOptions& options) {
  write_terse(out, graph, options, rdf::Syntax::trig);
}

void write_jsonld(std::ostream& out, const Graph& graph, const WriteOptions& options) {
  rdf::JsonLdWriter writer(out, base_of(options));
  rdf::describe(writer, graph, rdf::Layout::single);
  writer.finish();
}

}  // namespace diurna::io::detail
