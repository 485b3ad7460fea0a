// Which output format is meant.
#pragma once

#include <string>
#include <vector>

namespace diurna::cli {

/// A format that a command can write.
struct FormatName {
  std::string name;
  std::string extension;  ///< ".json"; "" for none.
  std::string description;
};

/// `requested` when it is one of `known`; without it, what the ending of `output` says; without both, `fallback`.
/// Throws UsageError that names the formats.
[[nodiscard]] std::string choose_format(const std::string& requested, const std::string& output,
                                        const std::string& fallback, const std::vector<FormatName>& known);

/// The list of formats for --help.
[[nodiscard]] std::string format_help(const std::vector<FormatName>& known);

}  // namespace diurna::cli
