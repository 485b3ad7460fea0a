// The terminal side of the command: where results and remarks go, and what may be coloured.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace diurna::cli {

inline constexpr int exit_ok = 0;
inline constexpr int exit_input_failed = 1;
inline constexpr int exit_usage = 2;

/// Colours and weights of a terminal; they print as nothing where colours are off.
enum class Style { plain, bold, dim, red, green, yellow, blue, magenta, cyan };

struct Console {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool colours = true;  ///< False when NO_COLOR is set or TERM is "dumb".

  [[nodiscard]] std::string styled(Style style, std::string_view text) const;
  /// A line on standard error: "diurna: <text>".
  void complain(std::string_view text) const;
};

/// The standard streams of this process.
[[nodiscard]] Console standard_console();

/// Thrown for wrong usage; ends the command with status 2.
struct UsageError {
  std::string message;
};

}  // namespace diurna::cli
