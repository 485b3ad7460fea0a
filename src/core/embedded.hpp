// The table of embedded files that cmake/DiurnaEmbed.cmake generates.
#pragma once

#include <span>
#include <string_view>

namespace diurna::detail {

struct EmbeddedFile {
  std::string_view name;
  const char* begin;
  const char* end;
};

std::span<const EmbeddedFile> embedded_files();

}  // namespace diurna::detail
