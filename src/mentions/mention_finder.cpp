#include "diurna/mentions/mention_finder.hpp"

#include <algorithm>

#include "mentions/coreference.hpp"
#include "mentions/entity_builder.hpp"
#include "mentions/nominal_finder.hpp"
#include "mentions/quantity_finder.hpp"
#include "mentions/time_finder.hpp"

namespace diurna {
namespace {

/// "GMT" and "March" are no names.
std::vector<detail::NameDraft> without_times(std::vector<detail::NameDraft> names, const Mentions::Parts& parts,
                                             std::size_t tokens) {
  std::vector<bool> in_time(tokens, false);
  for (const TimeExpression& time : parts.times) {
    for (const TokenId token : time.tokens) in_time[token.index()] = true;
  }
  std::erase_if(names, [&](const detail::NameDraft& name) {
    return name.type != EntityType::event &&
           std::ranges::all_of(name.tokens, [&](TokenId token) { return in_time[token.index()]; });
  });
  return names;
}

/// Words that belong to a time ("Monday"), or are the measure of a quantity ("$3 million", "8%"), name nobody.
detail::Taken taken_tokens(const Mentions::Parts& parts, std::size_t tokens) {
  detail::Taken taken(tokens, false);
  for (const TimeExpression& time : parts.times) {
    for (const TokenId token : time.tokens) taken[token.index()] = true;
  }
  for (const Quantity& quantity : parts.quantities) {
    if (quantity.unit.empty()) continue;
    for (const TokenId token : quantity.tokens) taken[token.index()] = true;
  }
  return taken;
}

}  // namespace

std::string_view to_text(MentionKind kind) {
  constexpr std::string_view texts[] = {"name", "nominal", "pronoun"};
  return texts[static_cast<std::size_t>(kind)];
}

struct MentionFinder::Words {
  detail::MentionWords table = detail::MentionWords::load();
};

MentionFinder::MentionFinder(Gazetteer gazetteer)
    : gazetteer_(std::move(gazetteer)), words_(std::make_shared<Words>()) {}

MentionFinder MentionFinder::load() { return MentionFinder(Gazetteer::load()); }

Mentions MentionFinder::operator()(const Document& document, const Syntax& syntax) const {
  const detail::TokenForms forms(document);
  const detail::MentionContext context{document, syntax, gazetteer_, words_->table, forms};
  Mentions::Parts parts;
  parts.times = detail::find_times(document, syntax);
  parts.quantities = detail::find_quantities(document, syntax, parts.times);
  const detail::Taken taken = taken_tokens(parts, syntax.size());
  std::vector<detail::NameDraft> names = without_times(detail::find_names(context), parts, syntax.size());
  const detail::Candidates candidates = detail::find_candidates(context, std::move(names), taken);
  const detail::Chains chains = detail::resolve_coreference(context, candidates);
  Mentions::Parts found = detail::build_entities(context, candidates, chains);
  parts.mentions = std::move(found.mentions);
  parts.entities = std::move(found.entities);
  return Mentions(std::move(parts), syntax.size());
}

}  // namespace diurna
