// Many articles out of few: what a reading contributes to a graph, told again of other people on other days.
//
// Replay 0 is the reading itself. In the others every document, event and unnamed entity is a new one; names of people,
// organisations and places that are no countries are spelt with other letters, the same ones in eight replays, so that
// people recur as they do in the news; years move on. Lengths stay, so that evidence points at the words it pointed at.
// The same number gives the same replay on every machine.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/graph/builder.hpp"

namespace diurna::bench {

class Replay {
 public:
  explicit Replay(std::vector<GraphParts> readings);
  /// Contribution number `number`; those from 0 are the readings themselves, then come their replays.
  [[nodiscard]] GraphParts operator[](std::size_t number) const;
  [[nodiscard]] std::size_t reading_count() const { return readings_.size(); }

 private:
  std::vector<GraphParts> readings_;
  std::set<std::string, std::less<>> name_words_;
};

}  // namespace diurna::bench
