// Terms and statements on their way to a file, and what becomes of texts in IRIs and literals.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diurna/graph/property.hpp"

namespace diurna::io::detail::rdf {

/// A view: it lives as long as the text it was made from.
struct Term {
  enum class Kind : std::uint8_t {
    name,      ///< PREFIX:LOCAL of the vocabulary.
    iri,       ///< An absolute IRI.
    resource,  ///< An IRI below the base, without the base.
    literal
  };
  Kind kind = Kind::literal;
  std::string_view text;
  std::string_view datatype = {};  ///< Of a literal, as a name; "" is a string.
};

[[nodiscard]] inline Term name(std::string_view text) { return {Term::Kind::name, text, {}}; }
[[nodiscard]] inline Term resource(std::string_view text) { return {Term::Kind::resource, text, {}}; }
[[nodiscard]] inline Term literal(std::string_view text, std::string_view datatype = {}) {
  return {Term::Kind::literal, text, datatype};
}
[[nodiscard]] inline bool operator==(const Term& a, const Term& b) {
  return a.kind == b.kind && a.text == b.text && a.datatype == b.datatype;
}

/// Takes statements one by one; those of one subject come together.
class StatementSink {
 public:
  StatementSink() = default;
  StatementSink(const StatementSink&) = delete;
  StatementSink& operator=(const StatementSink&) = delete;
  virtual ~StatementSink() = default;
  /// Statements from here on belong to this graph (a resource; "" is the default graph).
  virtual void enter(std::string_view graph) = 0;
  virtual void add(const Term& subject, const Term& predicate, const Term& object) = 0;
  /// Of a resource, by a name.
  void say(std::string_view subject, std::string_view predicate, const Term& object);
};

inline void StatementSink::say(std::string_view subject, std::string_view predicate, const Term& object) {
  add(resource(subject), name(predicate), object);
}

/// The text as one segment of an IRI: all but ASCII letters, digits and -._~: is percent-encoded.
[[nodiscard]] std::string segment(std::string_view text);
/// The text of a segment; nullopt where a percent sign stands without two digits.
[[nodiscard]] std::optional<std::string> text_of_segment(std::string_view segment);

/// A name as an IRI: "dn:type" is "https://diurna.example/ns#type".
[[nodiscard]] std::string expanded(std::string_view name);

/// A name of the vocabulary whose last part comes from data: "role:" + "agent".
class DataName {
 public:
  DataName(std::string_view prefix, std::string_view text);
  [[nodiscard]] Term term() const { return {kind_, text_, {}}; }

 private:
  Term::Kind kind_;
  std::string text_;
};

/// A property value as the text and the datatype of a literal that reads back equal.
struct LiteralText {
  std::string text;
  std::string_view datatype;  ///< As a name; "" is a string.
};
[[nodiscard]] LiteralText literal_of(const Property& value);
/// "7.5E-1", as XML Schema writes doubles.
[[nodiscard]] std::string double_text(double number);

}  // namespace diurna::io::detail::rdf
