#include "cli/graph_output.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "diurna/core/error.hpp"

namespace diurna::cli {
namespace {

constexpr std::string_view csv_ending = ".csv";

std::string table_path(const std::string& path, const std::string& table) {
  if (path.ends_with(csv_ending)) return path.substr(0, path.size() - csv_ending.size()) + "." + table;
  return (std::filesystem::path(path) / table).string();
}

void make_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (!error && std::filesystem::is_directory(path)) return;
  throw IoError({.code = "io.unwritable",
                 .place = path,
                 .message = "this folder cannot be made" + (error ? ": " + error.message() : std::string()),
                 .hint = "the format has several tables; name a folder, or a file that ends in .csv"});
}

}  // namespace

void add_writing_options(CLI::App& app, io::WriteOptions& options) {
  app.add_option("--base", options.base, "What the IRIs of RDF formats begin with; https://diurna.example/ without it")
      ->type_name("IRI");
}

GraphOutput::GraphOutput(const std::string& path, const std::string& format, const Console& console)
    : format_(format), in_tables_(io::find_format(format)->in_tables && !path.empty() && path != "-") {
  if (!in_tables_) {
    outputs_.push_back(std::make_unique<Output>(path, console));
    return;
  }
  if (!path.ends_with(csv_ending)) make_folder(path);
  for (const io::Table& table : io::graph_tables(Graph(), format)) {
    outputs_.push_back(std::make_unique<Output>(table_path(path, table.name), console));
  }
}

void GraphOutput::write(const Graph& graph, const io::WriteOptions& options) {
  if (in_tables_) {
    std::size_t number = 0;
    for (const io::Table& table : io::graph_tables(graph, format_)) outputs_[number++]->write(table.bytes);
  } else {
    io::write_graph(outputs_.front()->stream(), graph, format_, options);
  }
  for (const auto& output : outputs_) output->commit();
}

}  // namespace diurna::cli
