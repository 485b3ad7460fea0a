/// Document + Syntax + Mentions → Facts.
///
///     const diurna::Extractor extractor = diurna::Extractor::load();
///     const diurna::Facts facts = extractor(document, syntax, mentions);
///
/// Lexicon and frames (data/en/events) propose triggers and fillers, trained log-linear models decide between them,
/// rules read factuality, attribution, relations and the open layer; rules of the user add to it all or overrule it.
/// Const, thread-safe, deterministic.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/events/facts.hpp"
#include "diurna/events/ontology.hpp"
#include "diurna/events/rules.hpp"
#include "diurna/linguistics/syntax.hpp"
#include "diurna/mentions/mentions.hpp"
#include "diurna/text/document.hpp"

namespace diurna {

struct EventExplanation;
struct RelationExplanation;

/// Which facts of a clause the open layer keeps.
enum class OpenLayer {
  maximal,  ///< None whose subject, relation and object stand inside those of another.
  all,      ///< Contained facts too: phrases without their "of", relations without the arguments before.
};

struct ExtractorOptions {
  std::string model;               ///< Path of an extraction model; empty: the embedded one.
  std::string ontology;            ///< Path of an ontology that extends the built-in one; empty: none.
  std::vector<std::string> rules;  ///< Paths of rule files, or of folders with such files (diurna/events/rules.hpp).
  OpenLayer open_layer = OpenLayer::maximal;
};

class Extractor {
 public:
  /// Throws ModelError, ParseError (of rules: RuleError) or IoError.
  [[nodiscard]] static Extractor load(const ExtractorOptions& options = {});
  [[nodiscard]] Facts operator()(const Document& document, const Syntax& syntax, const Mentions& mentions) const;
  /// What a rule did with a document, step by step, for people: where its trigger stood, which role led where, what
  /// took its words. Empty when there is no rule of this name.
  [[nodiscard]] std::vector<std::string> trace_rule(const Document& document, const Syntax& syntax,
                                                    const Mentions& mentions, std::string_view rule) const;
  /// Why an event or relation of these facts is there; worked out anew (diurna/events/explanation.hpp). `facts` must
  /// be what this extractor made of the same document.
  [[nodiscard]] EventExplanation explain(const Document& document, const Syntax& syntax, const Mentions& mentions,
                                         const Facts& facts, EventId event) const;
  [[nodiscard]] RelationExplanation explain_relation(const Document& document, const Syntax& syntax,
                                                     const Mentions& mentions, const Facts& facts,
                                                     std::size_t relation) const;
  [[nodiscard]] std::shared_ptr<const Ontology> ontology() const;
  [[nodiscard]] const RuleSet& rules() const;
  /// Fingerprint of the extraction model.
  [[nodiscard]] const std::string& fingerprint() const;

  struct Parts;  ///< What it is made of; defined inside the library.

 private:
  explicit Extractor(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<const Parts> parts_;
};

}  // namespace diurna
