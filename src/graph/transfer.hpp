// Carries what one graph's documents say over to another graph, perhaps under other ids.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/state.hpp"

namespace diurna::detail {

/// Numbers of one graph's tables as those of another.
class Translation {
 public:
  /// Documents that are marked in `without` are left out; the others keep their order as far as they are new.
  Translation(const GraphTexts& from, GraphTexts& to, std::span<const char> without);

  [[nodiscard]] bool leaves_out(std::uint32_t document) const { return documents_[document] == no_symbol; }
  Symbol symbol(Symbol symbol);
  std::uint32_t label(std::uint32_t label);
  std::uint32_t origin(std::uint32_t origin);
  /// The contribution with this origin (already translated) in place of its own.
  Contribution contribution(const ContributionView& view, std::uint32_t origin);
  [[nodiscard]] std::uint32_t document(std::uint32_t document) const { return documents_[document]; }

 private:
  std::uint32_t statement(std::uint32_t statement);
  std::uint32_t sentence(std::uint32_t sentence, std::uint32_t document);
  std::uint32_t manner(std::uint32_t manner);

  const GraphTexts& from_;
  GraphTexts& to_;
  std::vector<std::uint32_t> symbols_;
  std::vector<std::uint32_t> documents_;
  std::vector<std::uint32_t> statements_;
  std::vector<std::uint32_t> sentences_;
  std::vector<std::uint32_t> manners_;
  std::vector<std::uint32_t> origins_;
  std::vector<std::uint32_t> labels_;
};

/// One contribution on its way; `owner` is the vertex or edge that it goes to.
struct Parcel {
  std::uint32_t owner = 0;
  std::uint32_t document = 0;
  std::uint32_t origin = no_origin;
  Offset from = 0;
};
/// In the order in which ContributionStore::unite takes them in one pass.
void sort_for_delivery(std::vector<Parcel>& parcels);

/// Says all of them of their owners, vertices of `to`, and leaves none.
void deliver_to_vertices(std::vector<Parcel>& parcels, const ContributionStore& from, Translation& translate,
                         Graph::State& to);
/// Calls `say(owner, contribution, behind)` for each, and leaves none.
template <class Say>
void deliver(std::vector<Parcel>& parcels, const ContributionStore& from, Translation& translate, Say say) {
  sort_for_delivery(parcels);
  Offset behind = 0;
  for (std::size_t i = 0; i < parcels.size(); ++i) {
    if (i > 0 && parcels[i].owner != parcels[i - 1].owner) behind = 0;
    say(parcels[i].owner, translate.contribution(from.at(parcels[i].from), parcels[i].origin), behind);
  }
  parcels.clear();
}

}  // namespace diurna::detail
