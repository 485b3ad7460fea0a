#include "linguistics/windows.hpp"

#include <doctest/doctest.h>

#include "documents.hpp"

using namespace diurna;

TEST_CASE("a long sentence is cut behind a punctuation mark, the pieces tile it") {
  std::string line;
  for (int i = 0; i < 500; ++i) line += i % 50 == 49 ? ", " : "word ";
  const Document document = test::document_of({"Short one .", line, "", "Last ."});
  std::size_t next = 0;
  for (const TokenRange& window : detail::cut_windows(document)) {
    CHECK(window.first.index() == next);
    CHECK(window.size() <= 160);
    CHECK(!window.empty());
    next = window.last.index();
  }
  CHECK(next == document.tokens().size());
  CHECK(detail::cut_windows(document)[1].size() == 150);
}
