#include "io/rdf/serd_writer.hpp"

#include <serd/serd.h>

#include <ostream>

#include "io/rdf/vocabulary.hpp"

namespace diurna::io::detail::rdf {
namespace {

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

SerdNode node(SerdType type, std::string_view text) {
  return serd_node_from_substring(type, bytes_of(text), text.size());
}

std::size_t write_bytes(const void* bytes, std::size_t size, void* stream) {
  static_cast<std::ostream*>(stream)->write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
  return size;
}

constexpr std::string_view type_iri = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";  // Turtle writes it as "a"

/// Serd writes numbers and truth values bare only when it is told the whole IRI of their types.
SerdNode datatype_node(std::string_view name) {
  if (name == "xsd:boolean") return node(SERD_URI, "http://www.w3.org/2001/XMLSchema#boolean");
  if (name == "xsd:integer") return node(SERD_URI, "http://www.w3.org/2001/XMLSchema#integer");
  return node(SERD_CURIE, name);
}

}  // namespace

struct SerdWriter::State {
  State(std::ostream& out, Syntax syntax, std::string_view base_iri) : base(base_iri) {
    env.reset(serd_env_new(nullptr));
    constexpr auto style = static_cast<SerdStyle>(SERD_STYLE_ABBREVIATED | SERD_STYLE_BULK);
    writer.reset(serd_writer_new(syntax == Syntax::trig ? SERD_TRIG : SERD_TURTLE, style, env.get(), nullptr,
                                 &write_bytes, &out));
    const SerdNode uri = node(SERD_URI, base);
    serd_writer_set_base_uri(writer.get(), &uri);
    for (const auto& [prefix, iri] : prefixes) {
      const SerdNode name = node(SERD_LITERAL, prefix);
      const SerdNode prefix_uri = node(SERD_URI, iri);
      serd_writer_set_prefix(writer.get(), &name, &prefix_uri);
    }
  }

  [[nodiscard]] SerdNode serd_node(const Term& term) const {
    switch (term.kind) {
      case Term::Kind::literal:
        return node(SERD_LITERAL, term.text);
      case Term::Kind::iri:
        return node(SERD_URI, term.text);
      case Term::Kind::name:
        return term.text == rdf_type ? node(SERD_URI, type_iri) : node(SERD_CURIE, term.text);
      case Term::Kind::resource:
        return node(SERD_URI, term.text.empty() ? std::string_view(base) : term.text);
    }
    return SERD_NODE_NULL;
  }

  std::string base;
  std::string graph;  // empty for the default graph
  std::unique_ptr<SerdEnv, void (*)(SerdEnv*)> env{nullptr, &serd_env_free};
  std::unique_ptr<::SerdWriter, void (*)(::SerdWriter*)> writer{nullptr, &serd_writer_free};
};

SerdWriter::SerdWriter(std::ostream& out, Syntax syntax, std::string_view base)
    : state_(std::make_unique<State>(out, syntax, base)) {}
SerdWriter::~SerdWriter() = default;

void SerdWriter::enter(std::string_view graph) { state_->graph = graph; }

void SerdWriter::add(const Term& subject, const Term& predicate, const Term& object) {
  const SerdNode g = node(SERD_URI, state_->graph);
  const SerdNode s = state_->serd_node(subject);
  const SerdNode p = state_->serd_node(predicate);
  const SerdNode o = state_->serd_node(object);
  const SerdNode datatype = object.datatype.empty() ? SERD_NODE_NULL : datatype_node(object.datatype);
  serd_writer_write_statement(state_->writer.get(), 0, state_->graph.empty() ? nullptr : &g, &s, &p, &o,
                              object.datatype.empty() ? nullptr : &datatype, nullptr);
}

void SerdWriter::finish() { serd_writer_finish(state_->writer.get()); }

}  // namespace diurna::io::detail::rdf
