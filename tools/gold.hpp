// Gold files of events and roles (format: docs/extraction.md), and when a filler is the one that the gold file means.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "diurna/core/span.hpp"

namespace diurna::tools {

/// A filler as the annotator wrote it: all strings that name it, or a time's value, or another event.
struct GoldFiller {
  std::vector<std::string> forms;
  std::string value;  ///< TIMEX3 value of a time
  std::string event;  ///< id of an event
};

using GoldRoles = std::map<std::string, std::vector<GoldFiller>>;

struct GoldEvent {
  std::string id;
  std::string type;
  Span trigger;
  bool optional = false;
  GoldRoles roles;
  GoldRoles optional_roles;
};

struct GoldDocument {
  std::string name;  ///< the file's stem
  std::string date;
  std::string text;
  std::vector<GoldEvent> events;
  bool complete = true;  ///< Words without an event are no events; else nothing is known of them.
};

/// Throws std::runtime_error naming file and event when a trigger is not in its sentence.
[[nodiscard]] GoldDocument read_gold(const std::string& path);

/// Sentences written for training (training/events/sentences.txt), each a document of one event; of the other words
/// nothing is said. Throws std::runtime_error naming the line.
[[nodiscard]] std::vector<GoldDocument> read_sentences(const std::string& path);

/// What the system says of a filler.
struct FillerWords {
  std::vector<std::string> texts;
  std::string value;
};
/// The rule of the scorer: half of the content words, or the same time.
[[nodiscard]] bool same_filler(const GoldFiller& gold, const FillerWords& words);
[[nodiscard]] bool same_words(const std::string& gold, const std::string& words);

}  // namespace diurna::tools
