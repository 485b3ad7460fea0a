#include "cli/console.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace diurna::cli {
namespace {

std::string_view code(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::bold:
      return "1";
    case Style::dim:
      return "2";
    case Style::red:
      return "31";
    case Style::green:
      return "32";
    case Style::yellow:
      return "33";
    case Style::blue:
      return "34";
    case Style::magenta:
      return "35";
    case Style::cyan:
      return "36";
  }
  return "";
}

bool wants_colours() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return (no_color == nullptr || *no_color == '\0') && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

}  // namespace

std::string Console::styled(Style style, std::string_view text) const {
  if (!colours || !out_is_terminal || style == Style::plain) return std::string(text);
  return "\033[" + std::string(code(style)) + "m" + std::string(text) + "\033[0m";
}

void Console::complain(std::string_view text) const { err << "diurna: " << text << '\n' << std::flush; }

Console standard_console() {
  return {.out = std::cout,
          .err = std::cerr,
          .out_is_terminal = ::isatty(STDOUT_FILENO) != 0,
          .err_is_terminal = ::isatty(STDERR_FILENO) != 0,
          .colours = wants_colours()};
}

}  // namespace diurna::cli
