// Features are strings "name=value", the same as in training/sentence_boundaries.py; they are looked up by their hash.
// Only gaps of white space are asked about, and none where a sentence cannot end: behind an opening bracket or a comma,
// in front of punctuation, between two words in lower case.
#include "text/boundary_model.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "core/hash.hpp"
#include "core/tsv.hpp"
#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"
#include "text/characters.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t farthest = 5;       // positions beyond are alike
constexpr std::size_t longest_word = 40;  // bytes; longer ones are unknown to the model anyway

float number_of(const Resource& table, const TsvRow& row) {
  const std::string field(row.fields[1]);
  char* end = nullptr;
  const float value = std::strtof(field.c_str(), &end);
  if (end == field.c_str() || *end != '\0') {
    throw ParseError({.code = "data.number",
                      .place = table.name() + ":" + std::to_string(row.line),
                      .message = "\"" + field + "\" is not a number",
                      .hint = "a row is a feature, a tab and its weight"});
  }
  return value;
}

/// A word with what the features say of it.
struct Word {
  std::string_view form;
  std::string folded;
  std::string shape;
};

Word describe(std::string_view form) {
  Word word{form.substr(0, std::min(form.size(), longest_word)), fold_case(form.substr(0, longest_word)), {}};
  const Character first = character_at(form, 0, form.size());
  if (first.is(CharacterKind::digit)) {
    word.shape = "0";
  } else if (is_upper(first.value)) {
    bool small = first.size == form.size();
    for (std::size_t i = 0; i < word.form.size() && !small; i += character_at(form, i, form.size()).size) {
      small = is_lower(character_at(form, i, form.size()).value);
    }
    word.shape = small ? "Xx" : "X";
  } else {
    word.shape = is_lower(first.value) ? "x" : std::string(form.substr(0, first.size));
  }
  return word;
}

bool may_part(std::string_view before, std::string_view behind) {
  const char32_t last = character_before(before, before.size(), 0).value;
  const char32_t first = character_at(behind, 0, behind.size()).value;
  constexpr std::u32string_view open = U"\"'\u201C\u2018`([{:,;&/$#";
  constexpr std::u32string_view follows = U".,;:!?)]}\u2019\u201D%";
  if (open.find(last) != std::u32string_view::npos || before == "\u2019") return false;
  if (follows.find(first) != std::u32string_view::npos) return false;
  return !(is_lower(first) && is_lower(character_at(before, 0, before.size()).value));
}

}  // namespace

BoundaryModel::BoundaryModel() {
  const Resource table = find_resource("en/text/boundaries.tsv");
  for (const TsvRow& row : read_tsv(table, 2, 2)) {
    if (row.fields[0] == "bias") {
      bias_ = number_of(table, row);
    } else {
      weights_.emplace(hash64(row.fields[0]), number_of(table, row));
    }
  }
}

float BoundaryModel::weight(std::initializer_list<std::string_view> parts) const {
  std::string feature;
  for (const std::string_view part : parts) feature += part;
  const auto found = weights_.find(hash64(feature));
  return found == weights_.end() ? 0.0F : found->second;
}

float BoundaryModel::score(std::string_view text, const std::vector<Token>& tokens, TokenRange sentence,
                           std::size_t gap) const {
  const std::size_t begin = sentence.first.index();
  const std::size_t end = sentence.last.index();
  const auto word = [&](std::size_t i) {
    return i < begin || i >= end ? Word{"<>", "<>", "<"} : describe(tokens[i].span.text_in(text));
  };
  const Word a = word(gap - 1);  // wraps around in front of the first token: no word either
  const Word b = word(gap);
  const Word c = word(gap + 1);
  const Word d = word(gap + 2);
  const std::string position = std::to_string(std::min(gap - begin, farthest));
  const std::string rest = std::to_string(std::min(end - 1 - gap, farthest));
  return bias_ + weight({"b=", b.folded}) + weight({"c=", c.form}) + weight({"sb=", b.shape}) +
         weight({"sc=", c.shape}) + weight({"sbc=", b.shape, c.shape}) + weight({"c,d=", c.folded, "_", d.folded}) +
         weight({"scd=", c.shape, d.shape}) + weight({"sabcd=", a.shape, b.shape, c.shape, d.shape}) +
         weight({"a,b=", a.folded, "_", b.folded}) + weight({"b,sc=", b.folded, c.shape}) +
         weight({"sb,c=", b.shape, "_", c.form}) + weight({"d=", d.folded}) +
         weight({"sbc,d=", b.shape, c.shape, d.folded}) + weight({"pos=", position}) + weight({"rest=", rest});
}

std::vector<TokenRange> BoundaryModel::cut(std::string_view text, const std::vector<Token>& tokens,
                                           TokenRange sentence) const {
  std::vector<TokenRange> pieces;
  TokenId first = sentence.first;
  for (std::size_t i = first.index(); i + 1 < sentence.last.index() && !weights_.empty(); ++i) {
    if (!tokens[i].space_after) continue;
    if (!may_part(tokens[i].span.text_in(text), tokens[i + 1].span.text_in(text))) continue;
    if (score(text, tokens, sentence, i) <= 0) continue;
    pieces.push_back({first, TokenId{i + 1}});
    first = TokenId{i + 1};
  }
  pieces.push_back({first, sentence.last});
  return pieces;
}

const BoundaryModel& boundary_model() {
  static const BoundaryModel model;
  return model;
}

}  // namespace diurna::detail
