#include "diurna/core/resources.hpp"

#include <doctest/doctest.h>

#include "diurna/core/error.hpp"

TEST_CASE("a missing resource, file and a directory are told apart") {
  const auto code_of = [](auto&& call) -> std::string {
    try {
      (void)call();
    } catch (const diurna::IoError& error) {
      return error.code();
    }
    return "";
  };
  CHECK(code_of([] { return diurna::find_resource("no/such/file"); }) == "resource.missing");
  CHECK(code_of([] { return diurna::read_file("/no/such/file"); }) == "io.unreadable");
  CHECK(code_of([] { return diurna::read_file("/"); }) == "io.directory");
}
