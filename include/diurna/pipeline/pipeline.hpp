/// The whole chain: article in, reading out.
///
///     const diurna::Pipeline pipeline;                                     // the embedded English model
///     const diurna::Reading reading = pipeline({.id = "a1", .date = "2026-01-08", .text = text});
///     diurna::Graph graph;
///     graph.add(reading);
///
/// Loading takes tens of milliseconds; keep one Pipeline and share it: calls are const and thread-safe.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/events/extractor.hpp"
#include "diurna/events/reading.hpp"
#include "diurna/events/rules.hpp"
#include "diurna/text/article.hpp"

namespace diurna {

struct PipelineOptions {
  std::string model;               ///< Linguistic model file; empty: the embedded one.
  std::string extraction_model;    ///< Extraction model file; empty: the embedded one.
  std::string ontology;            ///< Ontology that extends the built-in one; empty: none.
  std::vector<std::string> rules;  ///< Rule files, or folders with such files (diurna/events/rules.hpp).
  OpenLayer open_layer = OpenLayer::maximal;
};

/// A next article, or nothing at the end.
using ArticleSource = std::function<std::optional<Article>()>;
/// Takes readings in the order of their articles.
using ReadingSink = std::function<void(Reading)>;

class Pipeline {
 public:
  Pipeline();
  explicit Pipeline(const PipelineOptions& options);
  [[nodiscard]] static Pipeline load(const PipelineOptions& options = {}) { return Pipeline(options); }

  /// Reads one article.
  [[nodiscard]] Reading operator()(Article article) const;
  /// Reads a document whose tokens and sentences are given (CoNLL-U input).
  [[nodiscard]] Reading operator()(Document document) const;
  /// Linguistics alone.
  [[nodiscard]] Syntax analyse(const Document& document) const;
  /// Reads a stream with `jobs` threads (at least 1). `sink` is called on the calling thread, in the order of the
  /// source, so results do not depend on `jobs`; at most a few articles per thread are in flight, so memory stays flat.
  void run(const ArticleSource& source, const ReadingSink& sink, unsigned jobs = 1) const;
  /// Reads all articles; readings in the same order.
  [[nodiscard]] std::vector<Reading> run(std::vector<Article> articles, unsigned jobs = 1) const;
  /// What a rule did with an article, step by step (Extractor::trace_rule).
  [[nodiscard]] std::vector<std::string> trace_rule(const Reading& reading, std::string_view rule) const;
  /// Why an event, or the relation with this number, is in a reading of this pipeline (diurna/events/explanation.hpp).
  [[nodiscard]] EventExplanation explain(const Reading& reading, EventId event) const;
  [[nodiscard]] RelationExplanation explain_relation(const Reading& reading, std::size_t relation) const;
  /// "0.1.0 linguistics 3f… extraction 77…": what made a result, for provenance.
  [[nodiscard]] std::string version() const;
  [[nodiscard]] std::shared_ptr<const Ontology> ontology() const;
  [[nodiscard]] const RuleSet& rules() const;

 private:
  struct Stages;
  std::shared_ptr<const Stages> stages_;
};

}  // namespace diurna
