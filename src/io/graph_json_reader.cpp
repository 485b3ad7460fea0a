// Reading is strict: a graph file that does not say what it should is refused with the place of the fault.
#include <algorithm>
#include <array>
#include <limits>

#include "io/graph_json.hpp"
#include "io/json_syntax.hpp"

namespace diurna::io::detail {
namespace {

/// "/nodes/3" + "a/b" → "/nodes/3/a~1b", as RFC 6901 wants it.
std::string below(const std::string& place, std::string_view key) {
  std::string out = place + "/";
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

Origin origin_from(const Cursor& cursor) {
  if (cursor.is_text()) return {.node = cursor.text(), .target = {}, .key = {}};
  cursor.only({"source", "target", "key"});
  return {.node = cursor.at("source").text(),
          .target = cursor.at("target").text(),
          .key = cursor.has("key") ? cursor.at("key").text() : std::string()};
}

GraphEvidence evidence_from(const Cursor& cursor, const SentenceTable& sentences) {
  cursor.only({"document", "start", "end", "sentence", "text", "text_start", "rule", "path", "score", "origin"});
  GraphEvidence out;
  out.document = cursor.at("document").text();
  out.begin = cursor.at("start").offset();
  out.end = cursor.at("end").offset();
  if (out.begin > out.end) cursor.fail("json.range", "this evidence ends before it starts", "swap start and end");
  if (cursor.has("sentence")) {
    out.text_begin = cursor.at("sentence").offset();
    const std::string* text = sentences.find(out.document, out.text_begin);
    if (text == nullptr) {
      cursor.at("sentence")
          .fail("json.sentence", "no sentence of '" + out.document + "' starts here", "list it in 'sentences'");
    }
    out.text = *text;
  } else if (cursor.has("text")) {
    out.text = cursor.at("text").text();
    out.text_begin = cursor.at("text_start").offset();
  }
  if (cursor.has("rule")) out.rule = cursor.at("rule").text();
  if (cursor.has("path")) out.path = cursor.at("path").text();
  if (cursor.has("score")) out.score = cursor.at("score").number();
  if (cursor.has("origin")) out.origin = origin_from(cursor.at("origin"));
  return out;
}

std::vector<GraphEvidence> evidence_list_from(const Cursor& cursor, const SentenceTable& sentences) {
  std::vector<GraphEvidence> out;
  for (const Cursor& item : cursor.items()) out.push_back(evidence_from(item, sentences));
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return (a <=> b) < 0; });
  return out;
}

Properties properties_from(const Cursor& cursor) {
  Properties out;
  for (const auto& [key, value] : cursor.members()) out[key] = value.scalar();
  return out;
}

std::vector<std::string> texts_from(const Cursor& cursor) {
  std::vector<std::string> out;
  for (const Cursor& item : cursor.items()) out.push_back(item.text());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<Claim> claims_from(const Cursor& cursor) {
  static constexpr std::array<std::string_view, 4> facets = {"type", "name", "alias", "presence"};
  std::vector<Claim> out;
  for (const Cursor& item : cursor.items()) {
    item.only({"facet", "value", "documents", "origin"});
    Claim claim{item.at("facet").text(), item.at("value").scalar(), texts_from(item.at("documents")),
                item.has("origin") ? origin_from(item.at("origin")) : Origin{}};
    const bool known = std::find(facets.begin(), facets.end(), claim.facet) != facets.end();
    if (!known && !claim.facet.starts_with("property.")) {
      item.at("facet").fail("json.facet", "there is no facet '" + claim.facet + "'",
                            "facets are type, name, alias, presence and property.NAME");
    }
    if (claim.documents.empty()) item.at("documents").fail("json.claims", "nobody makes this claim", "name a document");
    out.push_back(std::move(claim));
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Join> joins_from(const Cursor& cursor) {
  std::vector<Join> out;
  for (const Cursor& item : cursor.items()) {
    item.only({"node", "rule", "because", "document"});
    out.push_back({item.at("node").text(), item.at("rule").text(), item.at("because").text(),
                   item.has("document") ? item.at("document").text() : ""});
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Reads `claims` if there are any, and holds that the other members are what they add up to.
template <class Item>
void read_claims(Item& item, const Cursor& cursor) {
  if (!cursor.has("claims")) {
    item.claims = plain_claims(item);
    return;
  }
  Item shown = item;
  item.claims = claims_from(cursor.at("claims"));
  apply_claims(item);
  for (const char* counted : {"n_documents", "n_mentions"}) {  // not claimed
    shown.properties.erase(counted);
    item.properties.erase(counted);
  }
  if (item == [&] {
        Item same = shown;
        same.claims = item.claims;
        return same;
      }())
    return;
  cursor.at("claims").fail("json.claims", "the claims do not add up to the other members",
                           "leave out 'claims' to let every document of 'evidence' claim them");
}

}  // namespace

void Cursor::fail(std::string_view code, std::string message, std::string hint) const {
  const std::string place = place_.ends_with(": ") ? place_.substr(0, place_.size() - 2) : place_;
  throw ParseError({.code = std::string(code), .place = place, .message = std::move(message), .hint = std::move(hint)});
}

void Cursor::wrong_type(std::string_view wanted) const {
  fail("json.type", "expected " + std::string(wanted) + ", found " + value_->type_name(), "");
}

Cursor Cursor::at(const char* key) const {
  if (!value_->is_object()) wrong_type("an object");
  const auto found = value_->find(key);
  if (found == value_->end()) fail("json.missing", std::string("'") + key + "' is missing", "add it");
  return {*found, below(place_, key)};
}

std::vector<Cursor> Cursor::items() const {
  if (!value_->is_array()) wrong_type("a list");
  std::vector<Cursor> out;
  out.reserve(value_->size());
  for (std::size_t i = 0; i < value_->size(); ++i) out.emplace_back((*value_)[i], below(place_, std::to_string(i)));
  return out;
}

std::vector<std::pair<std::string, Cursor>> Cursor::members() const {
  if (!value_->is_object()) wrong_type("an object");
  std::vector<std::pair<std::string, Cursor>> out;
  for (const auto& [key, value] : value_->items()) out.emplace_back(key, Cursor(value, below(place_, key)));
  return out;
}

std::string Cursor::text() const {
  if (!value_->is_string()) wrong_type("a string");
  return value_->get<std::string>();
}

bool Cursor::is_text() const { return value_->is_string(); }

std::size_t Cursor::offset() const {
  if (!value_->is_number_unsigned()) wrong_type("a number of code points");
  const auto number = value_->get<std::uint64_t>();
  if (number > std::numeric_limits<std::uint32_t>::max()) fail("json.range", "this offset is too large", "");
  return static_cast<std::size_t>(number);
}

double Cursor::number() const {
  if (!value_->is_number()) wrong_type("a number");
  return value_->get<double>();
}

Property Cursor::scalar() const {
  if (value_->is_string()) return value_->get<std::string>();
  if (value_->is_boolean()) return value_->get<bool>();
  if (value_->is_number_float()) return value_->get<double>();
  const bool fits = value_->is_number_integer() &&
                    (!value_->is_number_unsigned() ||
                     value_->get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<std::int64_t>::max()});
  if (!fits) wrong_type("a string, a number or a truth value");
  return value_->get<std::int64_t>();
}

void Cursor::only(std::initializer_list<std::string_view> keys) const {
  for (const auto& [key, value] : members()) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    std::string known;
    for (const std::string_view name : keys) known += (known.empty() ? "" : ", ") + std::string(name);
    value.fail("json.unknown-key", "'" + key + "' is not known here", "known are " + known);
  }
}

void throw_syntax_error(std::string_view bytes, std::string_view name, std::size_t position) {
  const std::size_t at = std::min(bytes.size(), position > 0 ? position - 1 : 0);
  throw ParseError({.code = "json.syntax",
                    .place = place_at(bytes, name, at),
                    .message = "this is not JSON" + std::string(at >= bytes.size() ? ": the text ends too early" : ""),
                    .hint = "was the file cut off or edited?"});
}

nlohmann::json parse_json(std::string_view bytes, std::string_view name) {
  check_nesting(bytes, name, deepest_nesting);
  try {
    return nlohmann::json::parse(bytes);
  } catch (const nlohmann::json::parse_error& error) {
    throw_syntax_error(bytes, name, error.byte);
  }
}

void check_version(const Cursor& root) {
  const Cursor format = root.at("format");
  if (format.text() != graph_format_name) {
    format.fail("json.format", "this is no graph of Diurna but '" + format.text() + "'", "expected 'diurna-graph'");
  }
  const Cursor version = root.at("version");
  const Property number = version.scalar();
  if (number != Property(std::int64_t{1}) && number != Property(std::int64_t{graph_format_version})) {
    version.fail("json.version", "this is version " + to_text(number) + " of the format",
                 "this Diurna reads versions 1 to " + std::to_string(graph_format_version));
  }
}

void add_sentence(SentenceTable& sentences, const Cursor& row) {
  row.only({"document", "start", "text"});
  const std::string document = row.at("document").text();
  const std::size_t start = row.at("start").offset();
  if (sentences.find(document, start) != nullptr) {
    row.fail("json.duplicate", "a sentence of '" + document + "' that starts here is given already", "keep one");
  }
  sentences.add(document, start, row.at("text").text());
}

SentenceTable sentences_from(const Cursor& rows) {
  SentenceTable out;
  for (const Cursor& row : rows.items()) add_sentence(out, row);
  return out;
}

Node node_from(const Cursor& cursor, const SentenceTable& sentences) {
  cursor.only({"id", "kind", "type", "name", "aliases", "properties", "evidence", "claims", "joins"});
  Node out;
  out.id = cursor.at("id").text();
  const std::string kind = cursor.at("kind").text();
  const std::optional<NodeKind> known = parse_node_kind(kind);
  if (!known) {
    cursor.at("kind").fail("json.kind", "there is no kind of node '" + kind + "'",
                           "kinds are document, entity, event, time, quantity and phrase");
  }
  out.kind = *known;
  out.type = cursor.at("type").text();
  out.name = cursor.at("name").text();
  out.aliases = texts_from(cursor.at("aliases"));
  out.properties = properties_from(cursor.at("properties"));
  out.evidence = evidence_list_from(cursor.at("evidence"), sentences);
  if (cursor.has("joins")) out.joins = joins_from(cursor.at("joins"));
  read_claims(out, cursor);
  return out;
}

Edge edge_from(const Cursor& cursor, const SentenceTable& sentences) {
  cursor.only({"source", "type", "target", "key", "properties", "evidence", "claims"});
  Edge out;
  out.source = cursor.at("source").text();
  out.target = cursor.at("target").text();
  out.type = cursor.at("type").text();
  if (cursor.has("key")) out.key = cursor.at("key").text();
  out.properties = properties_from(cursor.at("properties"));
  out.evidence = evidence_list_from(cursor.at("evidence"), sentences);
  read_claims(out, cursor);
  return out;
}

}  // namespace diurna::io::detail
