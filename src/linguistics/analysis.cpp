#include "linguistics/analysis.hpp"

#include <algorithm>
#include <numeric>

#include "linguistics/tree_decoder.hpp"
#include "linguistics/windows.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t batch_words = 256;

std::size_t best(std::span<const float> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

/// The best relation; "root" is not for words that have a head.
DependencyRelation relation_of(std::span<const float> scores, const std::vector<DependencyRelation>& labels) {
  std::size_t found = labels.size();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == DependencyRelation::root) continue;
    if (found == labels.size() || scores[i] > scores[found]) found = i;
  }
  return found < labels.size() ? labels[found] : DependencyRelation::dep;
}

}  // namespace

Analysis::Analysis(const Document& document, const LinguisticModel& model)
    : document_(document), model_(model), kernels_(kernels(best_instruction_set())), words_(document.tokens().size()) {}

Syntax Analysis::run() {
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

void Analysis::analyze(std::span<const TokenRange> windows) {
  const std::size_t begin = windows.front().first.index();
  const std::size_t end = windows.back().last.index();
  rows_.clear();
  normals_.clear();
  bounds_.assign(1, 0);
  for (std::size_t token = begin; token < end; ++token) {
    const std::string_view form = document_.form(TokenId{token});
    normals_.push_back(normal_form(form));
    rows_.push_back(model_.network.rows(form, normals_.back()));
  }
  for (const TokenRange& window : windows) bounds_.push_back(static_cast<std::uint32_t>(window.last.index() - begin));
  model_.network.run({rows_, bounds_}, workspace_, kernels_);
  for (std::size_t token = begin; token < end; ++token) tag(token, token - begin);
  for (const TokenRange& window : windows) {
    parse(window, begin);
    find_names(window, begin);
  }
}

void Analysis::tag(std::size_t token, std::size_t row) {
  WordAnalysis& word = words_[token];
  const std::size_t upos = best(model_.network.scores(Task::upos, row, workspace_));
  word.upos = model_.labels.upos[upos];
  const auto xpos_scores = model_.network.scores(Task::xpos, row, workspace_);
  const auto feature_scores = model_.network.scores(Task::feats, row, workspace_);
  const auto& choices = model_.labels.combinations[upos];
  if (!choices.empty()) {
    const auto& chosen = *std::max_element(choices.begin(), choices.end(), [&](const auto& a, const auto& b) {
      return xpos_scores[a.xpos] < xpos_scores[b.xpos];
    });
    word.xpos = model_.labels.xpos[chosen.xpos];
    word.features = model_.labels.features[*std::max_element(
        chosen.features.begin(), chosen.features.end(),
        [&](std::size_t a, std::size_t b) { return feature_scores[a] < feature_scores[b]; })];
  }
  const auto rules = best_lemma_rules(model_.network.scores(Task::lemma, row, workspace_));
  word.lemma = model_.lemmatizer(document_.form(TokenId{token}), normals_[row], word.upos, rules);
}

/// The three best lemma rules, best first.
std::array<std::string_view, 3> Analysis::best_lemma_rules(std::span<const float> scores) {
  std::vector<std::size_t>& order = rule_order_;
  order.resize(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::partial_sort(order.begin(), order.begin() + 3, order.end(), [&](std::size_t a, std::size_t b) {
    return scores[a] > scores[b] || (scores[a] == scores[b] && a < b);
  });
  return {model_.labels.lemma_rules[order[0]], model_.labels.lemma_rules[order[1]],
          model_.labels.lemma_rules[order[2]]};
}

void Analysis::parse(TokenRange window, std::size_t batch_begin) {
  const std::size_t begin = window.first.index() - batch_begin;
  const ArcScores arcs = model_.network.arc_scores(begin, begin + window.size(), workspace_, kernels_);
  const std::vector<std::size_t> heads = decode_tree(arcs.values, window.size(), arcs.stride);
  const auto scores = model_.network.relation_scores(begin, heads, workspace_, kernels_);
  const std::vector<DependencyRelation>& relations = model_.labels.relations;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    WordAnalysis& word = words_[window.first.index() + i];
    if (heads[i] == 0) {
      word.relation = DependencyRelation::root;
      continue;
    }
    word.head = TokenId{window.first.index() + heads[i] - 1};
    word.relation = relation_of(scores.subspan(i * model_.network.relation_stride(), relations.size()), relations);
  }
}

void Analysis::find_names(TokenRange window, std::size_t batch_begin) {
  name_scores_.clear();
  for (const TokenId token : window) {
    name_scores_.push_back(model_.network.scores(Task::ner, token.index() - batch_begin, workspace_));
  }
  const std::size_t first = window.first.index();
  for (const DecodedName& name : model_.names(name_scores_)) {
    names_.push_back(
        {.tokens = {TokenId{first + name.begin}, TokenId{first + name.end}}, .type = name.type, .score = name.score});
  }
}

}  // namespace diurna::detail
