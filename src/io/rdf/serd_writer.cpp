#include "io/rdf/serd_writer.hpp"

#include <serd/serd.h>

#include <array>
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

SerdSyntax serd_syntax(Syntax syntax) {
  static constexpr std::array<SerdSyntax, 4> names = {SERD_TURTLE, SERD_NTRIPLES, SERD_NQUADS, SERD_TRIG};
  return names[static_cast<std::size_t>(syntax)];
}

constexpr std::string_view type_iri = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";  // Turtle writes it as "a"

/// Serd writes numbers and truth values bare only when it is told the whole IRI of their types.
SerdNode datatype_node(std::string_view name, bool terse) {
  if (name.empty()) return SERD_NODE_NULL;
  if (terse && name == "xsd:boolean") return node(SERD_URI, "http://www.w3.org/2001/XMLSchema#boolean");
  if (terse && name == "xsd:integer") return node(SERD_URI, "http://www.w3.org/2001/XMLSchema#integer");
  return node(SERD_CURIE, name);
}

/// A term as Serd wants it: Turtle keeps names and IRIs below the base short, the line-based syntaxes spell them out.
class SerdTerm {
 public:
  SerdTerm(const Term& term, bool terse, std::string_view base) {
    switch (term.kind) {
      case Term::Kind::literal:
        node_ = node(SERD_LITERAL, term.text);
        return;
      case Term::Kind::iri:
        node_ = node(SERD_URI, term.text);
        return;
      case Term::Kind::name:
        node_ = terse && term.text == rdf_type ? node(SERD_URI, type_iri) : node(SERD_CURIE, term.text);
        return;
      case Term::Kind::resource:
        if (terse && !term.text.empty()) {
          node_ = node(SERD_URI, term.text);
          return;
        }
        whole_.reserve(base.size() + term.text.size());
        whole_.append(base).append(term.text);
        node_ = node(SERD_URI, whole_);
    }
  }
  SerdTerm(const SerdTerm&) = delete;
  SerdTerm& operator=(const SerdTerm&) = delete;
  [[nodiscard]] const SerdNode* get() const { return &node_; }

 private:
  std::string whole_;
  SerdNode node_ = SERD_NODE_NULL;
};

}  // namespace

struct SerdWriter::State {
  State(std::ostream& out, Syntax syntax, std::string_view base_iri)
      : base(base_iri), terse(syntax == Syntax::turtle || syntax == Syntax::trig) {
    env.reset(serd_env_new(nullptr));
    for (const auto& [prefix, iri] : prefixes) {
      const SerdNode name = node(SERD_LITERAL, prefix);
      const SerdNode uri = node(SERD_URI, iri);
      serd_env_set_prefix(env.get(), &name, &uri);
    }
    const auto style = static_cast<SerdStyle>(terse ? SERD_STYLE_ABBREVIATED | SERD_STYLE_BULK : SERD_STYLE_BULK);
    writer.reset(serd_writer_new(serd_syntax(syntax), style, env.get(), nullptr, &write_bytes, &out));
    if (terse) write_head();
  }

  void write_head() {
    const SerdNode uri = node(SERD_URI, base);
    serd_writer_set_base_uri(writer.get(), &uri);
    for (const auto& [prefix, iri] : prefixes) {
      const SerdNode name = node(SERD_LITERAL, prefix);
      const SerdNode prefix_uri = node(SERD_URI, iri);
      serd_writer_set_prefix(writer.get(), &name, &prefix_uri);
    }
  }

  std::string base;
  bool terse;
  std::string graph;
  std::unique_ptr<SerdEnv, void (*)(SerdEnv*)> env{nullptr, &serd_env_free};
  std::unique_ptr<::SerdWriter, void (*)(::SerdWriter*)> writer{nullptr, &serd_writer_free};
};

SerdWriter::SerdWriter(std::ostream& out, Syntax syntax, std::string_view base)
    : state_(std::make_unique<State>(out, syntax, base)) {}
SerdWriter::~SerdWriter() = default;

void SerdWriter::enter(std::string_view graph) { state_->graph = graph; }

void SerdWriter::add(const Term& subject, const Term& predicate, const Term& object) {
  const SerdTerm s(subject, state_->terse, state_->base);
  const SerdTerm p(predicate, state_->terse, state_->base);
  const SerdTerm o(object, state_->terse, state_->base);
  const SerdTerm g(resource(state_->graph), state_->terse, state_->base);
  const SerdNode datatype = datatype_node(object.datatype, state_->terse);
  serd_writer_write_statement(state_->writer.get(), 0, state_->graph.empty() ? nullptr : g.get(), s.get(), p.get(),
                              o.get(), object.datatype.empty() ? nullptr : &datatype, nullptr);
}

void SerdWriter::finish() { serd_writer_finish(state_->writer.get()); }

}  // namespace diurna::io::detail::rdf
