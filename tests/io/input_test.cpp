#include "diurna/io/input.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace diurna;

namespace {

/// A file that is gone at the end of the test.
class TemporaryFile {
 public:
  TemporaryFile(const std::string& name, const std::string& bytes)
      : path_(std::filesystem::temp_directory_path() / ("diurna_input_test_" + name)) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::vector<io::InputItem> read_all(io::ArticleReader reader) {
  std::vector<io::InputItem> items;
  while (auto item = reader.next()) items.push_back(std::move(*item));
  return items;
}

}  // namespace

TEST_CASE("a plain file is one article, named after the file") {
  const TemporaryFile file("a.b.txt", "It rained.\n");
  const auto items = read_all(io::ArticleReader(file.path(), "2024-03-03"));
  REQUIRE(items.size() == 1);
  const auto& article = std::get<Article>(items[0]);
  CHECK(article.id == "diurna_input_test_a.b");
  CHECK(article.date == "2024-03-03");
  CHECK(article.text == "It rained.\n");
}

TEST_CASE("JSON lines: fields, defaults, and bad lines that do not stop the reading") {
  const TemporaryFile file("c.jsonl",
                           "{\"id\": 7, \"date\": \"2024-03-03\", \"title\": \"Storm\", \"text\": \"It rained.\", "
                           "\"source\": \"S\", \"url\": "
                           "\"U\"}\n\n{\"text\": \"x\"}\n{\"id\": \"a\", \"text\": 5}\n{oops\n[1]\n{\"id\": \"z\", "
                           "\"text\": \"y\", \"title\": []}\n"
                           "{\"id\": null, \"text\": \"caf\xE9\"}");
  const auto items = read_all(io::ArticleReader(file.path(), "2024-01-01"));
  REQUIRE(items.size() == 7);
  const auto& first = std::get<Article>(items[0]);
  CHECK(first.id == "7");
  CHECK(first.date == "2024-03-03");
  CHECK(first.title == "Storm");
  CHECK(first.source == "S");
  CHECK(first.url == "U");
  CHECK(std::get<Article>(items[1]).id == "diurna_input_test_c:3");
  CHECK(std::get<Article>(items[1]).date == "2024-01-01");
  const auto& missing = std::get<ParseError>(items[2]);
  CHECK(missing.code() == "input.missing-text");
  CHECK(missing.place() == file.path() + ":4:1");
  CHECK_FALSE(missing.hint().empty());
  CHECK(std::get<ParseError>(items[3]).code() == "input.json");
  CHECK(std::get<ParseError>(items[3]).place() == file.path() + ":5:2");
  CHECK(std::get<ParseError>(items[4]).code() == "input.record");
  CHECK(std::get<ParseError>(items[5]).code() == "input.field");
  CHECK(std::get<Article>(items[6]).text == "caf\uFFFD");
}

TEST_CASE("CoNLL-U files give documents, a broken one an error") {
  const TemporaryFile good("d.conllu", "# newdoc id = n1\n1\tRain\train\tNOUN\t_\t_\t0\troot\t_\t_\n");
  const auto items = read_all(io::ArticleReader(good.path(), "2024-03-03"));
  REQUIRE(items.size() == 1);
  CHECK(std::get<Document>(items[0]).id() == "n1");
  CHECK(std::get<Document>(items[0]).date() == "2024-03-03");
  const TemporaryFile bad("e.conllu", "1\tRain\n");
  CHECK(std::get<ParseError>(read_all(io::ArticleReader(bad.path())).at(0)).place() == bad.path() + ":1:1");
}

TEST_CASE("a missing file and a folder are errors with a reason") {
  CHECK_THROWS_AS(io::ArticleReader("/nowhere/at/all.txt"), IoError);
  CHECK_THROWS_AS(io::ArticleReader(std::filesystem::temp_directory_path().string()), IoError);
}
