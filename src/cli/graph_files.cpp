#include "cli/graph_files.hpp"

#include <iostream>
#include <iterator>

#include "diurna/core/resources.hpp"
#include "diurna/io/format.hpp"

namespace diurna::cli {
namespace {

FormatName name_of(const io::Format& format) {
  return {std::string(format.name), std::string(format.extension), std::string(format.description)};
}

}  // namespace

std::vector<FormatName> readable_graph_formats() {
  std::vector<FormatName> known;
  for (const io::Format& format : io::formats()) {
    if (format.readable) known.push_back(name_of(format));
  }
  return known;
}

std::vector<FormatName> graph_formats() {
  std::vector<FormatName> known;
  for (const io::Format& format : io::formats()) {
    if (!format.of_readings) known.push_back(name_of(format));
  }
  return known;
}

Graph read_graph_file(const std::string& path, const std::string& format) {
  const std::string chosen = choose_format(format, path, "json", readable_graph_formats());
  if (path == "-") {
    const std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
    return io::read_graph(bytes, chosen, "standard input");
  }
  const Resource file = read_file(path);
  return io::read_graph(file.bytes(), chosen, path);
}

}  // namespace diurna::cli
