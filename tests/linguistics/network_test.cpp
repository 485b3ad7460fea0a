#include "linguistics/network.hpp"

#include <doctest/doctest.h>

#include <random>

#include "documents.hpp"
#include "instruction_sets.hpp"

using namespace diurna;
using namespace diurna::detail;

TEST_CASE("the network gives the same bytes on every instruction set") {
  const ModelFile file(find_resource("models/en/linguistics.bin"));
  const Network network(file);
  std::mt19937 random(1);
  const Document document = test::document_of({test::random_line(random, 30), "Rebels destroyed the bridge ."});
  std::vector<WordRows> rows;
  for (std::size_t i = 0; i < document.tokens().size(); ++i) {
    const auto form = document.form(TokenId{i});
    rows.push_back(network.rows(form, normal_form(form)));
  }
  const std::vector<std::uint32_t> bounds = {0, 30, static_cast<std::uint32_t>(rows.size())};
  std::vector<std::vector<float>> outputs;
  std::vector<std::vector<float>> arcs;
  for (const InstructionSet set : test::instruction_sets()) {
    NetworkWorkspace workspace;
    network.run({rows, bounds}, workspace, kernels(set));
    outputs.push_back(workspace.outputs);
    const ArcScores scores = network.arc_scores(0, 30, workspace, kernels(set));
    arcs.emplace_back(scores.values.begin(), scores.values.end());
  }
  for (const auto& result : outputs) CHECK(result == outputs.front());
  for (const auto& result : arcs) CHECK(result == arcs.front());
}
