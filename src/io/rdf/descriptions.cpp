#include "io/rdf/descriptions.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "diurna/core/error.hpp"
#include "io/rdf/term.hpp"
#include "io/rdf/vocabulary.hpp"

namespace diurna::io::detail::rdf {
namespace {

template <class Number>
std::optional<Number> parsed(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Number out{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

bool same_object(const Statement& a, const Statement& b) {
  return a.object == b.object && a.datatype == b.datatype && a.is_literal == b.is_literal;
}

}  // namespace

Descriptions::Descriptions(Statements statements, std::string_view name)
    : statements_(std::move(statements)), name_(name), vocabulary_(statements_.terms) {
  for (const Statement& statement : statements_.list) {
    if (statement.predicate >= use_of_.size()) use_of_.resize(statement.predicate + std::size_t{1}, Use::foreign);
    if (use_of_[statement.predicate] == Use::foreign) {
      use_of_[statement.predicate] = vocabulary_.use_of(statement.predicate);
    }
  }
  find_bases();
  check_counts();
  check_predicates();
  sort();
}

void Descriptions::fail(const Statement& at, std::string_view code, std::string message, std::string hint) const {
  throw ParseError({.code = std::string(code),
                    .place = name_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column),
                    .message = std::move(message),
                    .hint = std::move(hint)});
}

void Descriptions::find_bases() {
  for (const Statement& statement : statements_.list) {
    if (use_of_[statement.predicate] != Use::version) continue;
    const std::string& version = text(statement.object);
    if (version != std::to_string(format_version)) {
      fail(statement, "rdf.version", "this is version " + version + " of the format",
           "this Diurna reads version " + std::to_string(format_version));
    }
    bases_.push_back(text(statement.subject));
  }
  if (!bases_.empty()) return;
  throw ParseError({.code = "rdf.format",
                    .place = name_,
                    .message = "this is RDF, but not a graph of Diurna: nothing in it has a dn:formatVersion",
                    .hint = "only files that Diurna has written are read (docs/rdf.md)"});
}

/// A graph has at least as many statements as its head says; more when files were joined.
void Descriptions::check_counts() const {
  std::map<TermId, std::size_t> counts;
  for (const Statement& statement : statements_.list) ++counts[statement.graph];
  for (const Statement& statement : statements_.list) {
    if (use_of_[statement.predicate] != Use::statements) continue;
    const bool of_file = std::find(bases_.begin(), bases_.end(), text(statement.subject)) != bases_.end();
    const TermId graph = of_file ? 0 : statement.subject;
    const auto promised = parsed<std::size_t>(text(statement.object));
    if (!promised) fail(statement, "rdf.type", "'" + text(statement.object) + "' is not a number of statements", "");
    const std::size_t found = counts.contains(graph) ? counts.at(graph) : 0;
    if (found >= *promised) continue;
    fail(statement, "rdf.count",
         "here " + std::to_string(*promised) + " statements are promised" +
             (graph == 0 ? "" : " for the graph <" + text(graph) + ">") + ", but there are " + std::to_string(found),
         "was the file cut off or edited?");
  }
}

void Descriptions::check_predicates() const {
  for (const Statement& statement : statements_.list) {
    if (use_of_[statement.predicate] != Use::foreign) continue;
    fail(statement, "rdf.vocabulary", "the predicate <" + text(statement.predicate) + "> is not one of Diurna's",
         "docs/rdf.md lists them; take the statement out, so that it is not lost unnoticed");
  }
}

void Descriptions::sort() {
  sorted_ = std::move(statements_.list);
  std::stable_sort(sorted_.begin(), sorted_.end(), [](const Statement& a, const Statement& b) {
    return std::tie(a.subject, a.graph) < std::tie(b.subject, b.graph);
  });
  for (std::size_t at = 0; at < sorted_.size();) {
    Description description{.subject = sorted_[at].subject, .graph = sorted_[at].graph, .begin = at, .end = at};
    while (description.end < sorted_.size() && sorted_[description.end].subject == description.subject &&
           sorted_[description.end].graph == description.graph) {
      ++description.end;
    }
    at = description.end;
    classify(description);
    if (description.role != Role::none) list_.push_back(description);
  }
}

void Descriptions::classify(Description& description) const {
  const Statement* unread = nullptr;
  for (std::size_t i = description.begin; i < description.end; ++i) {
    const Statement& statement = sorted_[i];
    const Use use = use_of_[statement.predicate];
    if (use != Use::is_a) {
      if (use != Use::derived) unread = &statement;
      continue;
    }
    const Role role = vocabulary_.role_of(statement.object);
    if (role == Role::none) continue;
    const NodeKind kind = role == Role::node ? vocabulary_.kind_of(statement.object) : NodeKind::entity;
    if (description.role != Role::none && (description.role != role || description.kind != kind)) {
      fail(statement, "rdf.class", "<" + text(description.subject) + "> cannot be two kinds of thing",
           "keep one class");
    }
    description.role = role;
    description.kind = kind;
  }
  if (description.role != Role::none || unread == nullptr) return;
  fail(*unread, "rdf.class", "nothing says what <" + text(description.subject) + "> is", "add its rdf:type");
}

std::vector<const Statement*> Descriptions::all(const Description& description, Use use) const {
  std::vector<const Statement*> out;
  for (std::size_t i = description.begin; i < description.end; ++i) {
    const Statement& statement = sorted_[i];
    if (use_of_[statement.predicate] != use) continue;
    const bool known = std::any_of(out.begin(), out.end(), [&](const Statement* other) {
      return other->predicate == statement.predicate && same_object(*other, statement);
    });
    if (!known) out.push_back(&statement);
  }
  return out;
}

const Statement* Descriptions::find(const Description& description, Use use) const {
  const std::vector<const Statement*> found = all(description, use);
  if (found.size() > 1) {
    fail(*found[1], "rdf.twice", "<" + text(description.subject) + "> has another <" + text(found[1]->predicate) + ">",
         "keep one; files of several graphs are joined by 'diurna merge', N-Quads also line by line");
  }
  return found.empty() ? nullptr : found.front();
}

const Statement& Descriptions::require(const Description& description, Use use, std::string_view predicate) const {
  const Statement* found = find(description, use);
  if (found != nullptr) return *found;
  fail(first(description), "rdf.missing", "<" + text(description.subject) + "> has no " + std::string(predicate),
       "add it");
}

const std::string& Descriptions::literal(const Statement& statement) const {
  if (!statement.is_literal) {
    fail(statement, "rdf.type", "expected a literal, found <" + text(statement.object) + ">", "");
  }
  return text(statement.object);
}

std::size_t Descriptions::offset(const Statement& statement) const {
  const auto value = parsed<std::uint32_t>(literal(statement));
  if (!value) fail(statement, "rdf.type", "'" + literal(statement) + "' is not a number of code points", "");
  return *value;
}

Property Descriptions::scalar(const Statement& statement) const {
  const std::string& value = literal(statement);
  const std::string& datatype = text(statement.datatype);
  if (datatype.empty() || datatype == expanded("xsd:string")) return value;
  if (datatype != expanded("xsd:boolean")) return number(statement, datatype);
  if (value == "true" || value == "1") return true;
  if (value == "false" || value == "0") return false;
  fail(statement, "rdf.type", "'" + value + "' is no truth value", "");
}

Property Descriptions::number(const Statement& statement, const std::string& datatype) const {
  const std::string& value = literal(statement);
  if (datatype == expanded("xsd:integer")) {
    if (const auto whole = parsed<std::int64_t>(value)) return *whole;
  } else if (datatype == expanded("xsd:double")) {
    if (const auto real = parsed<double>(value); real && std::isfinite(*real)) return *real;
  } else {
    fail(statement, "rdf.type", "values of type <" + datatype + "> are not known here",
         "use strings, xsd:boolean, xsd:integer and xsd:double");
  }
  fail(statement, "rdf.type", "'" + value + "' is no finite number of its type", "");
}

TermId Descriptions::resource(const Statement& statement) const {
  if (!statement.is_literal) return statement.object;
  fail(statement, "rdf.type", "expected an IRI, found the literal '" + text(statement.object) + "'", "");
}

std::string Descriptions::below(TermId iri, std::string_view folder, const Statement& at) const {
  const std::string& whole = text(iri);
  for (const std::string& base : bases_) {
    if (!whole.starts_with(base) || whole.compare(base.size(), folder.size(), folder) != 0) continue;
    const std::string_view rest = std::string_view(whole).substr(base.size() + folder.size());
    if (const auto decoded = text_of_segment(rest.substr(0, rest.find_first_of("?#")))) return *decoded;
  }
  fail(at, "rdf.base", "<" + whole + "> is not below <" + bases_.front() + std::string(folder) + ">",
       "resources of Diurna are named by their ids, percent-encoded");
}

std::optional<std::string> Descriptions::in_namespace(TermId iri, std::string_view prefix) const {
  const std::string& whole = text(iri);
  const std::string space = expanded(prefix);
  if (!whole.starts_with(space)) return std::nullopt;
  return text_of_segment(std::string_view(whole).substr(space.size()));
}

}  // namespace diurna::io::detail::rdf
