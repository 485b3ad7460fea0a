#include "cli/syntax_json.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

#include "diurna/text/unicode.hpp"

namespace diurna::cli {
namespace {

using Json = nlohmann::ordered_json;

void put_span(Json& json, const Document& document, Span span) {
  json["start"] = document.code_point(span.begin);
  json["end"] = document.code_point(span.end);
}

Json token_json(const Document& document, const Syntax& syntax, TokenId token, TokenId first) {
  const WordAnalysis& word = syntax.word(token);
  Json json;
  json["id"] = token.index() - first.index() + 1;
  json["form"] = repaired_utf8(document.form(token));
  put_span(json, document, document.token(token).span);
  json["lemma"] = repaired_utf8(word.lemma);
  json["upos"] = to_text(word.upos);
  json["xpos"] = word.xpos;
  json["feats"] = to_text(word.features);
  json["head"] = word.head ? word.head.index() - first.index() + 1 : 0;
  json["deprel"] = to_text(word.relation);
  return json;
}

Json sentence_json(const Document& document, const Syntax& syntax, const Sentence& sentence) {
  Json json;
  json["id"] = sentence.label;
  put_span(json, document, sentence.span);
  json["block"] = to_text(document.block(sentence.block).kind);
  json["tokens"] = Json::array();
  for (const TokenId token : sentence.tokens) {
    json["tokens"].push_back(token_json(document, syntax, token, sentence.tokens.first));
  }
  return json;
}

Json name_json(const Document& document, const NameSpan& name) {
  const Span span = document.span(name.tokens);
  Json json;
  json["text"] = repaired_utf8(document.text(span));
  put_span(json, document, span);
  json["type"] = to_text(name.type);
  json["score"] = name.score;
  return json;
}

}  // namespace

void write_syntax_json(std::ostream& out, const Document& document, const Syntax& syntax) {
  Json json;
  json["doc"] = document.id();
  json["date"] = document.date();
  json["text"] = repaired_utf8(document.text());
  json["sentences"] = Json::array();
  for (const Sentence& sentence : document.sentences()) {
    json["sentences"].push_back(sentence_json(document, syntax, sentence));
  }
  json["names"] = Json::array();
  for (const NameSpan& name : syntax.names()) json["names"].push_back(name_json(document, name));
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace diurna::cli
