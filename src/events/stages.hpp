// The stages behind Extractor. Each is a pure function of what stands before it; a stage owns its data tables.
#pragma once

#include <vector>

#include "diurna/events/event.hpp"
#include "diurna/events/ontology.hpp"
#include "diurna/linguistics/syntax.hpp"
#include "diurna/mentions/mentions.hpp"
#include "diurna/text/document.hpp"

namespace diurna::detail {

/// What every stage may look at.
struct Context {
  const Document& document;
  const Syntax& syntax;
  const Mentions& mentions;
};

}  // namespace diurna::detail
