#include "io/rdf/line_writer.hpp"

#include <ostream>

namespace diurna::io::detail::rdf {

void LineWriter::enter(std::string_view graph) {
  end_ = graph.empty() ? " .\n" : " <" + base_ + std::string(graph) + "> .\n";
}

void LineWriter::add(const Term& subject, const Term& predicate, const Term& object) {
  line_.clear();
  append(subject);
  line_ += ' ';
  append(predicate);
  line_ += ' ';
  append(object);
  line_ += end_;
  out_.write(line_.data(), static_cast<std::streamsize>(line_.size()));
}

void LineWriter::append(const Term& term) {
  switch (term.kind) {
    case Term::Kind::name:
      line_ += spelled_out(term.text);
      return;
    case Term::Kind::iri:
      line_.append(1, '<').append(term.text).append(1, '>');
      return;
    case Term::Kind::resource:
      line_.append(1, '<').append(base_).append(term.text).append(1, '>');
      return;
    case Term::Kind::literal:
      append_literal(term);
  }
}

void LineWriter::append_literal(const Term& term) {
  line_ += '"';
  std::size_t begin = 0;  // of what needs no escape
  for (std::size_t at = 0; at < term.text.size(); ++at) {
    const char c = term.text[at];
    if (c != '"' && c != '\\' && c != '\n' && c != '\r') continue;
    line_.append(term.text, begin, at - begin);
    line_ += '\\';
    line_ += c == '\n' ? 'n' : c == '\r' ? 'r' : c;
    begin = at + 1;
  }
  line_.append(term.text, begin, term.text.size() - begin);
  line_ += '"';
  if (!term.datatype.empty()) line_.append("^^").append(spelled_out(term.datatype));
}

const std::string& LineWriter::spelled_out(std::string_view name) {
  const auto known = names_.find(name);
  if (known != names_.end()) return known->second;
  return names_.emplace(name, "<" + expanded(name) + ">").first->second;
}

}  // namespace diurna::io::detail::rdf
