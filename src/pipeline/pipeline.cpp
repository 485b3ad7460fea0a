#include "diurna/pipeline/pipeline.hpp"

#include <cstddef>
#include <utility>

#include "diurna/events/explanation.hpp"
#include "diurna/events/extractor.hpp"
#include "diurna/linguistics/analyzer.hpp"
#include "diurna/mentions/mention_finder.hpp"
#include "diurna/pipeline/ordered.hpp"
#include "diurna/version.hpp"

namespace diurna {

struct Pipeline::Stages {
  Analyzer analyzer;
  MentionFinder finder;
  Extractor extractor;
};

Pipeline::Pipeline() : Pipeline(PipelineOptions{}) {}

Pipeline::Pipeline(const PipelineOptions& options)
    : stages_(
          std::make_shared<const Stages>(Stages{.analyzer = Analyzer::load(options.model),
                                                .finder = MentionFinder::load(),
                                                .extractor = Extractor::load({.model = options.extraction_model,
                                                                              .ontology = options.ontology,
                                                                              .rules = options.rules,
                                                                              .open_layer = options.open_layer})})) {}

Reading Pipeline::operator()(Article article) const { return (*this)(read_document(std::move(article))); }

Reading Pipeline::operator()(Document document) const {
  Syntax syntax = stages_->analyzer(document);
  Mentions mentions = stages_->finder(document, syntax);
  Facts facts = stages_->extractor(document, syntax, mentions);
  return {.document = std::move(document),
          .syntax = std::move(syntax),
          .mentions = std::move(mentions),
          .facts = std::move(facts),
          .ontology = stages_->extractor.ontology()};
}

Syntax Pipeline::analyse(const Document& document) const { return stages_->analyzer(document); }

void Pipeline::run(const ArticleSource& source, const ReadingSink& sink, unsigned jobs) const {
  const auto read = [this](Article article) { return (*this)(std::move(article)); };
  map_in_order<Article, Reading>(source, read, sink, jobs);
}

std::vector<Reading> Pipeline::run(std::vector<Article> articles, unsigned jobs) const {
  std::vector<Reading> readings;
  readings.reserve(articles.size());
  std::size_t next = 0;
  const auto source = [&]() -> std::optional<Article> {
    return next == articles.size() ? std::nullopt : std::optional(std::move(articles[next++]));
  };
  run(source, [&](Reading reading) { readings.push_back(std::move(reading)); }, jobs);
  return readings;
}

std::string Pipeline::version() const {
  return std::string(DIURNA_VERSION " linguistics ") + stages_->analyzer.fingerprint() + " extraction " +
         stages_->extractor.fingerprint();
}

EventExplanation Pipeline::explain(const Reading& reading, EventId event) const {
  return stages_->extractor.explain(reading.document, reading.syntax, reading.mentions, reading.facts, event);
}

RelationExplanation Pipeline::explain_relation(const Reading& reading, std::size_t relation) const {
  return stages_->extractor.explain_relation(reading.document, reading.syntax, reading.mentions, reading.facts,
                                             relation);
}

std::vector<std::string> Pipeline::trace_rule(const Reading& reading, std::string_view rule) const {
  return stages_->extractor.trace_rule(reading.document, reading.syntax, reading.mentions, rule);
}

const RuleSet& Pipeline::rules() const { return stages_->extractor.rules(); }

std::shared_ptr<const Ontology> Pipeline::ontology() const { return stages_->extractor.ontology(); }

}  // namespace diurna
