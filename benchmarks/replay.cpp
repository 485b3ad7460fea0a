#include "replay.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "diurna/graph/identity.hpp"

namespace diurna::bench {
namespace {

constexpr std::size_t replays_with_the_same_names = 8;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = 14695981039346656037ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash ^ (hash >> 32U);
}

/// Calls `visit(word)` for every run of letters that starts with a capital, `skip(text)` for what is between.
template <class Visit, class Skip>
void for_each_capitalised(std::string_view text, Visit visit, Skip skip) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (word.size() > 1 && is_capital(word[0])) {
      visit(word);
    } else {
      if (end == at) ++end;
      skip(text.substr(at, end - at));
    }
    at = end;
  }
}

bool is_country(const Node& node) { return node.id.size() > 2 && is_capital(node.id[2]); }
bool is_renamed(const Node& node) {
  return node.kind == NodeKind::entity && node.id.starts_with("e:") && !is_country(node);
}

/// One replay of one reading.
class Retelling {
 public:
  Retelling(const std::set<std::string, std::less<>>& name_words, std::size_t replay)
      : name_words_(name_words), replay_(replay), era_(replay / replays_with_the_same_names) {}

  GraphParts operator()(GraphParts parts) {
    for (const Node& node : parts.nodes) ids_[node.id] = new_id(node);
    for (Node& node : parts.nodes) {
      const NodeKind kind = node.kind;
      node.id = ids_.at(node.id);
      node.name = kind == NodeKind::time ? later(node.name) : retold(node.name);
      for (std::string& alias : node.aliases) alias = retold(alias);
      retell(node.properties);
      retell(node.evidence);
    }
    for (Edge& edge : parts.edges) {
      edge.source = ids_.at(edge.source);
      edge.target = ids_.at(edge.target);
      edge.key = retold_key(edge.key);
      retell(edge.properties);
      retell(edge.evidence);
    }
    return parts;
  }

 private:
  [[nodiscard]] std::string retold(std::string_view text) const {
    std::string out;
    for_each_capitalised(
        text, [&](std::string_view word) { out += name_words_.contains(word) ? respelt(word) : std::string(word); },
        [&](std::string_view rest) { out += rest; });
    return out;
  }

  [[nodiscard]] std::string respelt(std::string_view word) const {
    static constexpr std::string_view vowels = "aeiou";
    static constexpr std::string_view consonants = "bcdfghklmnprstvz";
    std::uint64_t hash = hash_of(word, era_);
    std::string out;
    for (const char c : word) {
      const char lower = is_capital(c) ? static_cast<char>(c + 32) : c;
      const bool vowel = vowels.find(lower) != std::string_view::npos;
      const char other = vowel ? vowels[hash % vowels.size()] : consonants[hash % consonants.size()];
      out += is_capital(c) ? static_cast<char>(other - 32) : other;
      hash = hash * 6364136223846793005ULL + 1442695040888963407ULL;
      hash ^= hash >> 29U;
    }
    return out;
  }

  /// "2019-01-04" → "2026-01-04" in replay 7.
  [[nodiscard]] std::string later(std::string_view value) const {
    const bool has_year =
        value.size() >= 4 && std::all_of(value.begin(), value.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
    if (!has_year) return std::string(value);
    const int year = std::stoi(std::string(value.substr(0, 4))) + static_cast<int>(replay_ % 40);
    std::string rest(value.substr(4));
    if (rest.starts_with("-02-29")) rest.replace(0, 6, "-02-28");
    return std::to_string(year) + rest;
  }

  [[nodiscard]] std::string numbered(const std::string& id) const { return id + "~" + std::to_string(replay_); }
  /// The hash behind the prefix is another one.
  [[nodiscard]] std::string rehashed(const std::string& id) const {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out = id.substr(0, 2);
    std::uint64_t hash = hash_of(id, replay_);
    for (std::size_t i = 2; i < id.size(); ++i) {
      out += digits[hash & 15U];
      hash = hash * 6364136223846793005ULL + 1442695040888963407ULL;
      hash ^= hash >> 31U;
    }
    return out;
  }

  [[nodiscard]] std::string new_id(const Node& node) const {
    if (node.kind == NodeKind::document) return numbered(node.id);
    if (node.kind == NodeKind::quantity || is_country(node)) return node.id;
    if (is_renamed(node)) return "e:" + name_key(retold(node.name));
    if (node.kind != NodeKind::time)
      return retold(node.name) == node.name && node.kind == NodeKind::phrase ? node.id : rehashed(node.id);
    const bool calendar = node.id == "t:" + node.name;
    return calendar ? "t:" + later(node.name) : rehashed(node.id);
  }

  [[nodiscard]] std::string retold_key(std::string_view key) const {
    std::string out;
    for (std::size_t at = 0; at < key.size();) {
      const std::size_t end = std::min(key.find(' ', at), key.size());
      const std::string_view part = key.substr(at, end - at);
      const std::size_t value = part.find('=') + 1;
      const auto known = ids_.find(part.substr(value));
      out += at > 0 ? " " : "";
      out += part.substr(0, value);
      out += known == ids_.end() ? std::string(part.substr(value)) : known->second;
      at = end + 1;
    }
    return out;
  }

  void retell(Properties& properties) const {
    for (auto& [key, value] : properties) {
      if (auto* text = std::get_if<std::string>(&value)) {
        const bool day = key == "date" || key == "reported" || key == "value" || key == "time";
        *text = day ? later(*text) : retold(*text);
      }
    }
  }
  void retell(std::vector<GraphEvidence>& evidence) const {
    for (GraphEvidence& proof : evidence) {
      proof.document = numbered(proof.document);
      proof.text = retold(proof.text);
    }
  }

  const std::set<std::string, std::less<>>& name_words_;
  std::size_t replay_;
  std::size_t era_;
  std::map<std::string, std::string, std::less<>> ids_;
};

}  // namespace

Replay::Replay(std::vector<GraphParts> readings) : readings_(std::move(readings)) {
  const auto ignore = [](std::string_view) {};
  for (const GraphParts& parts : readings_) {
    for (const Node& node : parts.nodes) {
      if (is_renamed(node)) for_each_capitalised(node.name, [this](auto word) { name_words_.emplace(word); }, ignore);
    }
  }
  for (const GraphParts& parts : readings_) {
    for (const Node& node : parts.nodes) {
      if (node.kind == NodeKind::entity && is_country(node)) {
        for_each_capitalised(node.name, [this](auto word) { name_words_.erase(std::string(word)); }, ignore);
      }
    }
  }
}

GraphParts Replay::operator[](std::size_t number) const {
  const std::size_t replay = number / readings_.size();
  const GraphParts& parts = readings_[number % readings_.size()];
  return replay == 0 ? parts : Retelling(name_words_, replay)(parts);
}

}  // namespace diurna::bench
