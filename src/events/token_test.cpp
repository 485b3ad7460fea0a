#include "events/token_test.hpp"

#include <algorithm>
#include <array>

#include "events/tree_path.hpp"

namespace diurna::detail {
namespace {

constexpr std::array<std::string_view, 14> attribute_words{"word",     "lower",   "lemma",  "tag",  "upos",
                                                           "relation", "Feature", "entity", "kind", "name",
                                                           "country",  "case",    "mark",   "block"};

constexpr std::uint64_t bit(std::size_t index) { return std::uint64_t{1} << index; }

bool contains(const std::vector<FeatureKey>& sorted, FeatureKey key) {
  return std::binary_search(sorted.begin(), sorted.end(), key);
}

const Mention* mention_at(const RuleScene& scene, TokenId token) {
  const MentionId id = scene.context.mentions.mention_headed_by(token);
  return id ? &scene.context.mentions.mention(id) : nullptr;
}

/// The type of the name that covers a token.
std::uint64_t name_bit(const Syntax& syntax, TokenId token) {
  const auto& names = syntax.names();
  auto name = std::upper_bound(names.begin(), names.end(), token,
                               [](TokenId wanted, const NameSpan& span) { return wanted < span.tokens.first; });
  if (name == names.begin()) return 0;
  --name;
  return name->tokens.contains(token) ? bit(static_cast<std::size_t>(name->type)) : 0;
}

/// Whether a dependent by this relation (with the fixed words behind it) passes: "because of" is one preposition.
template <class Passes>
bool any_marker(const RuleScene& scene, TokenId token, DependencyRelation relation, Passes passes) {
  const Syntax& syntax = scene.context.syntax;
  for (const TokenId child : syntax.children(token)) {
    if (syntax.relation(child) != relation) continue;
    std::string words(scene.words.form(child).text);
    for (const TokenId more : syntax.children(child)) {
      if (syntax.relation(more) == DependencyRelation::fixed) (words += ' ') += scene.words.form(more).text;
    }
    if (passes(words)) return true;
  }
  return false;
}

/// The words to compare with, for attributes that are words.
std::string_view words_of(const RuleScene& scene, Attribute attribute, TokenId token) {
  switch (attribute) {
    case Attribute::word:
      return scene.context.document.form(token);
    case Attribute::lower:
      return scene.words.form(token).text;
    case Attribute::tag:
      return scene.words.tag(token).text;
    case Attribute::name:
    case Attribute::country: {
      const Mention* mention = mention_at(scene, token);
      if (mention == nullptr) return {};
      const Entity& entity = scene.context.mentions.entity(mention->entity);
      return attribute == Attribute::name ? std::string_view(entity.name) : std::string_view(entity.country);
    }
    default:
      return scene.words.lemma(token).text;
  }
}

std::uint64_t bits_at(const RuleScene& scene, Attribute attribute, TokenId token) {
  const Document& document = scene.context.document;
  const Syntax& syntax = scene.context.syntax;
  switch (attribute) {
    case Attribute::upos:
      return bit(static_cast<std::size_t>(syntax.upos(token)));
    case Attribute::relation:
      return bit(static_cast<std::size_t>(syntax.relation(token)));
    case Attribute::entity:
      return kinds_at(scene, token) | name_bit(syntax, token);
    case Attribute::kind: {
      const Mention* mention = mention_at(scene, token);
      return mention == nullptr ? 0 : bit(static_cast<std::size_t>(mention->kind));
    }
    case Attribute::block: {
      const BlockId block = document.sentence(document.sentence_of(token)).block;
      return block ? bit(static_cast<std::size_t>(document.block(block).kind)) : 0;
    }
    case Attribute::feature: {
      std::uint64_t out = 0;
      for (std::size_t i = 0; i <= static_cast<std::size_t>(Feature::voice_pass); ++i) {
        if (syntax.has(token, static_cast<Feature>(i))) out |= bit(i);
      }
      return out;
    }
    default:
      return 0;
  }
}

bool compares(const CompiledTest& test, const RuleScene& scene, TokenId token) {
  const auto passes = [&](std::string_view words) {
    return test.regex ? test.regex->search(words).has_value() : contains(test.hashes, hash64(words));
  };
  switch (test.attribute) {
    case Attribute::lemma:
      if (!test.regex) return contains(test.hashes, scene.words.lemma(token).hash);
      break;
    case Attribute::lower:
      if (!test.regex) return contains(test.hashes, scene.words.form(token).hash);
      break;
    case Attribute::tag:
      if (!test.regex) return contains(test.hashes, scene.words.tag(token).hash);
      break;
    case Attribute::case_:
      return any_marker(scene, token, DependencyRelation::case_, passes);
    case Attribute::mark:
      return any_marker(scene, token, DependencyRelation::mark, passes);
    case Attribute::word:
    case Attribute::name:
    case Attribute::country:
      break;
    default:
      return (bits_at(scene, test.attribute, token) & test.bits) != 0;
  }
  return passes(words_of(scene, test.attribute, token));
}

std::optional<TestKeys> keys_of_all(const CompiledTest& test) {
  std::optional<TestKeys> best;
  const auto size = [](const TestKeys& keys) { return keys.lemmas.size() + keys.forms.size(); };
  for (const CompiledTest& part : test.parts) {
    auto keys = keys_of(part);
    if (keys && (!best || size(*keys) < size(*best))) best = std::move(keys);
  }
  return best;
}

std::optional<TestKeys> keys_of_either(const CompiledTest& test) {
  TestKeys all;
  for (const CompiledTest& part : test.parts) {
    const auto keys = keys_of(part);
    if (!keys) return std::nullopt;
    all.lemmas.insert(all.lemmas.end(), keys->lemmas.begin(), keys->lemmas.end());
    all.forms.insert(all.forms.end(), keys->forms.begin(), keys->forms.end());
  }
  return all;
}

std::string markers_at(const RuleScene& scene, TokenId token, DependencyRelation relation) {
  std::string out;
  (void)any_marker(scene, token, relation, [&](const std::string& words) {
    (out += out.empty() ? "" : ", ") += words;
    return false;
  });
  return out;
}

}  // namespace

std::string value_at(Attribute attribute, const RuleScene& scene, TokenId token) {
  const Syntax& syntax = scene.context.syntax;
  switch (attribute) {
    case Attribute::upos:
      return std::string(diurna::to_text(syntax.upos(token)));
    case Attribute::relation:
      return std::string(diurna::to_text(syntax.relation(token)));
    case Attribute::feature:
      return diurna::to_text(syntax.features(token));
    case Attribute::entity:
      return to_text(static_cast<FillerKinds>(bits_at(scene, attribute, token)));
    case Attribute::kind: {
      const Mention* mention = mention_at(scene, token);
      return mention == nullptr ? std::string() : std::string(diurna::to_text(mention->kind));
    }
    case Attribute::block: {
      const Document& document = scene.context.document;
      const BlockId block = document.sentence(document.sentence_of(token)).block;
      return block ? std::string(diurna::to_text(document.block(block).kind)) : std::string();
    }
    case Attribute::case_:
      return markers_at(scene, token, DependencyRelation::case_);
    case Attribute::mark:
      return markers_at(scene, token, DependencyRelation::mark);
    default:
      return std::string(words_of(scene, attribute, token));
  }
}

FillerKinds kinds_at(const RuleScene& scene, TokenId token) {
  const Mentions& mentions = scene.context.mentions;
  FillerKinds out = 0;
  if (mentions.time_at(token)) out |= time_bit;
  if (mentions.quantity_at(token)) out |= quantity_bit;
  if (const Mention* mention = mention_at(scene, token)) {
    out |= filler_bit(mention->type);
    if (mention->kind == MentionKind::pronoun) out |= filler_bit(mentions.entity(mention->entity).type);
  }
  return out;
}

std::optional<Attribute> parse_attribute(std::string_view text) {
  const auto found = std::find(attribute_words.begin(), attribute_words.end(), text);
  if (found == attribute_words.end() || text == "Feature") return std::nullopt;
  return static_cast<Attribute>(found - attribute_words.begin());
}

const std::vector<std::string>& attribute_names() {
  static const std::vector<std::string> names(attribute_words.begin(), attribute_words.end());
  return names;
}

bool holds(const CompiledTest& test, const RuleScene& scene, TokenId token) {
  const auto part_holds = [&](const CompiledTest& part) { return holds(part, scene, token); };
  switch (test.kind) {
    case TokenTest::Kind::any:
      return true;
    case TokenTest::Kind::all:
      return std::all_of(test.parts.begin(), test.parts.end(), part_holds);
    case TokenTest::Kind::either:
      return std::any_of(test.parts.begin(), test.parts.end(), part_holds);
    case TokenTest::Kind::negation:
      return !part_holds(test.parts.front());
    case TokenTest::Kind::compare:
      return compares(test, scene, token);
    case TokenTest::Kind::has:
      return test.path->leads_somewhere(scene, token);
  }
  return false;
}

std::optional<TestKeys> keys_of(const CompiledTest& test) {
  if (test.kind == TokenTest::Kind::all) return keys_of_all(test);
  if (test.kind == TokenTest::Kind::either) return keys_of_either(test);
  if (test.kind != TokenTest::Kind::compare || test.regex) return std::nullopt;
  if (test.attribute == Attribute::lemma) return TestKeys{test.hashes, {}};
  if (test.attribute == Attribute::lower) return TestKeys{{}, test.hashes};
  return std::nullopt;
}

}  // namespace diurna::detail
