// Quotations take the source of a report in a sentence that they touch, else that of the quotation before them in the
// same block.
#include "events/attribution.hpp"

#include <algorithm>
#include <optional>

#include "events/quotations.hpp"
#include "events/report_finder.hpp"

namespace diurna::detail {
namespace {

/// The report whose cue stands in a sentence that the quotation touches, nearest to the quotation, outside of it.
std::optional<Filler> speaker_beside(const Context& context, const TokenRange& quotation,
                                     const std::vector<std::vector<Filler>>& sentence_speakers) {
  const SentenceId first = context.document.sentence_of(quotation.first);
  const SentenceId last = context.document.sentence_of(TokenId{quotation.last.index() - 1});
  for (SentenceId sentence = first; sentence <= last; ++sentence) {
    for (const Filler& speaker : sentence_speakers[sentence.index()]) {
      if (!quotation.contains(speaker.head)) return speaker;
    }
  }
  return std::nullopt;
}

}  // namespace

Attributions::Attributions(std::vector<Report> reports, std::vector<std::uint32_t> quotation_of,
                           std::vector<Filler> speakers)
    : reports_(std::move(reports)), quotation_of_(std::move(quotation_of)), speakers_(std::move(speakers)) {
  std::stable_sort(reports_.begin(), reports_.end(),
                   [](const Report& a, const Report& b) { return a.content < b.content; });
}

namespace {

/// Content stands on one side of its cue; what stands between speaker and cue ("X, who led it, said") is not told.
bool is_told(const Report& report, TokenId token) {
  if (report.rule == "report:inserted" || report.rule == "report:according") return true;
  if (report.content > report.cue) return token > report.cue;
  return token < report.cue &&
         (token < report.source.head || report.source.head > report.cue || report.content < report.source.head);
}

}  // namespace

std::vector<Filler> Attributions::sources(const Context& context, TokenId token) const {
  std::vector<Filler> found;
  const auto add = [&](const Filler& source) {
    const bool known = std::any_of(found.begin(), found.end(), [&](const Filler& other) {
      return other.head == source.head || (source.as<EntityId>() && other.value == source.value);
    });
    if (!known && source.head != token) found.push_back(source);
  };
  TokenId below = TokenId::none();
  for (TokenId node = token; node; below = node, node = context.syntax.head(node)) {
    auto report = std::lower_bound(reports_.begin(), reports_.end(), node,
                                   [](const Report& a, TokenId content) { return a.content < content; });
    for (; report != reports_.end() && report->content == node; ++report) {
      const bool through_cue = below == report->cue || node == report->cue || token == report->cue;
      if (!through_cue && is_told(*report, token)) add(report->source);
    }
  }
  if (token.index() < quotation_of_.size() && quotation_of_[token.index()] != 0) {
    add(speakers_[quotation_of_[token.index()] - 1]);
  }
  return found;
}

AttributionFinder AttributionFinder::load() {
  return AttributionFinder(std::make_shared<const Tables>(Tables::read()));
}

Attributions AttributionFinder::operator()(const Context& context) const {
  const Document& document = context.document;
  std::vector<Report> reports;
  std::vector<std::vector<Filler>> sentence_speakers(document.sentences().size());
  for (std::size_t i = 0; i < document.tokens().size(); ++i) {
    for (Report& report : reports_at(context, *tables_, TokenId{i})) {
      sentence_speakers[document.sentence_of(report.cue).index()].push_back(report.source);
      if (report.content || !report.words.empty()) reports.push_back(std::move(report));
    }
  }
  std::vector<std::uint32_t> quotation_of(document.tokens().size(), 0);
  std::vector<Filler> speakers;
  BlockId block = BlockId::none();
  for (const TokenRange& quotation : find_quotations(document)) {
    const BlockId here = document.sentence(document.sentence_of(quotation.first)).block;
    auto speaker = speaker_beside(context, quotation, sentence_speakers);
    if (!speaker && here == block && !speakers.empty() && quotation.size() > 3) speaker = speakers.back();
    if (!speaker) continue;
    block = here;
    speakers.push_back(*speaker);
    for (const TokenId token : quotation) quotation_of[token.index()] = static_cast<std::uint32_t>(speakers.size());
  }
  for (const Report& report : reports) {
    if (report.words.empty()) continue;
    speakers.push_back(report.source);
    for (const TokenId token : report.words) {
      if (quotation_of[token.index()] == 0) quotation_of[token.index()] = static_cast<std::uint32_t>(speakers.size());
    }
  }
  std::erase_if(reports, [](const Report& report) { return !report.content; });
  return {std::move(reports), std::move(quotation_of), std::move(speakers)};
}

}  // namespace diurna::detail
