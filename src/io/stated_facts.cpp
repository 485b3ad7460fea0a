// Facts that a system wrote as JSON lines, as the evaluation wants them.
#include "diurna/core/resources.hpp"
#include "diurna/io/gold.hpp"
#include "diurna/text/unicode.hpp"
#include "io/graph_json.hpp"

namespace diurna::io {
namespace {

using detail::Cursor;

FillerWords read_filler(const Cursor& filler) {
  FillerWords out{{filler.has("text") ? filler.at("text").text() : ""}, ""};
  if (filler.has("names")) {
    for (const Cursor& name : filler.at("names").items()) out.texts.push_back(name.text());
  }
  if (filler.has("value") && !filler.at("value").is_null()) out.value = filler.at("value").text();
  return out;
}

std::vector<FillerWords> read_fillers(const Cursor& list) {
  std::vector<FillerWords> out;
  for (const Cursor& filler : list.items()) out.push_back(read_filler(filler));
  return out;
}

StatedEvent read_event(const Cursor& line, const CodePointIndex& characters) {
  const Cursor trigger = line.at("trigger");
  StatedEvent out{.type = line.at("type").text(),
                  .trigger = {characters.byte_offset(trigger.at("start").offset()),
                              characters.byte_offset(trigger.at("end").offset())},
                  .factuality = line.has("factuality") ? line.at("factuality").text() : "actual",
                  .attribution = {},
                  .roles = {}};
  if (line.has("attribution") && !line.at("attribution").is_null()) {
    out.attribution = read_fillers(line.at("attribution"));
  }
  for (const auto& [role, fillers] : line.at("roles").members()) out.roles[role] = read_fillers(fillers);
  return out;
}

/// Adds lines to the articles that they are about.
class StatedFactsReader {
 public:
  explicit StatedFactsReader(const std::vector<GoldDocument>& gold) {
    for (const GoldDocument& document : gold) characters_.emplace(document.id, CodePointIndex(document.text));
  }

  void add(const Cursor& line) {
    const std::string article = article_key(line.at("doc").text());
    const auto characters = characters_.find(article);
    if (characters == characters_.end()) return;
    const std::string kind = line.at("kind").text();
    StatedFacts& facts = facts_[article];
    if (kind == "event") facts.events.push_back(read_event(line, characters->second));
    if (kind != "relation") return;
    facts.relations.push_back(
        {line.at("type").text(), read_filler(line.at("subject")), read_filler(line.at("object"))});
  }

  std::map<std::string, StatedFacts> facts() && { return std::move(facts_); }

 private:
  std::map<std::string, CodePointIndex> characters_;
  std::map<std::string, StatedFacts> facts_;
};

}  // namespace

std::map<std::string, StatedFacts> read_stated_facts(const std::string& path, const std::vector<GoldDocument>& gold) {
  const Resource file = read_file(path);
  StatedFactsReader reader(gold);
  const std::string_view bytes = file.bytes();
  std::size_t number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::string place = path + ":" + std::to_string(number);
    const nlohmann::json value = detail::parse_json(line, place);
    reader.add(Cursor(value, place + ": "));
  }
  return std::move(reader).facts();
}

}  // namespace diurna::io
