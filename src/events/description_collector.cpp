#include "events/description_collector.hpp"

#include <algorithm>

#include "events/grammar.hpp"

namespace diurna::detail {

bool DescriptionCollector::may_describe(TokenId noun) const {
  return scene_.name_at(noun) == nullptr && !scene_.noun_class(noun).empty();
}

void DescriptionCollector::add(Filler person, TokenId noun, std::string rule) {
  const bool known = std::any_of(found_.begin(), found_.end(), [&](const Description& other) {
    return other.noun == noun && (other.person.head == person.head || other.person.value == person.value);
  });
  if (!known) found_.push_back({std::move(person), noun, std::move(rule)});
}

void DescriptionCollector::add_all(TokenId person, TokenId noun, const std::string& rule) {
  add(filler_at(scene_.context(), person), noun, rule);
  for (const TokenId child : syntax().children(noun)) {
    if (syntax().relation(child) != DependencyRelation::conj || child == person) continue;
    if (!scene_.noun_class(child).empty()) add(filler_at(scene_.context(), person), child, rule);
  }
  if (!is_plural(noun)) return;
  for (const TokenId child : syntax().children(person)) {
    if (syntax().relation(child) == DependencyRelation::conj && is_human(scene_.type_at(child))) {
      add(filler_at(scene_.context(), child), noun, rule);
    }
  }
}

std::vector<Description> find_descriptions(const RelationScene& scene) {
  std::vector<Description> found = descriptions_by_order(scene);
  for (Description& description : descriptions_by_tree(scene)) {
    const bool known = std::any_of(found.begin(), found.end(), [&](const Description& other) {
      return other.noun == description.noun &&
             (description.rule == "noun" || other.person.head == description.person.head ||
              other.person.value == description.person.value);
    });
    if (!known) found.push_back(std::move(description));
  }
  return found;
}

}  // namespace diurna::detail
