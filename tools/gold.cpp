#include "gold.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "diurna/text/unicode.hpp"

namespace diurna::tools {
namespace {

using Json = nlohmann::json;

/// The article's text and where its sentences are.
struct Layout {
  std::string text;
  std::vector<Span> sentences;
};

Layout lay_out(const Json& sentences) {
  Layout layout;
  std::string separator;
  bool title_done = false;
  for (const Json& item : sentences) {
    const auto sentence = item.get<std::string>();
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

bool is_word_byte(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0; }

Span find_trigger(const std::string& text, Span sentence, const std::string& trigger, std::size_t nth) {
  std::vector<Span> whole, any;
  for (std::size_t at = text.find(trigger, sentence.begin); at < sentence.end; at = text.find(trigger, at + 1)) {
    const Span span{at, at + trigger.size()};
    any.push_back(span);
    const bool left = at == 0 || !is_word_byte(text[at - 1]);
    const bool right = span.end >= text.size() || !is_word_byte(text[span.end]);
    if (left && right) whole.push_back(span);
  }
  const std::vector<Span>& hits = whole.empty() ? any : whole;
  if (hits.empty()) throw std::runtime_error("trigger '" + trigger + "' is not in its sentence");
  return hits[std::min(nth, hits.size()) - 1];
}

std::map<std::string, std::vector<std::string>> entity_forms(const Json& root) {
  std::map<std::string, std::vector<std::string>> out;
  for (const Json& entity : root.at("entities")) {
    auto& forms = out[entity.at("id").get<std::string>()];
    for (const char* key : {"names", "nominals"}) {
      for (const Json& form : entity.value(key, Json::array())) {
        const auto text = form.get<std::string>();
        if (*key == 'n' && std::string_view(key) == "nominals" && text.size() <= 3) continue;
        forms.push_back(text);
      }
    }
  }
  return out;
}

struct Lookup {
  std::map<std::string, std::vector<std::string>> entities;
  std::map<std::string, std::string> triggers;
};

GoldFiller read_filler(const Json& item, const Lookup& lookup) {
  if (item.is_object()) return {{item.value("text", "")}, item.value("value", ""), ""};
  const auto text = item.get<std::string>();
  if (const auto entity = lookup.entities.find(text); entity != lookup.entities.end()) return {entity->second, "", ""};
  if (const auto event = lookup.triggers.find(text); event != lookup.triggers.end()) {
    return {{event->second}, "", text};
  }
  return {{text}, "", ""};
}

GoldRoles read_roles(const Json& event, const char* key, const Lookup& lookup) {
  GoldRoles out;
  if (!event.contains(key)) return out;
  for (const auto& [role, fillers] : event.at(key).items()) {
    for (const Json& filler : fillers) out[role].push_back(read_filler(filler, lookup));
  }
  return out;
}

/// Words of a text as the scorer sees them: folded, without function words, plurals cut.
std::vector<std::string> words_of(const std::string& text) {
  const std::string folded = fold_accents(text);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < folded.size();) {
    const auto alnum = [&](std::size_t at) {
      return at < folded.size() && std::isalnum(static_cast<unsigned char>(folded[at])) != 0;
    };
    const auto digit = [&](std::size_t at) {
      return at < folded.size() && std::isdigit(static_cast<unsigned char>(folded[at])) != 0;
    };
    if (!alnum(i)) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (alnum(i)) ++i;
    while (i < folded.size() && (folded[i] == '.' || folded[i] == ',') && digit(i + 1)) {
      ++i;
      while (digit(i)) ++i;
    }
    out.push_back(folded.substr(begin, i - begin));
  }
  return out;
}

std::string singular(const std::string& word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  return word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") ? word.substr(0, word.size() - 1) : word;
}

std::vector<std::string> content_of(const std::string& text) {
  static const std::set<std::string> function_words{
      "the",  "a",     "an",    "of",   "s",       "his", "her", "its", "their", "this",
      "that", "these", "those", "some", "several", "in",  "on",  "at",  "to",    "by",
      "for",  "from",  "with",  "and",  "mr",      "mrs", "ms",  "dr",  "sir",   "former"};
  const std::vector<std::string> all = words_of(text);
  std::vector<std::string> out;
  for (const std::string& word : all) {
    if (!function_words.contains(word)) out.push_back(singular(word));
  }
  if (out.empty()) out = all;
  std::sort(out.begin(), out.end());
  return out;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

bool same_time(std::string gold, std::string value) {
  if (gold.empty() || value.empty()) return false;
  gold = upper(std::move(gold));
  value = upper(std::move(value));
  if (gold == value) return true;
  return std::min(gold.size(), value.size()) >= 7 && (gold.starts_with(value) || value.starts_with(gold));
}

/// "type <tab> {agent:Police} [arrested] {patient:two men} ."
GoldDocument read_sentence(const std::string& line, const std::string& name) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string::npos) throw std::runtime_error("no tab behind the type");
  GoldDocument out{name, "2024-05-06", "The news of the day\n\n", {}, false};
  GoldEvent event{"V1", line.substr(0, tab), {}, false, {}, {}};
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

GoldDocument read_gold(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  const Json root = Json::parse(in);
  const Layout layout = lay_out(root.at("sentences"));
  GoldDocument out{std::filesystem::path(path).stem().string(), root.value("date", ""), layout.text, {}, true};
  Lookup lookup{entity_forms(root), {}};
  for (const Json& event : root.at("events")) {
    lookup.triggers[event.at("id").get<std::string>()] = event.at("trigger").get<std::string>();
  }
  for (const Json& event : root.at("events")) {
    const Span sentence = layout.sentences.at(event.at("sentence").get<std::size_t>());
    out.events.push_back({event.at("id").get<std::string>(), event.at("type").get<std::string>(),
                          find_trigger(layout.text, sentence, event.at("trigger").get<std::string>(),
                                       event.value("nth", std::size_t{1})),
                          event.value("optional", false), read_roles(event, "roles", lookup),
                          read_roles(event, "roles_optional", lookup)});
  }
  return out;
}

std::vector<GoldDocument> read_sentences(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  std::vector<GoldDocument> out;
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

bool same_words(const std::string& gold, const std::string& words) {
  const auto a = content_of(gold);
  const auto b = content_of(words);
  if (a.empty() || b.empty()) return false;
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 4 * both.size() >= a.size() + b.size();
}

bool same_filler(const GoldFiller& gold, const FillerWords& words) {
  if (!gold.value.empty()) {
    if (same_time(gold.value, words.value)) return true;
    if (!words.value.empty()) return false;
  }
  return std::any_of(gold.forms.begin(), gold.forms.end(), [&](const std::string& form) {
    return std::any_of(words.texts.begin(), words.texts.end(),
                       [&](const std::string& text) { return same_words(form, text); });
  });
}

}  // namespace diurna::tools
