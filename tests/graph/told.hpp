// Small graphs of made articles, as the builder would make them: names with descriptions, positions, ages and events.
#pragma once

#include <string>
#include <vector>

#include "diurna/graph/graph.hpp"
#include "diurna/graph/identity.hpp"

namespace diurna::test {

/// An article's telling of one name.
struct Told {
  std::string name;
  std::string type = "PERSON";
  std::string description = {};  ///< A noun phrase of the article for it: "the Venezuelan president".
  std::vector<std::string> aliases = {};
  int age = 0;
  int he = 0;  ///< Number of pronouns.
  int she = 0;
  std::string in = {};  ///< Name of the place or body around it, which must be told as well.
};

/// One article's graph.
class Article {
 public:
  Article(std::string id, std::string date) : id_(std::move(id)) {
    Node document{.id = "d:" + id_, .kind = NodeKind::document, .type = "document", .name = id_};
    document.evidence = {evidence("Headline", 0, 8, "document")};
    if (!date.empty()) document.properties["date"] = date;
    graph_.add(document);
  }

  Article& tell(const Told& told) {
    Node node{.id = id_of(told.name), .kind = NodeKind::entity, .type = told.type, .name = told.name};
    node.aliases = told.aliases;
    node.evidence.push_back(evidence(told.name, 0, told.name.size(), "name-model"));
    if (!told.description.empty()) {
      node.evidence.push_back(evidence(told.description, 0, told.description.size(), "nominal sieve:role-name"));
    }
    for (int i = 0; i < told.he; ++i) node.evidence.push_back(evidence("he", 0, 2, "pronoun sieve:pronoun"));
    for (int i = 0; i < told.she; ++i) node.evidence.push_back(evidence("she", 0, 3, "pronoun sieve:pronoun"));
    graph_.add(node);
    if (told.age > 0) add_age(told);
    if (!told.in.empty()) add_place(told);
    return *this;
  }

  /// A country by its ISO code.
  Article& country(const std::string& iso, const std::string& name) {
    Node node{.id = "e:" + iso, .kind = NodeKind::entity, .type = "GPE", .name = name};
    node.evidence = {evidence(name, 0, name.size(), "name-model")};
    graph_.add(node);
    return *this;
  }

  struct Role {
    std::string role;
    std::string filler;  ///< A name that was told, "t:2026-01-08", or "#12" for a number.
  };
  Article& event(const std::string& id, const std::string& type, const std::string& trigger,
                 const std::vector<Role>& roles, const std::string& factuality = "actual") {
    Node node{.id = "v:" + id, .kind = NodeKind::event, .type = type, .name = trigger};
    node.properties["factuality"] = factuality;
    node.evidence = {evidence(trigger, 0, trigger.size(), "extraction-model")};
    graph_.add(node);
    for (const Role& role : roles) {
      Edge edge{.source = node.id, .target = filler(role.filler), .type = role.role};
      edge.evidence = node.evidence;
      graph_.add(edge);
    }
    return *this;
  }

  [[nodiscard]] const Graph& graph() const { return graph_; }
  static std::string id_of(const std::string& name) { return "e:" + name_key(name); }

 private:
  GraphEvidence evidence(const std::string& text, std::size_t begin, std::size_t end, const std::string& rule) {
    const std::size_t at = 1000 * ++sentences_;
    return {.document = id_, .begin = at + begin, .end = at + end, .text = text, .rule = rule, .text_begin = at};
  }

  void add_age(const Told& told) {
    const std::string id = "q:" + std::to_string(told.age);
    Node age{.id = id, .kind = NodeKind::quantity, .type = "quantity", .name = std::to_string(told.age)};
    age.properties["low"] = static_cast<double>(told.age);
    age.evidence = {evidence(age.name, 0, age.name.size(), "quantity")};
    graph_.add(age);
    add_edge(id_of(told.name), "person.age", id, told.name);
  }
  void add_place(const Told& told) {
    const std::string outer = graph_.contains(id_of(told.in)) ? id_of(told.in) : "e:" + told.in;
    add_edge(id_of(told.name), "place.located_in", outer, told.name + ", " + graph_.node(outer).name);
  }
  void add_edge(const std::string& source, const std::string& type, const std::string& target,
                const std::string& text) {
    Edge edge{.source = source, .target = target, .type = type};
    edge.evidence = {evidence(text, 0, text.size(), "relation-pattern")};
    graph_.add(edge);
  }

  std::string filler(const std::string& text) {
    if (text.starts_with("t:")) {
      Node time{.id = text, .kind = NodeKind::time, .type = "DATE", .name = text.substr(2)};
      time.properties["value"] = text.substr(2);
      time.evidence = {evidence(time.name, 0, time.name.size(), "DATE")};
      graph_.add(time);
      return text;
    }
    if (text.starts_with("#")) {
      Node number{.id = "q:" + text.substr(1), .kind = NodeKind::quantity, .type = "quantity", .name = text.substr(1)};
      number.properties["low"] = std::stod(text.substr(1));
      number.evidence = {evidence(number.name, 0, number.name.size(), "quantity")};
      graph_.add(number);
      return number.id;
    }
    return graph_.contains(id_of(text)) ? id_of(text) : "e:" + text;
  }

  std::string id_;
  std::size_t sentences_ = 0;
  Graph graph_;
};

inline Graph joined(const std::vector<Article>& articles) {
  Graph out;
  for (const Article& article : articles) out.merge(article.graph());
  return out;
}

}  // namespace diurna::test
