/// What a document says: events, relations, open triples. The fourth of the five nouns.
#pragma once

#include <vector>

#include "diurna/core/id.hpp"
#include "diurna/events/event.hpp"

namespace diurna {

/// Events are in text order of their triggers; EventId is the index.
class Facts {
 public:
  Facts() = default;
  Facts(std::vector<Event> events, std::vector<Relation> relations, std::vector<OpenTriple> triples)
      : events_(std::move(events)), relations_(std::move(relations)), open_triples_(std::move(triples)) {}
  [[nodiscard]] const std::vector<Event>& events() const& { return events_; }
  [[nodiscard]] const std::vector<Relation>& relations() const& { return relations_; }
  [[nodiscard]] const std::vector<OpenTriple>& open_triples() const& { return open_triples_; }
  [[nodiscard]] const Event& event(EventId id) const& { return events_[id.index()]; }

 private:
  std::vector<Event> events_;
  std::vector<Relation> relations_;
  std::vector<OpenTriple> open_triples_;
};

}  // namespace diurna
