#include "linguistics/tree_decoder.hpp"

#include <algorithm>

namespace diurna::detail {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// The best head of every word on its own.
std::vector<std::size_t> best_heads(std::span<const float> scores, std::size_t size, std::size_t stride) {
  std::vector<std::size_t> heads(size);
  for (std::size_t word = 0; word < size; ++word) {
    const float* row = scores.data() + word * stride;
    std::size_t best = 0;
    for (std::size_t node = 1; node <= size; ++node) {
      if (node != word + 1 && row[node] > row[best]) best = node;
    }
    heads[word] = best;
  }
  return heads;
}

/// Whether exactly one word hangs on the root and every word reaches it.
bool is_tree(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> seen(heads.size() + 1, none);
  std::size_t roots = 0;
  for (std::size_t word = 0; word < heads.size(); ++word) {
    roots += heads[word] == 0;
    std::size_t node = word + 1;
    while (node != 0 && seen[node] == none) {
      seen[node] = word;
      node = heads[node - 1];
    }
    if (node != 0 && seen[node] == word) return false;
  }
  return roots == 1;
}

/// Chu–Liu/Edmonds over a dense matrix, contracting one cycle at a time into its first node.
class Contraction {
 public:
  Contraction(std::span<const float> scores, std::size_t size, std::size_t stride)
      : nodes_(size + 1), weights_(nodes_ * nodes_, -1e300) {
    const auto [low, high] = std::minmax_element(scores.begin(), scores.begin() + size * stride);
    const double penalty = (static_cast<double>(*high) - static_cast<double>(*low) + 1.0) * static_cast<double>(nodes_);
    for (std::size_t word = 0; word < size; ++word) {
      for (std::size_t node = 0; node <= size; ++node) {
        if (node == word + 1) continue;
        weight(node, word + 1) = static_cast<double>(scores[word * stride + node]) - (node == 0 ? penalty : 0.0);
      }
    }
  }

  std::vector<std::size_t> solve() {
    std::vector<std::size_t> active(nodes_);
    for (std::size_t i = 0; i < nodes_; ++i) active[i] = i;
    return solve(active);
  }

 private:
  double& weight(std::size_t head, std::size_t node) { return weights_[head * nodes_ + node]; }

  std::size_t best_head(const std::vector<std::size_t>& active, std::size_t node) {
    std::size_t best = active[0];
    for (const std::size_t head : active) {
      if (head != node && weight(head, node) > weight(best, node)) best = head;
    }
    return best;
  }

  /// A cycle of `heads`, or nothing.
  std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& active, const std::vector<std::size_t>& heads) {
    std::vector<std::size_t> seen(nodes_, none);
    for (const std::size_t start : active) {
      std::size_t node = start;
      while (node != 0 && seen[node] == none) {
        seen[node] = start;
        node = heads[node];
      }
      if (node == 0 || seen[node] != start) continue;
      std::vector<std::size_t> cycle{node};
      for (std::size_t next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
      return cycle;
    }
    return {};
  }

  struct Edge {
    std::size_t head = none;
    std::size_t node = none;
    double weight = -1e301;
  };

  /// `active[0]` is the root. Returns the head of every active node.
  std::vector<std::size_t> solve(const std::vector<std::size_t>& active) {
    std::vector<std::size_t> heads(nodes_, none);
    for (std::size_t i = 1; i < active.size(); ++i) heads[active[i]] = best_head(active, active[i]);
    const std::vector<std::size_t> cycle = find_cycle(active, heads);
    if (cycle.empty()) return heads;
    return expand(active, heads, cycle);
  }

  std::vector<std::size_t> expand(const std::vector<std::size_t>& active, const std::vector<std::size_t>& heads,
                                  const std::vector<std::size_t>& cycle) {
    const std::size_t merged = cycle.front();
    std::vector<char> in_cycle(nodes_, 0);
    for (const std::size_t node : cycle) in_cycle[node] = 1;
    std::vector<Edge> in(nodes_);   // best edge from outside into the cycle, by outside head
    std::vector<Edge> out(nodes_);  // best edge from the cycle, by outside node
    std::vector<std::size_t> rest;
    for (const std::size_t other : active) {
      if (in_cycle[other]) {
        if (other == merged) rest.push_back(other);
        continue;
      }
      rest.push_back(other);
      for (const std::size_t node : cycle) {
        const double gain = weight(other, node) - weight(heads[node], node);
        if (gain > in[other].weight) in[other] = {other, node, gain};
        if (weight(node, other) > out[other].weight) out[other] = {node, other, weight(node, other)};
      }
    }
    for (const std::size_t other : rest) {
      if (other == merged) continue;
      weight(other, merged) = in[other].weight;
      weight(merged, other) = out[other].weight;
    }
    std::vector<std::size_t> solved = solve(rest);
    const Edge entry = in[solved[merged]];
    for (const std::size_t other : rest) {
      if (other != merged && solved[other] == merged) solved[other] = out[other].head;
    }
    for (const std::size_t node : cycle) solved[node] = heads[node];
    solved[entry.node] = entry.head;
    return solved;
  }

  std::size_t nodes_;
  std::vector<double> weights_;
};

}  // namespace

std::vector<std::size_t> decode_tree(std::span<const float> scores, std::size_t size, std::size_t stride) {
  std::vector<std::size_t> heads = best_heads(scores, size, stride);
  if (size == 0 || is_tree(heads)) return heads;
  const std::vector<std::size_t> solved = Contraction(scores, size, stride).solve();
  for (std::size_t word = 0; word < size; ++word) heads[word] = solved[word + 1];
  return heads;
}

}  // namespace diurna::detail
