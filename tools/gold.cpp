#include "gold.hpp"

#include <fstream>
#include <stdexcept>

namespace diurna::tools {
namespace {

/// "type <tab> {agent:Police} [arrested] {patient:two men} ."
TrainingDocument read_sentence(const std::string& line, const std::string& name) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string::npos) throw std::runtime_error("no tab behind the type");
  TrainingDocument out{
      {.id = name, .date = "2024-05-06", .text = "The news of the day\n\n", .events = {}, .relations = {}}, false};
  GoldEvent event;
  event.id = "V1";
  event.type = line.substr(0, tab);
  for (std::size_t i = tab + 1; i < line.size(); ++i) {
    const char closing = line[i] == '[' ? ']' : line[i] == '{' ? '}' : '\0';
    if (closing == '\0') {
      out.text += line[i];
      continue;
    }
    const std::size_t end = line.find(closing, i);
    if (end == std::string::npos) throw std::runtime_error(std::string("no ") + closing);
    std::string words = line.substr(i + 1, end - i - 1);
    if (closing == '}') {
      const std::size_t colon = words.find(':');
      if (colon == std::string::npos) throw std::runtime_error("no role in {}");
      const std::string role = words.substr(0, colon);
      words.erase(0, colon + 1);
      event.roles[role].push_back({{words}, "", ""});
    } else {
      event.trigger = {out.text.size(), out.text.size() + words.size()};
    }
    out.text += words;
    i = end;
  }
  if (event.trigger.empty()) throw std::runtime_error("no [trigger]");
  out.events.push_back(std::move(event));
  return out;
}

}  // namespace

std::vector<TrainingDocument> read_sentences(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  std::vector<TrainingDocument> out;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    try {
      out.push_back(read_sentence(line, "sentence-" + std::to_string(number)));
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": " + error.what());
    }
  }
  return out;
}

}  // namespace diurna::tools
