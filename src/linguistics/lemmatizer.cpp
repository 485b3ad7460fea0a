#include "linguistics/lemmatizer.hpp"

#include <algorithm>
#include <charconv>

#include "diurna/text/unicode.hpp"

namespace diurna::detail {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string cased(std::string_view form, char how) {
  if (how == 'k') return std::string(form);
  std::string lower = fold_case(form);
  if (how == 't' && !lower.empty() && lower[0] >= 'a' && lower[0] <= 'z') {
    lower[0] = static_cast<char>(lower[0] - 'a' + 'A');
  } else if (how == 't') {
    std::size_t first = 1;
    while (first < form.size() && continues(form[first])) ++first;
    return std::string(form.substr(0, first)) + fold_case(form.substr(std::min(first, form.size())));
  }
  return lower;
}

}  // namespace

std::string apply_lemma_rule(std::string_view rule, std::string_view form) {
  if (rule.starts_with('=')) return std::string(rule.substr(1));
  const std::size_t bar = rule.find('|', 2);
  if (rule.size() < 4 || bar == std::string_view::npos) return std::string(form);
  std::size_t strip = 0;
  std::from_chars(rule.data() + 2, rule.data() + bar, strip);
  std::string out = cased(form, rule[0]);
  for (; strip > 0 && !out.empty(); --strip) {
    while (out.size() > 1 && continues(out.back())) out.pop_back();
    out.pop_back();
  }
  out += rule.substr(bar + 1);
  return out.empty() ? std::string(form) : out;
}

Lemmatizer::Lemmatizer(const ModelFile& file) {
  const std::string_view table = file.section("lemmas");
  known_.reserve(static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')));
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = std::min(table.find('\n', begin), table.size());
    const std::string_view line = table.substr(begin, end - begin);
    const std::size_t tab = line.rfind('\t');
    if (tab != std::string_view::npos) {
      known_.emplace(line.substr(0, tab), line.substr(tab + 1));
      lemmas_.insert(std::string(line.substr(tab + 1)).append(line.substr(line.find('\t'), tab - line.find('\t'))));
    }
    begin = end + 1;
  }
}

std::string Lemmatizer::operator()(std::string_view form, std::string_view normal, Upos upos,
                                   std::span<const std::string_view> rules) const {
  const auto key = [&](std::string_view text) { return std::string(text).append(1, '\t').append(to_text(upos)); };
  if (const auto found = known_.find(key(normal)); found != known_.end()) return std::string(found->second);
  const std::string first = apply_lemma_rule(rules.front(), form);
  if (upos == Upos::propn || lemmas_.contains(key(first))) return first;
  for (const std::string_view rule : rules.subspan(1)) {
    std::string other = apply_lemma_rule(rule, form);
    if (lemmas_.contains(key(other))) return other;
  }
  return first;
}

}  // namespace diurna::detail
