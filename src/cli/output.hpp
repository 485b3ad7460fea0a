// Where results go: standard output, or a file that appears whole or not at all.
#pragma once

#include <fstream>
#include <iosfwd>
#include <string>
#include <string_view>

#include "cli/console.hpp"

namespace diurna::cli {

/// Thrown when the reader of a pipe has gone ("| head"): the command ends quietly.
struct PipeClosed {};

/// Writes to `path`.part and renames at the end; devices and pipes are written as they are. An empty path or "-" is
/// standard output.
class Output {
 public:
  /// Throws IoError "io.unwritable".
  Output(const std::string& path, const Console& console);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  [[nodiscard]] std::ostream& stream() { return *stream_; }
  /// Writes and checks that it went well; throws IoError "io.unwritable" or PipeClosed.
  void write(std::string_view bytes);
  /// Flushes and gives the file its name. Without it, the file is dropped.
  void commit();

 private:
  [[noreturn]] void fail() const;

  std::string path_;       // empty for standard output
  std::string part_path_;  // empty when written in place
  std::ofstream file_;
  std::ostream* stream_;
};

}  // namespace diurna::cli
