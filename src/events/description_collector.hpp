// What both ways of finding descriptions share: a list without repetitions, coordination spread out.
#pragma once

#include <string>
#include <vector>

#include "events/descriptions.hpp"

namespace diurna::detail {

class DescriptionCollector {
 public:
  explicit DescriptionCollector(const RelationScene& scene) : scene_(scene) {}

 protected:
  [[nodiscard]] const RelationScene& scene() const { return scene_; }
  [[nodiscard]] const Syntax& syntax() const { return scene_.syntax(); }
  [[nodiscard]] std::vector<Description>& found() { return found_; }
  /// A common noun that the tables know.
  [[nodiscard]] bool may_describe(TokenId noun) const;
  [[nodiscard]] bool is_plural(TokenId noun) const { return syntax().has(noun, Feature::number_plur); }
  /// Once for each noun and person.
  void add(Filler person, TokenId noun, std::string rule);
  /// The noun and its coordinated nouns; for the names coordinated with the person when the noun is plural.
  void add_all(TokenId person, TokenId noun, const std::string& rule);

 private:
  const RelationScene& scene_;
  std::vector<Description> found_;
};

/// Descriptions that the order of words shows: titles, nouns beside a name between commas, lists of names.
[[nodiscard]] std::vector<Description> descriptions_by_order(const RelationScene& scene);
/// Descriptions that the tree shows: appositions, copulas, "served as", nouns alone.
[[nodiscard]] std::vector<Description> descriptions_by_tree(const RelationScene& scene);

}  // namespace diurna::detail
