#include "cli/output.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <ostream>

#include "diurna/core/error.hpp"

namespace diurna::cli {
namespace {

/// Devices, pipes and links are not to be replaced by a renamed file.
bool is_written_in_place(const std::string& path) {
  std::error_code ignored;
  const auto status = std::filesystem::symlink_status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

}  // namespace

Output::Output(const std::string& path, const Console& console)
    : path_(path == "-" ? "" : path), stream_(&console.out) {
  if (path_.empty()) return;
  if (!is_written_in_place(path_)) part_path_ = path_ + ".part";
  errno = 0;
  file_.open(part_path_.empty() ? path_ : part_path_, std::ios::binary);
  if (!file_) fail();
  stream_ = &file_;
}

Output::~Output() {
  if (part_path_.empty()) return;
  file_.close();
  std::error_code ignored;
  std::filesystem::remove(part_path_, ignored);
}

void Output::fail() const {
  const int reason = errno;
  if (path_.empty() && reason == EPIPE) throw PipeClosed{};
  throw IoError(
      {.code = "io.unwritable",
       .place = path_.empty() ? "standard output" : path_,
       .message = reason == 0 ? "cannot be written" : std::string("cannot be written: ") + std::strerror(reason),
       .hint = {}});
}

void Output::write(std::string_view bytes) {
  errno = 0;
  stream_->write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!*stream_) fail();
}

void Output::commit() {
  errno = 0;
  stream_->flush();
  if (!*stream_) fail();
  if (part_path_.empty()) return;
  file_.close();
  std::error_code error;
  std::filesystem::rename(part_path_, path_, error);
  if (error) {
    errno = error.value();
    fail();
  }
  part_path_.clear();
}

}  // namespace diurna::cli
