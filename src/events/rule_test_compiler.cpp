#include <algorithm>
#include <array>

#include "core/suggest.hpp"
#include "diurna/core/error.hpp"
#include "diurna/text/unicode.hpp"
#include "events/rule_compiler.hpp"

namespace diurna::detail {
namespace {

constexpr std::size_t relation_count = static_cast<std::size_t>(DependencyRelation::xcomp) + 1;
static_assert(relation_count <= 64);

std::uint64_t bit(std::size_t index) { return std::uint64_t{1} << index; }

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// All texts of an enumeration.
template <class Label>
std::vector<std::string> texts(std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) out.emplace_back(diurna::to_text(static_cast<Label>(i)));
  return out;
}

std::vector<std::string> choices(Attribute attribute) {
  switch (attribute) {
    case Attribute::upos:
      return texts<Upos>(static_cast<std::size_t>(Upos::x) + 1);
    case Attribute::relation:
      return texts<DependencyRelation>(relation_count);
    case Attribute::kind:
      return texts<MentionKind>(3);
    case Attribute::block:
      return texts<BlockKind>(static_cast<std::size_t>(BlockKind::paragraph) + 1);
    case Attribute::entity:
      return filler_kind_names();
    default:
      return {};
  }
}

std::vector<std::string> feature_texts() {
  std::vector<std::string> out;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(Feature::voice_pass); ++i) {
    out.push_back(diurna::to_text(FeatureSet().with(static_cast<Feature>(i))));
  }
  return out;
}

bool is_capital(const std::string& word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }

/// Tags of the Penn Treebank as the English treebanks use them.
constexpr std::array<std::string_view, 50> penn_tags{
    "CC",  "CD",   "DT",  "EX",    "FW",    "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",   "NN",  "NNS",
    "NNP", "NNPS", "PDT", "POS",   "PRP",   "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM",  "TO",  "UH",
    "VB",  "VBD",  "VBG", "VBN",   "VBP",   "VBZ",  "WDT", "WP",  "WP$", "WRB", "HYPH", "AFX", "GW",
    "ADD", "NFP",  "XX",  "-LRB-", "-RRB-", ".",    ",",   ":",   "''",  "``",  "$"};

}  // namespace

void TestCompiler::unknown(std::string code, const Name& word, const std::string& what,
                           const std::vector<std::string>& known) {
  const auto same = std::find_if(known.begin(), known.end(),
                                 [&](const std::string& name) { return lower(name) == lower(word.text); });
  const std::string near = same == known.end() ? nearest(word.text, known) : *same;
  std::string hint = near.empty() ? "" : "did you mean '" + near + "'?";
  if (near.empty() && known.size() <= 25) {
    for (const std::string& name : known) hint += (hint.empty() ? "known are " : ", ") + name;
  }
  source_.report(std::move(code), word.span, "unknown " + what + " '" + word.text + "'", std::move(hint));
}

std::string TestCompiler::text_of(Span span) const {
  std::string out;
  for (const char c : span.text_in(source_.text())) out += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  return out;
}

std::vector<Name> TestCompiler::expanded(const std::vector<Name>& values) {
  std::vector<Name> out;
  for (const Name& value : values) {
    if (!value.text.starts_with('@') || value.span.text_in(source_.text()).starts_with('"')) {
      out.push_back(value);
      continue;
    }
    const auto list = lists_.find(value.text.substr(1));
    if (list == lists_.end()) {
      std::vector<std::string> known;
      for (const auto& [name, words] : lists_) known.push_back("@" + name);
      unknown("rule.unknown-list", value, "list", known);
      continue;
    }
    for (const Name& word : list->second) {
      if (word.text.starts_with('@')) {
        source_.report("rule.unknown-list", word.span, "a list cannot hold another list");
      } else {
        out.push_back(word);
      }
    }
  }
  return out;
}

void TestCompiler::add_word(CompiledTest& test, const Name& value, const std::string& attribute) {
  const bool folded = test.attribute == Attribute::lemma || test.attribute == Attribute::lower ||
                      test.attribute == Attribute::case_ || test.attribute == Attribute::mark;
  const bool several =
      test.attribute == Attribute::name || test.attribute == Attribute::case_ || test.attribute == Attribute::mark;
  if (!several && value.text.find(' ') != std::string::npos) {
    source_.report("rule.value", value.span, "'" + attribute + "' is one word; this value never fits",
                   "write a sequence of tokens in the trigger instead");
  }
  if (value.text.empty()) source_.report("rule.value", value.span, "an empty value never fits");
  if (test.attribute == Attribute::tag &&
      std::find(penn_tags.begin(), penn_tags.end(), value.text) == penn_tags.end()) {
    unknown("rule.unknown-value", value, "Penn Treebank tag", {penn_tags.begin(), penn_tags.end()});
  }
  test.hashes.push_back(hash64(folded ? lower(value.text) : value.text));
}

std::uint64_t TestCompiler::bits(Attribute attribute, const std::string& name, const Name& value) {
  if (attribute == Attribute::entity) {
    if (const auto kinds = parse_filler_kind(value.text)) return *kinds;
  } else if (attribute == Attribute::feature) {
    const auto all = feature_texts();
    const auto found = std::find(all.begin(), all.end(), name + "=" + value.text);
    if (found != all.end()) return bit(static_cast<std::size_t>(found - all.begin()));
    const std::string near = nearest(name + "=" + value.text, all);
    source_.report("rule.unknown-value", value.span, "unknown feature '" + name + "=" + value.text + "'",
                   near.empty() ? "" : "did you mean '" + near + "'?");
    return 0;
  } else {
    const auto all = choices(attribute);
    const auto found = std::find(all.begin(), all.end(), value.text);
    if (found != all.end()) return bit(static_cast<std::size_t>(found - all.begin()));
  }
  unknown("rule.unknown-value", value, "value of '" + name + "'", choices(attribute));
  return 0;
}

CompiledTest TestCompiler::compare(const TokenTest& node) {
  CompiledTest out;
  out.kind = TokenTest::Kind::compare;
  out.text = text_of(node.span);
  const auto attribute = parse_attribute(node.attribute.text);
  const bool feature = !attribute && is_capital(node.attribute.text);
  if (!attribute && !feature) {
    unknown("rule.unknown-attribute", node.attribute, "attribute", attribute_names());
    return out;
  }
  out.attribute = feature ? Attribute::feature : *attribute;
  const bool words = !feature && choices(out.attribute).empty();
  if (node.is_pattern) {
    if (!words) {
      source_.report("rule.value", node.span, "'" + node.attribute.text + "' is one of a few values, not a text",
                     "list its values: " + node.attribute.text + " = A | B");
      return out;
    }
    try {
      out.regex = std::make_shared<const Regex>(node.values.front().text);
    } catch (const ParseError& error) {
      source_.report("rule.regex", node.values.front().span, "this is no regular expression: " + error.message(),
                     "the syntax is that of RE2");
    }
    return out;
  }
  for (const Name& value : expanded(node.values)) {
    if (words) {
      add_word(out, value, node.attribute.text);
    } else {
      out.bits |= bits(out.attribute, node.attribute.text, value);
    }
  }
  std::sort(out.hashes.begin(), out.hashes.end());
  return out;
}

CompiledTest TestCompiler::test(const TokenTest& node) {
  if (node.kind == TokenTest::Kind::compare) return compare(node);
  CompiledTest out;
  out.kind = node.kind;
  out.text = text_of(node.span);
  for (const TokenTest& part : node.parts) out.parts.push_back(test(part));
  if (node.kind == TokenTest::Kind::has) out.path = std::make_shared<const TreePath>(path(node.path.front()));
  return out;
}

TokenPattern TestCompiler::pattern(const Pattern& node) {
  TokenPattern out;
  const auto number = [&](const TokenTest& atom, bool marked) {
    out.atoms.push_back({test(atom), marked, text_of(atom.span)});
    out.has_mark = out.has_mark || marked;
    return static_cast<std::uint32_t>(out.atoms.size() - 1);
  };
  auto program = ProgramWriter<TokenTest, decltype(number)>(number).write(node);
  if (!program) {
    source_.report("rule.too-long", node.span, "this pattern is too long",
                   "repeat less: {2,40} writes its content forty times");
    return {};
  }
  out.program = std::move(*program);
  out.first = first_atoms(out.program);
  return out;
}

CompiledStep TestCompiler::step(const Step& node) {
  CompiledStep out;
  out.direction = node.direction;
  if (node.direction != Step::Direction::stay) {
    const bool up = node.direction == Step::Direction::up;
    out.text = (up ? "<" : ">") + node.label.text + (node.subtypes ? ":*" : "");
  }
  if (!node.test.empty()) out.text += text_of(node.test.front().span);
  if (node.label.text == "*" || node.direction == Step::Direction::stay) {
    out.relations = ~std::uint64_t{0};
  } else {
    for (std::size_t i = 0; i < relation_count; ++i) {
      const auto relation = static_cast<DependencyRelation>(i);
      const std::string_view text = diurna::to_text(node.subtypes ? universal(relation) : relation);
      if (text == node.label.text) out.relations |= bit(i);
    }
    if (out.relations == 0) unknown("rule.unknown-relation", node.label, "relation", choices(Attribute::relation));
  }
  for (const TokenTest& token : node.test) out.test.push_back(test(token));
  return out;
}

TreePath TestCompiler::path(const Path& node) {
  std::vector<CompiledStep> steps;
  const auto number = [&](const Step& atom, bool) {
    steps.push_back(step(atom));
    return static_cast<std::uint32_t>(steps.size() - 1);
  };
  auto program = ProgramWriter<Step, decltype(number)>(number).write(node);
  if (!program) {
    source_.report("rule.too-long", node.span, "this path is too long",
                   "repeat less: {2,40} writes its content forty times");
    return {{}, {}};
  }
  return {std::move(*program), std::move(steps)};
}

}  // namespace diurna::detail
