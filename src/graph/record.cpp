#include "graph/record.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace diurna::detail {
namespace {

/// Adds to the sorted `into` what it does not have yet; `on_new` sees each addition.
template <class T, class OnNew>
void add_missing(std::vector<T>& into, std::vector<T> more, OnNew on_new) {
  std::sort(more.begin(), more.end());
  more.erase(std::unique(more.begin(), more.end()), more.end());
  const auto known = [&into](const T& item) { return std::binary_search(into.begin(), into.end(), item); };
  more.erase(std::remove_if(more.begin(), more.end(), known), more.end());
  if (more.empty()) return;
  for (const T& item : more) on_new(item);
  const bool in_order = into.empty() || into.back() < more.front();  // usual: documents arrive one after the other
  const auto middle = static_cast<std::ptrdiff_t>(into.size());
  into.insert(into.end(), more.begin(), more.end());
  if (!in_order) std::inplace_merge(into.begin(), into.begin() + middle, into.end());
}

template <class T>
bool mentions(const std::vector<T>& sorted, Symbol document) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), document,
                                   [](const T& entry, Symbol wanted) { return entry.document < wanted; });
  return at != sorted.end() && at->document == document;
}

}  // namespace

bool Record::has_document(Symbol document) const { return mentions(claims, document) || mentions(evidence, document); }

bool Record::has_document(Symbol document, Symbol origin) const {
  const auto same = [=](const auto& entry) { return entry.document == document && entry.origin == origin; };
  return has_document(document) &&
         (std::any_of(claims.begin(), claims.end(), same) || std::any_of(evidence.begin(), evidence.end(), same));
}

std::size_t Record::document_count() const {
  std::size_t count = 0;
  auto claim = claims.begin();
  auto proof = evidence.begin();
  while (claim != claims.end() || proof != evidence.end()) {
    Symbol next = claim != claims.end() ? claim->document : proof->document;
    if (proof != evidence.end()) next = std::min(next, proof->document);
    while (claim != claims.end() && claim->document == next) ++claim;
    while (proof != evidence.end() && proof->document == next) ++proof;
    ++count;
  }
  return count;
}

std::uint32_t Record::statement(Symbol facet, Symbol value) {
  for (std::uint32_t i = 0; i < statements.size(); ++i) {
    if (statements[i].facet == facet && statements[i].value == value) return i;
  }
  statements.push_back({facet, value, 0});
  return static_cast<std::uint32_t>(statements.size() - 1);
}

void Record::unite(std::vector<ClaimEntry> more) {
  add_missing(claims, std::move(more), [](const ClaimEntry&) {});
  for (Statement& statement : statements) statement.documents = 0;
  std::set<std::pair<std::uint32_t, Symbol>> counted;
  for (const ClaimEntry& entry : claims) {
    if (counted.emplace(entry.statement, entry.document).second) ++statements[entry.statement].documents;
  }
}

void Record::unite(std::vector<EvidenceEntry> more) {
  add_missing(evidence, std::move(more), [](const EvidenceEntry&) {});
}

std::string encode(const Property& property) {
  static constexpr std::string_view tags = "bids";
  return tags[property.index()] + to_text(property);
}

Property decode(std::string_view text) {
  const std::string_view body = text.substr(1);
  if (text[0] == 'b') return body == "true";
  if (text[0] == 's') return std::string(body);
  if (text[0] == 'd') {
    double number = 0;
    std::from_chars(body.data(), body.data() + body.size(), number);
    return number;
  }
  std::int64_t number = 0;
  std::from_chars(body.data(), body.data() + body.size(), number);
  return number;
}

std::string encode(const Origin& origin) { return origin.node + '\x1f' + origin.target + '\x1f' + origin.key; }

Origin decode_origin(std::string_view text) {
  const std::size_t first = text.find('\x1f');
  const std::size_t second = text.find('\x1f', first + 1);
  return {std::string(text.substr(0, first)), std::string(text.substr(first + 1, second - first - 1)),
          std::string(text.substr(second + 1))};
}

std::vector<Claim> claims_of(const Record& record, const StringPool& strings) {
  std::map<std::pair<std::uint32_t, Symbol>, std::vector<std::string>> documents;
  for (const ClaimEntry& entry : record.claims) {
    documents[{entry.statement, entry.origin}].emplace_back(strings.view(entry.document));
  }
  std::vector<Claim> out;
  for (auto& [what, who] : documents) {
    const Statement& statement = record.statements[what.first];
    std::sort(who.begin(), who.end());
    out.push_back({std::string(strings.view(statement.facet)), decode(strings.view(statement.value)), std::move(who),
                   what.second == no_origin ? Origin{} : decode_origin(strings.view(what.second))});
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<GraphEvidence> evidence_of(const Record& record, const StringPool& strings) {
  std::vector<GraphEvidence> out;
  out.reserve(record.evidence.size());
  const auto text = [&strings](Symbol symbol) { return std::string(strings.view(symbol)); };
  for (const EvidenceEntry& entry : record.evidence) {
    out.push_back({.document = text(entry.document),
                   .begin = entry.begin,
                   .end = entry.end,
                   .text = text(entry.text),
                   .rule = text(entry.rule),
                   .path = text(entry.path),
                   .score = entry.score,
                   .text_begin = entry.text_begin,
                   .origin = entry.origin == no_origin ? Origin{} : decode_origin(strings.view(entry.origin))});
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return (a <=> b) < 0; });
  return out;
}

void join(Record& record, const std::vector<Claim>& claims, const std::vector<GraphEvidence>& evidence,
          StringPool& strings) {
  const auto origin_symbol = [&strings](const Origin& origin) {
    return origin.empty() ? no_origin : strings.intern(encode(origin));
  };
  std::vector<ClaimEntry> entries;
  for (const Claim& claim : claims) {
    const std::uint32_t statement = record.statement(strings.intern(claim.facet), strings.intern(encode(claim.value)));
    for (const std::string& document : claim.documents) {
      entries.push_back({strings.intern(document), statement, origin_symbol(claim.origin)});
    }
  }
  record.unite(std::move(entries));
  std::vector<EvidenceEntry> proofs;
  for (const GraphEvidence& item : evidence) {
    proofs.push_back({.document = strings.intern(item.document),
                      .begin = static_cast<std::uint32_t>(item.begin),
                      .end = static_cast<std::uint32_t>(item.end),
                      .text_begin = static_cast<std::uint32_t>(item.text_begin),
                      .text = strings.intern(item.text),
                      .rule = strings.intern(item.rule),
                      .path = strings.intern(item.path),
                      .score = item.score,
                      .origin = origin_symbol(item.origin)});
  }
  record.unite(std::move(proofs));
}

}  // namespace diurna::detail
