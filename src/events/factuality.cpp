// Rules decide first; where a trained model is at hand, it weighs their decision with what else stands around the
// trigger.
#include "events/factuality.hpp"

#include "events/factuality_tables.hpp"
#include "events/factuality_walk.hpp"

namespace diurna::detail {

FactualityReader FactualityReader::load() { return FactualityReader(std::make_shared<const Tables>(Tables::read())); }

FactualityDecision FactualityReader::operator()(const Context& context, TokenId trigger) const {
  return FactualityWalk(context, *tables_).decide(trigger);
}

}  // namespace diurna::detail
