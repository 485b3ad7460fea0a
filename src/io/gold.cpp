#include "diurna/io/gold.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"
#include "diurna/text/unicode.hpp"
#include "io/graph_json.hpp"

namespace diurna::io {
namespace {

using detail::Cursor;

constexpr std::size_t shortest_nominal = 4;  // characters; "he" and "it" name nobody

/// The article's text and where its sentences are.
struct Layout {
  std::string text;
  std::vector<Span> sentences;
};

/// Title, blank line, sentences with a blank between them; an empty sentence is a paragraph break.
Layout lay_out(const Cursor& sentences) {
  Layout layout;
  std::string separator;
  bool title_done = false;
  for (const Cursor& item : sentences.items()) {
    const std::string sentence = item.text();
    if (sentence.empty()) {
      separator = "\n\n";
      layout.sentences.push_back({layout.text.size(), layout.text.size()});
      continue;
    }
    if (!layout.text.empty()) layout.text += separator;
    layout.sentences.push_back({layout.text.size(), layout.text.size() + sentence.size()});
    layout.text += sentence;
    separator = title_done ? " " : "\n\n";
    title_done = true;
  }
  return layout;
}

bool is_word_character(char32_t c) { return c == U'_' || is_letter(c) || is_digit(c); }

bool follows_word(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
  return is_word_character(decode_utf8(text, before).value);
}

bool precedes_word(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_character(decode_utf8(text, at).value);
}

/// The `nth` occurrence as a whole word, else anywhere; the last one when there are fewer.
Span find_trigger(std::string_view text, Span sentence, const Cursor& event) {
  const std::string trigger = event.at("trigger").text();
  if (trigger.empty())
    event.at("trigger").fail("gold.trigger", "the trigger has no words", "name the word that tells of the event");
  const std::string_view within = text.substr(0, sentence.end);
  std::vector<Span> whole, any;
  for (std::size_t at = within.find(trigger, sentence.begin); at != std::string_view::npos;
       at = within.find(trigger, at + 1)) {
    const Span span{at, at + trigger.size()};
    any.push_back(span);
    const bool starts = at == sentence.begin || !follows_word(within, at);
    if (starts && !precedes_word(within, span.end)) whole.push_back(span);
  }
  const std::vector<Span>& hits = whole.empty() ? any : whole;
  if (hits.empty()) {
    event.at("trigger").fail("gold.trigger", "'" + trigger + "' is not in its sentence",
                             "'sentence' counts from 0, the title included");
  }
  const std::size_t nth = event.has("nth") ? std::max<std::size_t>(event.at("nth").offset(), 1) : 1;
  return hits[std::min(nth, hits.size()) - 1];
}

bool is_all_upper(std::string_view text) {
  bool upper = false;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter c = decode_utf8(text, at);
    if (is_lower(c.value)) return false;
    upper = upper || is_upper(c.value);
    at += c.size;
  }
  return upper;
}

bool truth(const Cursor& object, const char* key) {
  if (!object.has(key)) return false;
  const Property value = object.at(key).scalar();
  const bool* flag = std::get_if<bool>(&value);
  if (flag == nullptr) object.at(key).fail("json.type", "expected true or false", "");
  return *flag;
}

/// Reads one gold file.
class GoldReader {
 public:
  explicit GoldReader(const Cursor& root) : root_(root), layout_(lay_out(root.at("sentences"))) {
    for (const Cursor& entity : root.at("entities").items()) add_entity(entity);
    for (const Cursor& event : root.at("events").items()) {
      triggers_[event.at("id").text()] = event.at("trigger").text();
    }
  }

  GoldDocument document() const {
    GoldDocument out{root_.at("id").text(), root_.has("date") ? root_.at("date").text() : "", layout_.text, {}, {}};
    for (const Cursor& event : root_.at("events").items()) out.events.push_back(read_event(event));
    if (root_.has("relations")) {
      for (const Cursor& relation : root_.at("relations").items()) out.relations.push_back(read_relation(relation));
    }
    return out;
  }

 private:
  void add_entity(const Cursor& entity) {
    std::vector<std::string>& forms = entities_[entity.at("id").text()];
    for (const Cursor& name : entity.at("names").items()) forms.push_back(name.text());
    if (!entity.has("nominals")) return;
    for (const Cursor& nominal : entity.at("nominals").items()) {
      const std::string text = nominal.text();
      if (CodePointIndex(text).size() >= shortest_nominal || is_all_upper(text)) forms.push_back(text);
    }
  }

  [[nodiscard]] Span sentence_of(const Cursor& fact) const {
    const std::size_t index = fact.at("sentence").offset();
    if (index >= layout_.sentences.size()) {
      fact.at("sentence").fail("gold.sentence", "there is no sentence " + std::to_string(index), "they count from 0");
    }
    return layout_.sentences[index];
  }

  [[nodiscard]] GoldFiller filler_named(const std::string& text) const {
    if (const auto entity = entities_.find(text); entity != entities_.end()) return {entity->second, "", ""};
    if (const auto event = triggers_.find(text); event != triggers_.end()) return {{event->second}, "", text};
    return {{text}, "", ""};
  }

  [[nodiscard]] GoldFiller read_filler(const Cursor& filler) const {
    if (!filler.has("value")) return filler_named(filler.text());
    return {{filler.has("text") ? filler.at("text").text() : ""}, filler.at("value").text(), ""};
  }

  [[nodiscard]] std::vector<GoldFiller> read_fillers(const Cursor& list) const {
    std::vector<GoldFiller> out;
    for (const Cursor& item : list.items()) out.push_back(read_filler(item));
    return out;
  }

  [[nodiscard]] GoldRoles read_roles(const Cursor& event, const char* key) const {
    GoldRoles out;
    if (!event.has(key)) return out;
    for (const auto& [role, fillers] : event.at(key).members()) out[role] = read_fillers(fillers);
    return out;
  }

  [[nodiscard]] GoldEvent read_event(const Cursor& event) const {
    const Span sentence = sentence_of(event);
    GoldEvent out{.id = event.at("id").text(),
                  .type = event.at("type").text(),
                  .trigger = find_trigger(layout_.text, sentence, event),
                  .sentence = sentence,
                  .optional = truth(event, "optional"),
                  .factuality = event.has("factuality") ? event.at("factuality").text() : "actual",
                  .attribution = {},
                  .roles = read_roles(event, "roles"),
                  .optional_roles = read_roles(event, "roles_optional")};
    if (event.has("attribution") && !event.at("attribution").is_null()) {
      out.attribution = read_fillers(event.at("attribution"));
    }
    return out;
  }

  [[nodiscard]] GoldRelation read_relation(const Cursor& relation) const {
    return {.type = relation.at("type").text(),
            .sentence = sentence_of(relation),
            .optional = truth(relation, "optional"),
            .subject = read_filler(relation.at("subject")),
            .object = read_filler(relation.at("object"))};
  }

  const Cursor& root_;
  Layout layout_;
  std::map<std::string, std::vector<std::string>> entities_;
  std::map<std::string, std::string> triggers_;
};

}  // namespace

std::string article_key(std::string_view name) {
  name = name.substr(name.rfind('/') + 1);  // npos + 1 is 0
  for (const std::string_view ending : {".txt", ".jsonl", ".json", ".tml", ".html", ".conllu"}) {
    if (name.ends_with(ending)) return std::string(name.substr(0, name.size() - ending.size()));
  }
  return std::string(name);
}

GoldDocument parse_gold(std::string_view bytes, std::string_view name) {
  const nlohmann::json root = detail::parse_json(bytes, name);
  return GoldReader(Cursor(root, std::string(name) + ": ")).document();
}

std::vector<GoldDocument> read_gold(const std::string& path) {
  std::set<std::string> files;
  if (std::filesystem::is_directory(path)) {
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() == ".json") files.insert(entry.path().string());
    }
  } else {
    files.insert(path);
  }
  if (files.empty()) {
    throw ParseError({.code = "gold.empty",
                      .place = path,
                      .message = "there is no annotated article here",
                      .hint = "the folder should hold .json files as docs/evaluation.md describes them"});
  }
  std::vector<GoldDocument> out;
  for (const std::string& file : files) {
    const Resource resource = read_file(file);
    out.push_back(parse_gold(resource.bytes(), file));
  }
  return out;
}

}  // namespace diurna::io
