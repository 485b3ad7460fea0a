/// Document + Syntax + Mentions → Facts.
///
///     const diurna::Extractor extractor = diurna::Extractor::load();
///     const diurna::Facts facts = extractor(document, syntax, mentions);
///
/// Lexicon and frames (data/en/events) propose triggers and fillers, trained log-linear models decide between them,
/// rules read factuality, attribution, relations and the open layer. Const, thread-safe, deterministic.
#pragma once

#include <memory>
#include <string>

#include "diurna/events/facts.hpp"
#include "diurna/events/ontology.hpp"
#include "diurna/linguistics/syntax.hpp"
#include "diurna/mentions/mentions.hpp"
#include "diurna/text/document.hpp"

namespace diurna {

/// Which facts of a clause the open layer keeps.
enum class OpenLayer {
  maximal,  ///< None whose subject, relation and object stand inside those of another.
  all,      ///< Contained facts too: phrases without their "of", relations without the arguments before.
};

struct ExtractorOptions {
  std::string model;     ///< Path of an extraction model; empty: the embedded one.
  std::string ontology;  ///< Path of an ontology that extends the built-in one; empty: none.
  OpenLayer open_layer = OpenLayer::maximal;
};

class Extractor {
 public:
  /// Throws ModelError, ParseError or IoError.
  [[nodiscard]] static Extractor load(const ExtractorOptions& options = {});
  [[nodiscard]] Facts operator()(const Document& document, const Syntax& syntax, const Mentions& mentions) const;
  [[nodiscard]] std::shared_ptr<const Ontology> ontology() const;
  /// Fingerprint of the extraction model.
  [[nodiscard]] const std::string& fingerprint() const;

 private:
  struct Parts;
  explicit Extractor(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<const Parts> parts_;
};

}  // namespace diurna
