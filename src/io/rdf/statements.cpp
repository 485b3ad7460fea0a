#include "io/rdf/statements.hpp"

#include <serd/serd.h>

#include <array>
#include <cstdio>
#include <memory>

#include "diurna/core/error.hpp"
#include "diurna/text/unicode.hpp"
#include "io/json_syntax.hpp"

namespace diurna::io::detail::rdf {
namespace {

std::string_view text_of(const SerdNode& node) { return {reinterpret_cast<const char*>(node.buf), node.n_bytes}; }

/// The bytes, one by one, so that the place is known whenever Serd has a statement ready.
struct Source {
  std::string_view bytes;
  std::size_t at = 0;
  std::uint32_t line = 1;
  std::uint32_t column = 0;  // code points of this line that have been read

  static std::size_t read(void* buffer, std::size_t, std::size_t, void* self) {
    auto& source = *static_cast<Source*>(self);
    if (source.at >= source.bytes.size()) return 0;
    const char c = source.bytes[source.at++];
    *static_cast<char*>(buffer) = c;
    if (c == '\n') {
      ++source.line;
      source.column = 0;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++source.column;
    }
    return 1;
  }
  static int has_failed(void*) { return 0; }
};

/// Serd's callbacks. Nothing may be thrown through them: the first fault is kept and reading stopped.
class Reader {
 public:
  Reader(std::string_view bytes, std::string_view name, SerdSyntax syntax)
      : name_(name), source_{bytes}, env_(serd_env_new(nullptr), &serd_env_free) {
    reader_.reset(
        serd_reader_new(syntax, this, nullptr, &Reader::on_base, &Reader::on_prefix, &Reader::on_statement, nullptr));
    serd_reader_set_strict(reader_.get(), true);
    serd_reader_set_error_sink(reader_.get(), &Reader::on_error, this);
  }

  Statements read() {
    const SerdStatus status = serd_reader_read_source(reader_.get(), &Source::read, &Source::has_failed, &source_,
                                                      reinterpret_cast<const std::uint8_t*>("input"), 1);
    const bool stopped_early = source_.at < source_.bytes.size();
    if (fault_.message.empty() && (status > SERD_FAILURE || stopped_early)) {
      fault("rdf.syntax", "this cannot be read further", "was the file cut off or edited?");
    }
    if (!fault_.message.empty()) throw ParseError(fault_);
    return std::move(statements_);
  }

 private:
  SerdStatus fault(std::string code, std::string message, std::string hint) {
    if (fault_.message.empty()) fault_ = {std::move(code), place(), std::move(message), std::move(hint), {}};
    return SERD_ERR_BAD_ARG;
  }
  [[nodiscard]] std::string place() const {
    return std::string(name_) + ":" + std::to_string(source_.line) + ":" +
           std::to_string(std::max<std::uint32_t>(source_.column, 1));
  }

  static SerdStatus on_error(void* self, const SerdError* error) {
    std::array<char, 200> message{};
    (void)std::vsnprintf(message.data(), message.size(), error->fmt, *error->args);
    std::string text(message.data());
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return static_cast<Reader*>(self)->fault("rdf.syntax", "this cannot be read: " + repaired_utf8(text),
                                             "was the file cut off or edited?");
  }
  static SerdStatus on_base(void* self, const SerdNode* uri) {
    return serd_env_set_base_uri(static_cast<Reader*>(self)->env_.get(), uri);
  }
  static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* uri) {
    return serd_env_set_prefix(static_cast<Reader*>(self)->env_.get(), name, uri);
  }
  static SerdStatus on_statement(void* self, SerdStatementFlags flags, const SerdNode* graph, const SerdNode* subject,
                                 const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language) {
    return static_cast<Reader*>(self)->statement(flags, {graph, subject, predicate, object}, datatype, language);
  }

  SerdStatus statement(SerdStatementFlags flags, const std::array<const SerdNode*, 4>& nodes, const SerdNode* datatype,
                       const SerdNode* language) {
    if (flags != 0) return blank();
    if (language != nullptr && language->n_bytes > 0) {
      return fault("rdf.language", "a text with a language tag", "graphs of Diurna have none");
    }
    std::array<TermId, 4> ids{};
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i] == nullptr || nodes[i]->type == SERD_NOTHING) continue;
      if (nodes[i]->type == SERD_BLANK) return blank();
      if (!resolve(*nodes[i], ids[i])) return SERD_ERR_BAD_ARG;
    }
    TermId type = 0;
    if (datatype != nullptr && datatype->type != SERD_NOTHING && !resolve(*datatype, type)) return SERD_ERR_BAD_ARG;
    statements_.list.push_back({.graph = ids[0],
                                .subject = ids[1],
                                .predicate = ids[2],
                                .object = ids[3],
                                .datatype = type,
                                .is_literal = nodes[3]->type == SERD_LITERAL,
                                .line = source_.line,
                                .column = std::max<std::uint32_t>(source_.column, 1)});
    return SERD_SUCCESS;
  }

  SerdStatus blank() { return fault("rdf.blank", "a blank node or a list", "every resource of Diurna has an IRI"); }

  bool resolve(const SerdNode& node, TermId& id) {
    if (node.type == SERD_LITERAL || (node.type == SERD_URI && serd_uri_string_has_scheme(node.buf))) {
      id = statements_.terms.intern(text_of(node));
      return true;
    }
    SerdNode whole = serd_env_expand_node(env_.get(), &node);
    const bool good = whole.buf != nullptr && serd_uri_string_has_scheme(whole.buf);
    if (good) {
      id = statements_.terms.intern(text_of(whole));
    } else {
      (void)fault("rdf.syntax", "'" + std::string(text_of(node)) + "' has no known prefix and no base to stand below",
                  "declare it with @prefix or @base");
    }
    serd_node_free(&whole);
    return good;
  }

  std::string_view name_;
  Source source_;
  Error::Parts fault_;
  Statements statements_;
  std::unique_ptr<SerdEnv, void (*)(SerdEnv*)> env_;
  std::unique_ptr<SerdReader, void (*)(SerdReader*)> reader_{nullptr, &serd_reader_free};
};

/// Serd takes a byte 0 for the end of the file and replaces broken characters; here both are faults.
void check_characters(std::string_view bytes, std::string_view name) {
  const std::size_t zero = bytes.find('\0');
  const std::vector<Span> broken = invalid_utf8(bytes);
  if (zero == std::string_view::npos && broken.empty()) return;
  const std::size_t at = std::min(zero, broken.empty() ? bytes.size() : broken.front().begin);
  throw ParseError({.code = "rdf.utf8",
                    .place = place_at(bytes, name, at),
                    .message = at == zero ? "a byte 0 in the text" : "these bytes are not UTF-8",
                    .hint = "was the file cut off or edited?"});
}

}  // namespace

TermId TermPool::intern(std::string_view text) {
  const auto found = ids_.find(text);
  if (found != ids_.end()) return found->second;
  texts_.emplace_back(text);
  const auto id = static_cast<TermId>(texts_.size() - 1);
  ids_.emplace(texts_.back(), id);
  return id;
}

TermId TermPool::find(std::string_view text) const {
  const auto found = ids_.find(text);
  return found == ids_.end() ? 0 : found->second;
}

Statements read_statements(std::string_view bytes, std::string_view name, Syntax syntax) {
  static constexpr std::array<SerdSyntax, 4> names = {SERD_TURTLE, SERD_NTRIPLES, SERD_NQUADS, SERD_TRIG};
  check_characters(bytes, name);
  return Reader(bytes, name, names[static_cast<std::size_t>(syntax)]).read();
}

}  // namespace diurna::io::detail::rdf
