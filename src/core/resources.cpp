#include "diurna/core/resources.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>

#include "core/embedded.hpp"
#include "diurna/core/error.hpp"

namespace diurna {
namespace {

constexpr std::size_t smallest_mapping = std::size_t{1} << 20U;

/// Large regular files are not copied but mapped; nothing when this one is not such a file.
std::optional<Resource> map_file(const std::string& path, int file) {
  struct ::stat status{};
  if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < smallest_mapping) return std::nullopt;
  void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  if (memory == MAP_FAILED) return std::nullopt;
  std::shared_ptr<const void> owner(memory, [size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
  return Resource(path, {static_cast<const char*>(memory), size}, std::move(owner));
}

}  // namespace

Resource read_file(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw IoError(
        {.code = "io.directory", .place = path, .message = "this is a directory", .hint = "name the files in it"});
  }
  const auto fail = [&path] {
    return IoError({.code = "io.unreadable", .place = path, .message = std::strerror(errno), .hint = {}});
  };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw fail();
  const std::shared_ptr<const int> closer(&file, [](const int* opened) { ::close(*opened); });
  if (std::optional<Resource> mapped = map_file(path, file)) return *mapped;
  auto bytes = std::make_shared<std::string>();
  std::array<char, 65536> piece{};
  for (;;) {
    const ::ssize_t count = ::read(file, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw fail();
    if (count == 0) break;
    bytes->append(piece.data(), static_cast<std::size_t>(count));
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
