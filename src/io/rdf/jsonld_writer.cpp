#include "io/rdf/jsonld_writer.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "io/rdf/vocabulary.hpp"

namespace diurna::io::detail::rdf {
namespace {

constexpr std::string_view hexadecimal = "0123456789abcdef";

/// Bytes of valid UTF-8 as a JSON string.
void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += hexadecimal[static_cast<unsigned char>(c) >> 4U];
      out += hexadecimal[static_cast<unsigned char>(c) & 15U];
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

JsonLdWriter::JsonLdWriter(std::ostream& out, std::string_view base) : out_(out), base_(base) {
  const char* separator = "{\"@context\":{\n\"";
  for (const auto& [prefix, iri] : prefixes) {
    out_ << separator << prefix << "\":\"" << iri << '"';
    separator = ",\n\"";
  }
  for (const std::string_view folder : folders) {
    out_ << separator << folder.substr(0, folder.size() - 1) << "\":\"" << base_ << folder << '"';
  }
  out_ << "},\n\"@graph\":[";
}

std::string JsonLdWriter::iri_text(const Term& term) const {
  std::string out(term.text);
  if (term.kind != Term::Kind::resource) return out;
  if (out.empty()) return base_;
  out[out.find('/')] = ':';  // the folder is a prefix of the context
  return out;
}

void JsonLdWriter::add(const Term& subject, const Term& predicate, const Term& object) {
  const std::string about = iri_text(subject);
  if (about != subject_ || values_.empty()) {
    flush();
    subject_ = about;
  }
  const bool is_type = predicate.text == rdf_type && object.kind != Term::Kind::literal;
  const std::string_view key = is_type ? std::string_view("@type") : predicate.text;
  auto slot = std::find_if(values_.begin(), values_.end(), [key](const Values& v) { return v.key == key; });
  if (slot == values_.end()) slot = values_.insert(values_.end(), {std::string(key), {}, 0});
  std::string& list = slot->list;
  if (slot->count++ > 0) list += ',';
  if (is_type) {
    append_quoted(list, object.text);
  } else if (object.kind != Term::Kind::literal) {
    list += "{\"@id\":";
    append_quoted(list, iri_text(object));
    list += '}';
  } else if (object.datatype.empty()) {
    append_quoted(list, object.text);
  } else {
    list += "{\"@value\":";
    append_quoted(list, object.text);
    list += ",\"@type\":";
    append_quoted(list, object.datatype);
    list += '}';
  }
}

void JsonLdWriter::flush() {
  if (values_.empty()) return;
  std::string line = "{\"@id\":";
  append_quoted(line, subject_);
  for (const Values& values : values_) {
    line += ',';
    append_quoted(line, values.key);
    line += values.count > 1 ? ":[" + values.list + "]" : ":" + values.list;
  }
  out_ << separator_ << '\n' << line << '}';
  separator_ = ",";
  values_.clear();
}

void JsonLdWriter::finish() {
  flush();
  out_ << "\n]}\n";
}

}  // namespace diurna::io::detail::rdf
