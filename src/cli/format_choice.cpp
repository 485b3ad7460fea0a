#include "cli/format_choice.hpp"

#include <algorithm>

#include "cli/console.hpp"
#include "core/suggest.hpp"

namespace diurna::cli {
namespace {

std::vector<std::string> names_of(const std::vector<FormatName>& known) {
  std::vector<std::string> names;
  for (const FormatName& format : known) names.push_back(format.name);
  return names;
}

std::string list_of(const std::vector<FormatName>& known) {
  std::string list;
  for (const FormatName& format : known) list += (list.empty() ? "" : ", ") + format.name;
  return list;
}

}  // namespace

std::string choose_format(const std::string& requested, const std::string& output, const std::string& fallback,
                          const std::vector<FormatName>& known) {
  if (!requested.empty()) {
    const auto has_name = [&](const FormatName& format) { return format.name == requested; };
    if (std::any_of(known.begin(), known.end(), has_name)) return requested;
    const std::string near = detail::did_you_mean(requested, names_of(known));
    throw UsageError{"unknown format '" + requested + "'" + (near.empty() ? ";" : near) + " the formats are " +
                     list_of(known)};
  }
  if (output.empty() || output == "-") return fallback;
  const FormatName* best = nullptr;
  for (const FormatName& format : known) {
    const bool matches = !format.extension.empty() && output.ends_with(format.extension);
    if (matches && (best == nullptr || format.extension.size() > best->extension.size())) best = &format;
  }
  if (best != nullptr) return best->name;
  throw UsageError{"the ending of '" + output + "' tells no format; add --format with one of " + list_of(known)};
}

std::string format_help(const std::vector<FormatName>& known) {
  std::string help = "Formats:\n";
  for (const FormatName& format : known) {
    help += "  " + format.name + std::string(format.name.size() < 12 ? 12 - format.name.size() : 1, ' ') +
            format.description + (format.extension.empty() ? "" : " (" + format.extension + ")") + "\n";
  }
  return help;
}

}  // namespace diurna::cli
