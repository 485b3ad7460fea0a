#include "linguistics/name_decoder.hpp"

#include <algorithm>

#include "linguistics/kernels.hpp"

namespace diurna::detail {
namespace {

using Position = NameTag::Position;
constexpr float impossible = -1e30f;

/// After such a tag a name is complete (or there is none), so anything may begin.
bool closed(const NameTag& tag) { return tag.position != Position::begin && tag.position != Position::inside; }
bool continues(const NameTag& tag) { return tag.position == Position::inside || tag.position == Position::end; }

/// Softmax probability of one tag.
double probability(std::span<const float> scores, std::size_t tag) {
  const float highest = *std::max_element(scores.begin(), scores.end());
  double total = 0.0;
  for (const float score : scores) total += static_cast<double>(exponential(std::max(score - highest, -80.0f)));
  return static_cast<double>(exponential(std::max(scores[tag] - highest, -80.0f))) / total;
}

}  // namespace

NameDecoder::NameDecoder(std::vector<NameTag> tags)
    : tags_(std::move(tags)), opener_(tags_.size(), 0), middle_(tags_.size(), 0) {
  for (std::size_t i = 0; i < tags_.size(); ++i) {
    for (std::size_t j = 0; j < tags_.size(); ++j) {
      if (tags_[i].type != tags_[j].type) continue;
      if (tags_[j].position == Position::begin) opener_[i] = j;
      if (tags_[j].position == Position::inside) middle_[i] = j;
    }
  }
}

std::vector<std::size_t> NameDecoder::best_tags(std::span<const std::span<const float>> scores) const {
  const std::size_t count = tags_.size();
  std::vector<float> best(count, impossible);
  std::vector<float> next(count);
  std::vector<std::size_t> from(scores.size() * count);
  best[0] = 0.0f;  // before the sentence: outside
  for (std::size_t word = 0; word < scores.size(); ++word) {
    std::size_t last_closed = 0;
    for (std::size_t tag = 1; tag < count; ++tag) {
      if (closed(tags_[tag]) && best[tag] > best[last_closed]) last_closed = tag;
    }
    for (std::size_t tag = 0; tag < count; ++tag) {
      std::size_t previous = last_closed;
      if (continues(tags_[tag])) previous = best[middle_[tag]] > best[opener_[tag]] ? middle_[tag] : opener_[tag];
      next[tag] = std::max(best[previous] + scores[word][tag], impossible);
      from[word * count + tag] = previous;
    }
    std::swap(best, next);
  }
  std::size_t tag = 0;
  for (std::size_t i = 1; i < count; ++i) {
    if (closed(tags_[i]) && best[i] > best[tag]) tag = i;
  }
  std::vector<std::size_t> path(scores.size());
  for (std::size_t word = scores.size(); word-- > 0;) {
    path[word] = tag;
    tag = from[word * count + tag];
  }
  return path;
}

std::vector<DecodedName> NameDecoder::operator()(std::span<const std::span<const float>> scores) const {
  if (scores.empty()) return {};
  const std::vector<std::size_t> path = best_tags(scores);
  std::vector<DecodedName> names;
  std::size_t begin = 0;
  double total = 0.0;
  for (std::size_t word = 0; word < path.size(); ++word) {
    const NameTag& tag = tags_[path[word]];
    if (tag.position == Position::outside) continue;
    if (!continues(tag)) {
      begin = word;
      total = 0.0;
    }
    total += probability(scores[word], path[word]);
    if (closed(tag)) names.push_back({begin, word + 1, tag.type, total / static_cast<double>(word + 1 - begin)});
  }
  return names;
}

}  // namespace diurna::detail
