// Golden files: expected output below tests/golden, rewritten with DIURNA_UPDATE_GOLDEN=1 (never in CI).
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace diurna::test {

/// Checks `actual` against the file tests/golden/`name`; the first line that differs is shown.
inline void check_golden(const std::string& name, std::string_view actual) {
  const std::filesystem::path path = std::filesystem::path(DIURNA_GOLDEN_FOLDER) / name;
  if (std::getenv("DIURNA_UPDATE_GOLDEN") != nullptr) {
    REQUIRE_MESSAGE(std::getenv("CI") == nullptr, "golden files are not rewritten in CI");
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string expected(std::istreambuf_iterator<char>(file), {});
  if (expected == actual) return;
  std::size_t at = 0;
  while (at < expected.size() && at < actual.size() && expected[at] == actual[at]) ++at;
  const auto line = [at](std::string_view text) {
    const std::size_t begin = text.rfind('\n', at == 0 ? 0 : at - 1) + 1;
    return std::string(text.substr(begin, text.find('\n', begin) - begin));
  };
  const auto number = 1 + std::count(actual.begin(), actual.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  FAIL_CHECK("tests/golden/" << name << ":" << number << " differs\n- " << line(expected) << "\n+ " << line(actual)
                             << "\naccept with DIURNA_UPDATE_GOLDEN=1 ctest -R golden");
}

}  // namespace diurna::test
