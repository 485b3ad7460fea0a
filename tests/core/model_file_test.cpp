#include "core/model_file.hpp"

#include <doctest/doctest.h>

#include "diurna/core/error.hpp"

namespace {

using diurna::detail::ModelFile;

std::string sample() {
  const std::vector<std::pair<std::string, std::string>> sections = {{"card", R"({"kind":"test"})"},
                                                                     {"weights", std::string(300, 'w')}};
  return diurna::detail::write_model_file(sections);
}

std::string code_of(std::string_view bytes) {
  try {
    const ModelFile file(diurna::Resource("m.bin", bytes));
    return "";
  } catch (const diurna::ModelError& error) {
    return error.code();
  }
}

}  // namespace

TEST_CASE("sections come back as they were written") {
  const std::string bytes = sample();
  const ModelFile file(diurna::Resource("m.bin", bytes));
  CHECK(file.section("card") == R"({"kind":"test"})");
  CHECK(file.section("weights") == std::string(300, 'w'));
  CHECK(file.fingerprint().size() == 32);
  CHECK_THROWS_AS((void)file.section("tags"), diurna::ModelError);
}

TEST_CASE("every changed byte and every cut is refused") {
  const std::string bytes = sample();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
    CAPTURE(i);
    CHECK(!code_of(damaged).empty());
  }
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK(!code_of(bytes.substr(0, size)).empty());
}

TEST_CASE("a file of another kind and a newer version have their own message") {
  CHECK(code_of("PK\3\4 something else that is long enough to be a header") == "model.foreign");
  std::string newer = sample();
  newer[8] = 9;
  CHECK(code_of(newer) == "model.version");
}
