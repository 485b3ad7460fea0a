#include "graph/texts.hpp"

#include <bit>
#include <charconv>

namespace diurna::detail {

std::string encode(const Property& property) {
  static constexpr std::string_view tags = "bids";
  return tags[property.index()] + to_text(property);
}

Property decode(std::string_view text) {
  const char tag = text.empty() ? 's' : text[0];
  const std::string_view body = text.substr(text.empty() ? 0 : 1);
  if (tag == 'b') return body == "true";
  if (tag == 'd') {
    double number = 0;
    std::from_chars(body.data(), body.data() + body.size(), number);
    return number;
  }
  if (tag == 'i') {
    std::int64_t number = 0;
    std::from_chars(body.data(), body.data() + body.size(), number);
    return number;
  }
  return std::string(body);
}

std::uint32_t GraphTexts::statement_number(std::string_view facet, const Property& value) {
  return statements.intern({strings.intern(facet), strings.intern(encode(value))});
}

std::uint32_t GraphTexts::origin_number(const Origin& origin) {
  if (origin.empty()) return no_origin;
  return origins.intern({strings.intern(origin.node), strings.intern(origin.target), strings.intern(origin.key)});
}

Origin GraphTexts::origin(std::uint32_t number) const {
  if (number == no_origin) return {};
  const auto& [node, target, key] = origins[number];
  return {std::string(strings.view(node)), std::string(strings.view(target)), std::string(strings.view(key))};
}

EvidenceRow GraphTexts::evidence_row(const GraphEvidence& evidence, std::uint32_t document) {
  const auto score = std::bit_cast<std::uint64_t>(evidence.score + 0.0);  // -0 becomes 0
  return {.begin = static_cast<std::uint32_t>(evidence.begin),
          .end = static_cast<std::uint32_t>(evidence.end),
          .sentence = sentences.intern(
              {document, static_cast<std::uint32_t>(evidence.text_begin), strings.intern(evidence.text)}),
          .manner = manners.intern({strings.intern(evidence.rule), strings.intern(evidence.path),
                                    static_cast<std::uint32_t>(score), static_cast<std::uint32_t>(score >> 32U)})};
}

GraphEvidence GraphTexts::evidence(const EvidenceRow& row, const ContributionView& from) const {
  const auto& [document, start, text] = sentences[row.sentence];
  const auto& [rule, path, low, high] = manners[row.manner];
  return {.document = std::string(this->document(from.document())),
          .begin = row.begin,
          .end = row.end,
          .text = std::string(strings.view(text)),
          .rule = std::string(strings.view(rule)),
          .path = std::string(strings.view(path)),
          .score = std::bit_cast<double>((std::uint64_t{high} << 32U) | low),
          .text_begin = start,
          .origin = origin(from.origin())};
}

void GraphTexts::index() {
  strings.index();
  documents.index();
  statements.index();
  sentences.index();
  manners.index();
  origins.index();
  labels.index();
}

}  // namespace diurna::detail
