#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "diurna/text/document.hpp"

using namespace diurna;

namespace {

/// One line a block: its kind, "=n" when it repeats block n, and its text.
std::string dump(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks()) {
    out += std::string(to_text(block.kind)) + (block.repeats ? "=" + std::to_string(block.repeats.index()) : "") + " " +
           std::string(document.text(block.span)) + "\n";
  }
  return out;
}
Document read(std::string text) {
  Article article;
  article.text = std::move(text);
  return read_document(std::move(article));
}

}  // namespace

TEST_CASE("headline, publication line, bullets, headings and repeated passages") {
  const Document document = read(
      "Harbour of Karsa Reopens After Storm\nPublished 3 March 2024\nHighlights\n- Ships left on Sunday.\n- The mayor "
      "thanked the "
      "crews.\n-\nA Quiet Night\nThe storm sank two boats. Nobody died.\nA Quiet Night\nThe storm sank  two boats. "
      "Nobody died.\n");
  CHECK(dump(document) ==
        "title Harbour of Karsa Reopens After Storm\n"
        "metadata Published 3 March 2024\n"
        "metadata Highlights\n"
        "list_item - Ships left on Sunday.\n"
        "list_item - The mayor thanked the crews.\n"
        "metadata -\n"
        "heading A Quiet Night\n"
        "paragraph The storm sank two boats. Nobody died.\n"
        "heading=6 A Quiet Night\n"
        "paragraph=7 The storm sank  two boats. Nobody died.\n");
  CHECK(document.date() == "2024-03-03");
  REQUIRE(document.sentences().size() == 12);
  CHECK(document.sentences()[11].repeats == SentenceId{8});
  CHECK_FALSE(document.sentences()[8].repeats);
}

TEST_CASE("lines of a paragraph wrapped by hand run on") {
  const Document document = read(
      "Storm sinks two boats off Karsa\n\n"
      "KARSA, March 3 (Newsline) - A storm sank two boats in the harbour of\n"
      "Karsa on Sunday. The mayor, Ada Roe, said that nobody had been hurt and\n"
      "that the harbour would open again on Monday.\n"
      "  The coast guard had warned the fishermen two days before the storm\n"
      "reached the bay. Most of them stayed at home.\n\n"
      "Repairs begin\n\n"
      "Workers began to clear the quay.\n");
  CHECK(dump(document) ==
        "title Storm sinks two boats off Karsa\n"
        "metadata KARSA, March 3 (Newsline) -\n"
        "paragraph A storm sank two boats in the harbour of\nKarsa on Sunday. The mayor, Ada Roe, said that nobody had "
        "been hurt "
        "and\nthat the harbour would open again on Monday.\n"
        "paragraph The coast guard had warned the fishermen two days before the storm\nreached the bay. Most of them "
        "stayed at home.\n"
        "heading Repairs begin\n"
        "paragraph Workers began to clear the quay.\n");
}

TEST_CASE("datelines") {
  for (const std::string_view dateline :
       {"CARACAS, Jan 8 (Reuters) —", "OSLO (AP) —", "NEW YORK, March 3, 2024 -", "Paris (AFP) –"}) {
    const Document document = read(std::string(dateline) + " The mayor left on Sunday. Nobody saw her.");
    CAPTURE(dateline);
    REQUIRE(document.blocks().size() == 2);
    CHECK(document.text(document.blocks()[0].span) == dateline);
    CHECK(document.blocks()[0].kind == BlockKind::metadata);
  }
  CHECK(read("NEW YORK, March 3, 2024 - The mayor left. So did he.").date() == "2024-03-03");
  CHECK(read("The mayor (Ada Roe) - who left - is back.").blocks().size() == 1);
}

TEST_CASE("dates that the article states itself") {
  struct Case {
    std::string_view line, date;
  };
  for (const auto& [line, date] : {
           Case{"Published 8 January 2026", "2026-01-08"},
           Case{"Published: January 8th, 2026", "2026-01-08"},
           Case{"Thursday, January 8, 2026", "2026-01-08"},
           Case{"Updated Jan. 8, 2026 at 10:15 GMT", "2026-01-08"},
           Case{"Last updated: 2026-01-08 10:15", "2026-01-08"},
           Case{"08.01.2026", "2026-01-08"},
           Case{"31/12/2025", "2025-12-31"},
           Case{"12/31/2025", "2025-12-31"},
           Case{"Published 31 February 2026", ""},
           Case{"By Jane Doe", ""},
       }) {
    CAPTURE(line);
    const Document document = read("A Storm Comes\n" + std::string(line) + "\nIt rained all day.\n");
    CHECK(document.date() == date);
    CHECK(document.blocks()[1].kind == BlockKind::metadata);
  }
}

TEST_CASE("a date given from outside wins, and is checked") {
  Article article{.id = "a", .date = "3 March 2024", .title = "", .text = "It rained.", .source = "", .url = ""};
  CHECK(read_document(article).date() == "2024-03-03");
  article.date = "2024-03-03T10:00:00Z";
  CHECK(read_document(article).date() == "2024-03-03");
  article.date = "2024-13-40";
  const Document document = read_document(article);
  CHECK(document.date().empty());
  REQUIRE(document.diagnostics().size() == 1);
  CHECK(document.diagnostics()[0].code == "text.bad-date");
}

TEST_CASE("a headline given apart comes first, and the body's place is known") {
  Article article;
  article.title = "Störm";
  article.text = "It rained.";
  const Document document = read_document(article);
  CHECK(document.text() == "Störm\n\nIt rained.");
  CHECK(document.body_offset() == document.text().find("It"));
  CHECK(dump(document) == "title Störm\nparagraph It rained.\n");
}
