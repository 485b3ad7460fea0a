#include "diurna/linguistics/analyzer.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/model_file.hpp"
#include "diurna/core/resources.hpp"
#include "linguistics/kernels.hpp"
#include "linguistics/labels.hpp"
#include "linguistics/lemmatizer.hpp"
#include "linguistics/name_decoder.hpp"
#include "linguistics/network.hpp"
#include "linguistics/tree_decoder.hpp"
#include "linguistics/windows.hpp"

namespace diurna {

using namespace detail;

struct Analyzer::Model {
  explicit Model(Resource resource)
      : file(std::move(resource)), labels(read_labels(file)), network(file), lemmatizer(file), names(labels.names) {
    require_shape(
        network.labels(Task::upos) == labels.upos.size() && network.labels(Task::xpos) == labels.xpos.size() &&
            network.labels(Task::feats) == labels.features.size() &&
            network.labels(Task::lemma) == labels.lemma_rules.size() && labels.lemma_rules.size() >= 3 &&
            network.labels(Task::ner) == labels.names.size() && network.relations() == labels.relations.size(),
        file, "labels");
  }

  ModelFile file;
  Labels labels;
  Network network;
  Lemmatizer lemmatizer;
  NameDecoder names;
};

namespace {

std::size_t best(std::span<const float> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

/// One document on its way through a model.
class Analysis {
 public:
  Analysis(const Document& document, const Labels& labels, const Network& network, const Lemmatizer& lemmatizer,
           const NameDecoder& name_decoder)
      : document_(document),
        labels_(labels),
        network_(network),
        lemmatizer_(lemmatizer),
        name_decoder_(name_decoder),
        kernels_(kernels(best_instruction_set())),
        words_(document.tokens().size()) {}

  Syntax run() {
    const std::vector<TokenRange> windows = cut_windows(document_);
    for (std::size_t first = 0; first < windows.size();) {
      std::size_t last = first;
      std::size_t size = 0;
      while (last < windows.size() && (size == 0 || size + windows[last].size() <= batch_words)) {
        size += windows[last++].size();
      }
      analyze({windows.data() + first, last - first});
      first = last;
    }
    join_windows(document_, windows, words_);
    return Syntax(std::move(words_), std::move(names_));
  }

 private:
  void analyze(std::span<const TokenRange> windows) {
    const std::size_t begin = windows.front().first.index();
    const std::size_t end = windows.back().last.index();
    rows_.clear();
    normals_.clear();
    bounds_.assign(1, 0);
    for (std::size_t token = begin; token < end; ++token) {
      const std::string_view form = document_.form(TokenId{token});
      normals_.push_back(normal_form(form));
      rows_.push_back(network_.rows(form, normals_.back()));
    }
    for (const TokenRange& window : windows) bounds_.push_back(static_cast<std::uint32_t>(window.last.index() - begin));
    network_.run({rows_, bounds_}, workspace_, kernels_);
    for (std::size_t token = begin; token < end; ++token) tag(token, token - begin);
    for (const TokenRange& window : windows) {
      parse(window, begin);
      find_names(window, begin);
    }
  }

  void tag(std::size_t token, std::size_t row) {
    WordAnalysis& word = words_[token];
    const std::size_t upos = best(network_.scores(Task::upos, row, workspace_));
    word.upos = labels_.upos[upos];
    const auto xpos_scores = network_.scores(Task::xpos, row, workspace_);
    const auto feature_scores = network_.scores(Task::feats, row, workspace_);
    const auto& choices = labels_.combinations[upos];
    if (!choices.empty()) {
      const auto& chosen = *std::max_element(choices.begin(), choices.end(), [&](const auto& a, const auto& b) {
        return xpos_scores[a.xpos] < xpos_scores[b.xpos];
      });
      word.xpos = labels_.xpos[chosen.xpos];
      word.features = labels_.features[*std::max_element(
          chosen.features.begin(), chosen.features.end(),
          [&](std::size_t a, std::size_t b) { return feature_scores[a] < feature_scores[b]; })];
    }
    const auto rules = best_rules(network_.scores(Task::lemma, row, workspace_));
    word.lemma = lemmatizer_(document_.form(TokenId{token}), normals_[row], word.upos, rules);
  }

  /// The three best lemma rules, best first.
  std::array<std::string_view, 3> best_rules(std::span<const float> scores) {
    std::vector<std::size_t>& order = rule_order_;
    order.resize(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::partial_sort(order.begin(), order.begin() + 3, order.end(), [&](std::size_t a, std::size_t b) {
      return scores[a] > scores[b] || (scores[a] == scores[b] && a < b);
    });
    return {labels_.lemma_rules[order[0]], labels_.lemma_rules[order[1]], labels_.lemma_rules[order[2]]};
  }

  void parse(TokenRange window, std::size_t batch_begin) {
    const std::size_t begin = window.first.index() - batch_begin;
    const ArcScores arcs = network_.arc_scores(begin, begin + window.size(), workspace_, kernels_);
    const std::vector<std::size_t> heads = decode_tree(arcs.values, window.size(), arcs.stride);
    const auto scores = network_.relation_scores(begin, heads, workspace_, kernels_);
    for (std::size_t i = 0; i < heads.size(); ++i) {
      WordAnalysis& word = words_[window.first.index() + i];
      word.head = heads[i] == 0 ? TokenId::none() : TokenId{window.first.index() + heads[i] - 1};
      word.relation =
          relation_of(scores.subspan(i * network_.relation_stride(), labels_.relations.size()), heads[i] == 0);
    }
  }

  /// The best relation; "root" for roots and only for them.
  DependencyRelation relation_of(std::span<const float> scores, bool root) const {
    if (root) return DependencyRelation::root;
    std::size_t found = labels_.relations.size();
    for (std::size_t i = 0; i < labels_.relations.size(); ++i) {
      if (labels_.relations[i] == DependencyRelation::root) continue;
      if (found == labels_.relations.size() || scores[i] > scores[found]) found = i;
    }
    return found < labels_.relations.size() ? labels_.relations[found] : DependencyRelation::dep;
  }

  void find_names(TokenRange window, std::size_t batch_begin) {
    name_scores_.clear();
    for (const TokenId token : window) {
      name_scores_.push_back(network_.scores(Task::ner, token.index() - batch_begin, workspace_));
    }
    const std::size_t first = window.first.index();
    for (const DecodedName& name : name_decoder_(name_scores_)) {
      names_.push_back(
          {.tokens = {TokenId{first + name.begin}, TokenId{first + name.end}}, .type = name.type, .score = name.score});
    }
  }

  static constexpr std::size_t batch_words = 256;

  const Document& document_;
  const Labels& labels_;
  const Network& network_;
  const Lemmatizer& lemmatizer_;
  const NameDecoder& name_decoder_;
  const Kernels& kernels_;
  std::vector<WordAnalysis> words_;
  std::vector<NameSpan> names_;
  NetworkWorkspace workspace_;
  std::vector<WordRows> rows_;
  std::vector<std::string> normals_;
  std::vector<std::size_t> rule_order_;
  std::vector<std::uint32_t> bounds_;
  std::vector<std::span<const float>> name_scores_;
};

}  // namespace

Analyzer Analyzer::load(const std::string& path) {
  return Analyzer(
      std::make_shared<const Model>(path.empty() ? find_resource("models/en/linguistics.bin") : read_file(path)));
}

Syntax Analyzer::operator()(const Document& document) const {
  return Analysis(document, model_->labels, model_->network, model_->lemmatizer, model_->names).run();
}

const std::string& Analyzer::fingerprint() const { return model_->file.fingerprint(); }

std::string Analyzer::card() const { return std::string(model_->file.section("card")); }

}  // namespace diurna
