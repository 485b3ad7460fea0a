/// Document → Syntax with a trained model: tagger, lemmatiser, dependency parser and name recogniser in one network.
///
///     const diurna::Analyzer analyzer = diurna::Analyzer::load();          // the embedded English model
///     const diurna::Syntax syntax = analyzer(document);
///
/// Loading maps the model and builds small tables; analysing is const, thread-safe and deterministic:
/// the same bytes on every processor. Architecture, data and scores: docs/linguistics.md.
#pragma once

#include <memory>
#include <string>

#include "diurna/linguistics/syntax.hpp"
#include "diurna/text/document.hpp"

namespace diurna {

class Analyzer {
 public:
  /// The model at `path`; the embedded one when it is empty. Throws ModelError or IoError.
  [[nodiscard]] static Analyzer load(const std::string& path = {});

  [[nodiscard]] Syntax operator()(const Document& document) const;
  /// 32 hexadecimal digits that name the model's content.
  [[nodiscard]] const std::string& fingerprint() const;
  /// The model card, JSON.
  [[nodiscard]] std::string card() const;

 private:
  struct Model;
  explicit Analyzer(std::shared_ptr<const Model> model) : model_(std::move(model)) {}
  std::shared_ptr<const Model> model_;
};

}  // namespace diurna
