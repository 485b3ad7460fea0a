// Graphs of made-up documents that disagree with each other: shared entities under several names and types, clashing
// properties, shared times, events of their own. The same number gives the same document on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "diurna/graph/graph.hpp"

namespace diurna::test {

class RandomDocument {
 public:
  explicit RandomDocument(unsigned number) : random_(number * 2654435761U + 17U), id_("doc" + std::to_string(number)) {}

  /// What the document contributes.
  [[nodiscard]] Graph graph() {
    Graph out;
    out.add(Node{.id = "d:" + id_, .kind = NodeKind::document, .type = "document", .name = id_, .evidence = {proof()}});
    for (unsigned i = 0; i < 3 + pick(5); ++i) add_event(out);
    return out;
  }

 private:
  unsigned pick(unsigned below) { return static_cast<unsigned>(random_()) % below; }

  GraphEvidence proof() {
    const std::size_t sentence = pick(4) * 50;
    const std::size_t begin = sentence + pick(30);
    return {.document = id_,
            .begin = begin,
            .end = begin + 1 + pick(9),
            .text = "Sentence " + std::to_string(sentence) + " of " + id_ + ".",
            .rule = pick(2) == 0 ? "rule-a" : "rule-b",
            .path = pick(2) == 0 ? "" : "<nsubj",
            .score = pick(2) == 0 ? 1.0 : 0.25 * pick(4),
            .text_begin = sentence};
  }

  std::string add_entity(Graph& graph) {
    static constexpr std::array<const char*, 4> types = {"PERSON", "ORG", "GPE", "OTHER"};
    static constexpr std::array<const char*, 4> forms = {"Name ", "NAME ", "Nàme ", "Náme "};
    const std::string number = std::to_string(pick(12));
    Node node{.id = "e:name_" + number, .type = types[pick(4)], .name = forms[pick(4)] + number, .evidence = {proof()}};
    if (pick(3) == 0) node.aliases.push_back("Alias " + std::to_string(pick(5)));
    if (pick(2) == 0) node.properties["country"] = std::string(pick(2) == 0 ? "VEN" : "COL");
    if (pick(4) == 0) node.properties["rank"] = std::int64_t{pick(3)};
    if (pick(9) == 0) node.properties["rank"] = 0.5;
    if (pick(9) == 0) node.properties["rank"] = true;
    graph.add(node);
    return node.id;
  }

  void add_event(Graph& graph) {
    const std::string event = "v:" + id_ + "-" + std::to_string(pick(6));
    const Node node{.id = event,
                    .kind = NodeKind::event,
                    .type = "conflict.attack",
                    .name = "attacked",
                    .properties = {{"factuality", std::string("actual")}},
                    .evidence = {proof()}};
    graph.add(node);
    const std::string agent = add_entity(graph);
    const std::string patient = add_entity(graph);
    const std::string when = "t:202" + std::to_string(pick(4));
    graph.add(Node{.id = when, .kind = NodeKind::time, .type = "DATE", .name = when.substr(2), .evidence = {proof()}});
    graph.add(Edge{.source = event, .target = agent, .type = "agent", .evidence = {proof()}});
    graph.add(Edge{.source = event, .target = patient, .type = "patient", .evidence = {proof(), proof()}});
    graph.add(Edge{.source = event, .target = when, .type = "time", .evidence = {proof()}});
    graph.add(Edge{.source = event, .target = "d:" + id_, .type = "mentioned_in", .evidence = {proof()}});
    graph.add(Edge{.source = agent,
                   .target = patient,
                   .type = "person.member_of",
                   .properties = {{"time", std::string(pick(2) == 0 ? "2020" : "2021")}},
                   .evidence = {proof()},
                   .key = pick(2) == 0 ? "" : "time=" + when});
  }

  std::mt19937 random_;
  std::string id_;
};

}  // namespace diurna::test
