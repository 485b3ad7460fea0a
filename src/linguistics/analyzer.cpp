#include "diurna/linguistics/analyzer.hpp"

#include "diurna/core/resources.hpp"
#include "linguistics/analysis.hpp"

namespace diurna {

struct Analyzer::Model : detail::LinguisticModel {
  using LinguisticModel::LinguisticModel;
};

Analyzer Analyzer::load(const std::string& path) {
  return Analyzer(
      std::make_shared<const Model>(path.empty() ? find_resource("models/en/linguistics.bin") : read_file(path)));
}

Syntax Analyzer::operator()(const Document& document) const { return detail::Analysis(document, *model_).run(); }

const std::string& Analyzer::fingerprint() const { return model_->file.fingerprint(); }

std::string Analyzer::card() const { return std::string(model_->file.section("card")); }

}  // namespace diurna
