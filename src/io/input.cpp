// Which reader an input gets is decided by the name of the file; standard input shows by its first characters what it
// is.
#include "diurna/io/input.hpp"

#include <cerrno>
#include <cstring>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "diurna/text/unicode.hpp"
#include "io/conllu_reader.hpp"

namespace diurna::io {
namespace {

using Json = nlohmann::json;

enum class Kind { text, json_lines, conllu };

Kind kind_of_file(const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  if (extension == ".jsonl" || extension == ".ndjson") return Kind::json_lines;
  return extension == ".conllu" ? Kind::conllu : Kind::text;
}

/// What text beginning with `line` is.
Kind kind_of_line(std::string_view line) {
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  if (line.starts_with("{")) return Kind::json_lines;
  const bool conllu = line.starts_with("# newdoc") || line.starts_with("# sent_id") ||
                      line.starts_with("# global.columns") || line.starts_with("1\t");
  return conllu ? Kind::conllu : Kind::text;
}

/// One line of a corpus, with what is needed to name it.
struct Record {
  std::string_view line;
  std::string_view path;
  std::string_view stem;
  std::size_t number = 0;
};

ParseError bad_record(const Record& record, std::size_t column, std::string code, std::string message,
                      std::string hint) {
  return ParseError(
      {.code = std::move(code),
       .place = std::string(record.path) + ":" + std::to_string(record.number) + ":" + std::to_string(column),
       .message = std::move(message),
       .hint = std::move(hint)});
}

/// The reason of a JSON error without nlohmann's prefix.
std::string reason_of(const Json::parse_error& error) {
  const std::string_view words = error.what();
  const std::size_t at = words.find(": ");
  return repaired_utf8(at == std::string_view::npos ? words : words.substr(at + 2));
}

/// The string in `object[key]`: "" when it is missing or null; a number as its digits. Throws ParseError for the rest.
std::string text_of(const Json& object, const char* key, const Record& record) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_number()) return found->dump();
  throw bad_record(record, 1, "input.field", std::string("\"") + key + "\" is not a string",
                   std::string("write it as \"") + key + R"(": "…")");
}

Article article_of(const Json& object, const Record& record) {
  if (!object.is_object()) {
    throw bad_record(record, 1, "input.record", "this line is not a JSON object",
                     R"(every line is one article: {"id": "…", "date": "2026-01-08", "title": "…", "text": "…"})");
  }
  if (!object.contains("text") || !object["text"].is_string()) {
    throw bad_record(record, 1, "input.missing-text", "the record has no string \"text\"",
                     R"(every line is one article: {"id": "…", "date": "2026-01-08", "title": "…", "text": "…"})");
  }
  Article article;
  article.id = text_of(object, "id", record);
  if (article.id.empty()) article.id = std::string(record.stem) + ":" + std::to_string(record.number);
  article.date = text_of(object, "date", record);
  article.title = text_of(object, "title", record);
  article.text = object["text"].get<std::string>();
  article.source = text_of(object, "source", record);
  article.url = text_of(object, "url", record);
  return article;
}

InputItem read_record(const Record& record) {
  try {
    const std::string line = repaired_utf8(record.line);
    return article_of(Json::parse(line), record);
  } catch (const Json::parse_error& error) {
    return bad_record(record, error.byte, "input.json", reason_of(error), "a corpus has one JSON object a line");
  } catch (const ParseError& error) {
    return error;
  }
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\xEF\xBB\xBF") == std::string_view::npos; }

}  // namespace

struct ArticleReader::State {
  std::string path;
  std::string stem;
  std::string date;
  std::ifstream file;
  Kind kind = Kind::text;
  std::string pending;  // a first line that was looked at
  bool has_pending = false;
  std::size_t line_number = 0;
  bool finished = false;
  std::deque<InputItem> ready;

  [[nodiscard]] std::istream& in() { return path == "-" ? std::cin : file; }
  [[nodiscard]] std::string shown_path() const { return path == "-" ? "<stdin>" : path; }

  void open() {
    if (path == "-") {
      stem = "stdin";
      has_pending = static_cast<bool>(std::getline(std::cin, pending));
      kind = kind_of_line(pending);
      return;
    }
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
      throw IoError(
          {.code = "io.directory", .place = path, .message = "this is a directory", .hint = "name the files in it"});
    }
    file.open(path, std::ios::binary);
    if (!file) throw IoError({.code = "io.unreadable", .place = path, .message = std::strerror(errno), .hint = {}});
    stem = std::filesystem::path(path).stem().string();
    kind = kind_of_file(path);
  }

  std::string rest() {
    std::string bytes;
    if (has_pending) bytes = pending + (std::cin.eof() ? "" : "\n");
    bytes.append(std::istreambuf_iterator<char>(in()), std::istreambuf_iterator<char>());
    if (in().bad()) {
      throw IoError({.code = "io.unreadable", .place = shown_path(), .message = "reading failed half way", .hint = {}});
    }
    return bytes;
  }

  Article whole_text() {
    Article article;
    article.id = stem;
    article.text = rest();
    return article;
  }

  std::optional<InputItem> next_record() {
    std::string line;
    while (take_line(line)) {
      ++line_number;
      if (is_blank(line)) continue;
      std::string_view view = line;
      if (line_number == 1 && view.starts_with("\xEF\xBB\xBF")) view.remove_prefix(3);
      const std::string name = shown_path();
      return read_record({view, name, stem, line_number});
    }
    finished = true;
    return std::nullopt;
  }
  bool take_line(std::string& line) {
    if (has_pending) {
      line = std::move(pending);
      has_pending = false;
      return true;
    }
    return static_cast<bool>(std::getline(in(), line));
  }

  void read_documents() {
    finished = true;
    const std::string bytes = rest();
    try {
      const std::string name = path == "-" ? "stdin" : path;
      for (ParsedDocument& parsed : detail::read_dated_conllu(bytes, name, date))
        ready.emplace_back(std::move(parsed.document));
    } catch (const ParseError& error) {
      ready.emplace_back(error);
    }
  }
};

ArticleReader::ArticleReader(const std::string& path, std::string date) : state_(std::make_unique<State>()) {
  state_->path = path;
  state_->date = std::move(date);
  state_->open();
}
ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;

std::optional<InputItem> ArticleReader::next() {
  std::optional<InputItem> item;
  if (state_->finished) {
    if (state_->ready.empty()) return std::nullopt;
    item = std::move(state_->ready.front());
    state_->ready.pop_front();
    return item;
  }
  switch (state_->kind) {
    case Kind::json_lines:
      item = state_->next_record();
      break;
    case Kind::conllu:
      state_->read_documents();
      return next();
    case Kind::text:
      state_->finished = true;
      item = state_->whole_text();
      break;
  }
  if (item && !state_->date.empty()) {
    if (auto* article = std::get_if<Article>(&*item); article != nullptr && article->date.empty())
      article->date = state_->date;
  }
  return item;
}

}  // namespace diurna::io
