#include "core/linear_model.hpp"

#include <doctest/doctest.h>

#include "diurna/core/error.hpp"

using namespace diurna::detail;

namespace {

LinearExample example(std::uint16_t label, std::vector<std::string_view> words) {
  FeatureList features;
  for (const std::string_view word : words) features.add("word", Atom(word));
  features.tie(label, "listed");
  return {features.keys(), features.tied(), label, 1};
}

std::vector<LinearExample> animals() {
  std::vector<LinearExample> out;
  for (int i = 0; i < 20; ++i) {
    out.push_back(example(0, {"barks", "walks"}));
    out.push_back(example(1, {"meows", "walks"}));
  }
  return out;
}

FeatureList words(std::vector<std::string_view> list) {
  FeatureList features = FeatureList::traced();
  for (const std::string_view word : list) features.add("word", Atom(word));
  return features;
}

}  // namespace

TEST_CASE("linear model: learns which word tells the classes apart and says so") {
  const std::string bytes = train_linear_model(animals(), {"dog", "cat"}, {});
  const LinearModel model(bytes, "m.bin");
  CHECK(model.labels() == std::vector<std::string>{"dog", "cat"});
  CHECK(model.probabilities(words({"barks"}))[0] > 0.7);
  CHECK(model.probabilities(words({"meows"}))[1] > 0.7);
  const auto why = model.strongest(words({"walks", "meows"}), 1, 1);
  REQUIRE(why.size() == 1);
  CHECK(why[0].feature == "word=meows");
}

TEST_CASE("linear model: a tied feature speaks for the class it is tied to, whatever the class") {
  const std::string bytes = train_linear_model(animals(), {"dog", "cat"}, {});
  const LinearModel model(bytes, "m.bin");
  FeatureList features;
  features.tie(1, "listed");
  CHECK(model.probabilities(features)[1] > 0.6);
}

TEST_CASE("linear model: training twice gives the same bytes") {
  CHECK(train_linear_model(animals(), {"dog", "cat"}, {}) == train_linear_model(animals(), {"dog", "cat"}, {}));
}

TEST_CASE("linear model: a cut section is refused") {
  const std::string bytes = train_linear_model(animals(), {"dog", "cat"}, {});
  CHECK_THROWS_AS(LinearModel(std::string_view(bytes).substr(0, bytes.size() - 3), "m.bin"), diurna::ModelError);
  CHECK_THROWS_AS(LinearModel(std::string_view(bytes).substr(0, 100), "m.bin"), diurna::ModelError);
}
