#include "diurna/core/resources.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/embedded.hpp"
#include "diurna/core/error.hpp"

namespace diurna {

Resource read_file(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw IoError(
        {.code = "io.directory", .place = path, .message = "this is a directory", .hint = "name the files in it"});
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw IoError({.code = "io.unreadable", .place = path, .message = std::strerror(errno), .hint = {}});
  }
  auto bytes = std::make_shared<std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  if (in.bad()) {
    throw IoError({.code = "io.unreadable", .place = path, .message = "reading failed half way", .hint = {}});
  }
  const std::string_view view = *bytes;
  return {path, view, std::move(bytes)};
}

Resource find_resource(std::string_view name) {
  if (const char* folder = std::getenv("DIURNA_DATA"); folder != nullptr && *folder != '\0') {
    const std::filesystem::path path = std::filesystem::path(folder) / std::filesystem::path(name);
    if (std::filesystem::exists(path)) return read_file(path.string());
  }
  for (const detail::EmbeddedFile& file : detail::embedded_files()) {
    if (file.name == name) {
      return {std::string(name), std::string_view(file.begin, static_cast<std::size_t>(file.end - file.begin))};
    }
  }
  throw IoError({.code = "resource.missing",
                 .place = std::string(name),
                 .message = "no such data file",
                 .hint = "check DIURNA_DATA, which replaces single files of the built-in data"});
}

std::vector<std::string> embedded_resources() {
  std::vector<std::string> names;
  for (const detail::EmbeddedFile& file : detail::embedded_files()) names.emplace_back(file.name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace diurna
