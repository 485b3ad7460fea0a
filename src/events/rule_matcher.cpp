// Token patterns run on a Pike machine, started only where the index says that a match may begin.
#include "events/rule_matcher.hpp"

#include <algorithm>

namespace diurna::detail {
namespace {

/// A way through the program that is still open.
struct Thread {
  std::uint32_t instruction = 0;
  TokenRange marked{TokenId::none(), TokenId{0}};
};

class Machine {
 public:
  Machine(const TokenPattern& pattern, const RuleScene& scene, TokenId start, const PatternWatch& watch)
      : pattern_(pattern), scene_(scene), start_(start), watch_(watch), seen_(pattern.program.size(), 0) {}

  std::optional<PatternMatch> run(TokenId last) {
    add({0, {TokenId::none(), TokenId{0}}}, start_);
    TokenId token = start_;
    for (std::size_t length = 0; !threads_.empty() && token < last && length < max_trigger_tokens; ++length) {
      const std::vector<Thread> now = std::move(threads_);
      threads_.clear();
      const TokenId next{token.index() + 1};
      ++round_;
      for (const Thread& thread : now) advance(thread, token, next);
      token = next;
    }
    return best_;
  }

 private:
  void advance(Thread thread, TokenId token, TokenId next) {
    const PatternAtom& atom = pattern_.atoms[pattern_.program[thread.instruction].first];
    const bool passes = holds(atom.test, scene_, token);
    if (watch_) watch_(token, atom, passes);
    if (!passes) return;
    if (atom.marked) {
      if (!thread.marked.first) thread.marked.first = token;
      thread.marked.last = next;
    }
    ++thread.instruction;
    add(thread, next);
  }

  /// Follows splits; keeps what waits for a token, remembers a match that ends before `next`.
  void add(Thread thread, TokenId next) {
    std::vector<std::uint32_t> open{thread.instruction};
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      if (seen_[at] == round_ + 1) continue;
      seen_[at] = round_ + 1;
      const Instruction& instruction = pattern_.program[at];
      switch (instruction.kind) {
        case Instruction::Kind::split:
          open.push_back(instruction.second);
          open.push_back(instruction.first);
          break;
        case Instruction::Kind::match:
          remember(thread, next);
          break;
        case Instruction::Kind::atom:
          threads_.push_back({at, thread.marked});
          break;
      }
    }
  }

  void remember(const Thread& thread, TokenId next) {
    if (next == start_ || (best_ && best_->all.last >= next)) return;
    const TokenRange all{start_, next};
    const bool marked = pattern_.has_mark && thread.marked.first;
    if (pattern_.has_mark && !marked) return;
    best_ = PatternMatch{all, marked ? thread.marked : all};
  }

  const TokenPattern& pattern_;
  const RuleScene& scene_;
  TokenId start_;
  const PatternWatch& watch_;
  std::vector<std::uint32_t> seen_;
  std::uint32_t round_ = 0;
  std::vector<Thread> threads_;
  std::optional<PatternMatch> best_;
};

/// Most places fail at their first token; a look at it spares setting up the machine.
bool may_start(const TokenPattern& pattern, const RuleScene& scene, TokenId token) {
  return std::any_of(pattern.first.begin(), pattern.first.end(),
                     [&](std::uint32_t atom) { return holds(pattern.atoms[atom].test, scene, token); });
}

/// The token that governs the run: its own head lies outside.
TokenId head_of(const Syntax& syntax, TokenRange tokens) {
  TokenId best = tokens.first;
  std::size_t best_depth = static_cast<std::size_t>(-1);
  for (const TokenId token : tokens) {
    const bool inside = syntax.head(token) && tokens.contains(syntax.head(token));
    if (inside || syntax.upos(token) == Upos::punct) continue;
    const std::size_t depth = syntax.depth(token);
    if (depth < best_depth) {
      best = token;
      best_depth = depth;
    }
  }
  return best;
}

bool is_relative(const RuleScene& scene, TokenId token) {
  const std::string_view tag = scene.words.tag(token).text;
  return scene.context.syntax.has(token, Feature::prontype_rel) || tag == "WDT" || tag == "WP";
}

/// "the ship which sank": ship for which.
TokenId referent(const RuleScene& scene, TokenId token) {
  if (!is_relative(scene, token)) return token;
  const Syntax& syntax = scene.context.syntax;
  TokenId node = token;
  for (std::size_t step = 0; step < 4 && syntax.head(node); ++step) {
    const DependencyRelation relation = syntax.relation(node);
    node = syntax.head(node);
    if (relation == DependencyRelation::acl_relcl) return node;
  }
  return token;
}

/// The number that counts a noun: 4,000 of "4,000 cars".
TokenId number_of(const RuleScene& scene, TokenId token) {
  const Mentions& mentions = scene.context.mentions;
  if (const QuantityId own = mentions.quantity_at(token)) return mentions.quantity(own).head;
  for (const TokenId child : scene.context.syntax.children(token)) {
    const QuantityId quantity = mentions.quantity_at(child);
    if (quantity && mentions.quantity(quantity).counted == token) return mentions.quantity(quantity).head;
  }
  return TokenId::none();
}

std::vector<TokenId> coordinated(const Syntax& syntax, TokenId token) {
  std::vector<TokenId> out;
  for (const TokenId child : syntax.children(token)) {
    if (syntax.relation(child) == DependencyRelation::conj) out.push_back(child);
  }
  return out;
}

}  // namespace

std::optional<PatternMatch> match_at(const TokenPattern& pattern, const RuleScene& scene, TokenRange tokens,
                                     const PatternWatch& watch) {
  return Machine(pattern, scene, tokens.first, watch).run(tokens.last);
}

std::vector<RuleMatch> find_triggers(const CompiledRules& rules, const RuleScene& scene) {
  std::vector<RuleMatch> out;
  std::vector<CompiledRules::TriggerRef> refs;
  for (const Sentence& sentence : scene.context.document.sentences()) {
    for (const TokenId token : sentence.tokens) {
      rules.candidates(scene.words.lemma(token).hash, scene.words.form(token).hash, refs);
      for (const CompiledRules::TriggerRef& ref : refs) {
        const TokenPattern& pattern = rules.rule(ref.rank).triggers[ref.trigger];
        if (!may_start(pattern, scene, token)) continue;
        const auto found = match_at(pattern, scene, {token, sentence.tokens.last});
        if (found) {
          out.push_back({ref.rank, head_of(scene.context.syntax, found->marked), found->marked, {}});
        }
      }
    }
  }
  std::sort(out.begin(), out.end(), [](const RuleMatch& a, const RuleMatch& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    if (a.tokens.first != b.tokens.first) return a.tokens.first < b.tokens.first;
    return a.tokens.last > b.tokens.last;
  });
  return out;
}

std::optional<RoleFiller> filler_for(const RuleScene& scene, const Triggers& triggers, const CompiledRole& role,
                                     TokenId token) {
  token = referent(scene, token);
  const Mentions& mentions = scene.context.mentions;
  const auto allows = [&](FillerKinds kinds) { return (role.kinds & kinds) != 0; };
  if (mentions.time_at(token) && allows(time_bit)) return RoleFiller{token, FillerKind::time};
  const MentionId mention = mentions.mention_headed_by(token);
  const bool named = mention && mentions.mention(mention).kind == MentionKind::name;
  if (triggers.at(token) && !named && allows(event_bit)) return RoleFiller{token, FillerKind::event};
  if (mention && allows(kinds_at(scene, token) & entity_bits)) return RoleFiller{token, FillerKind::entity};
  if (allows(quantity_bit)) {
    const TokenId number = number_of(scene, token);
    const bool itself = number && mentions.quantity_at(token);
    if (number && (itself || !allows(phrase_bit))) return RoleFiller{number, FillerKind::quantity};
  }
  if (allows(phrase_bit) && scene.context.syntax.upos(token) != Upos::punct)
    return RoleFiller{token, FillerKind::phrase};
  return std::nullopt;
}

bool fill_role(const CompiledRule& rule, std::uint32_t number, const RuleScene& scene, const Triggers& triggers,
               RuleMatch& match) {
  const CompiledRole& role = rule.roles[number];
  const std::size_t before = match.arguments.size();
  const auto add = [&](TokenId token) {
    const auto filler = filler_for(scene, triggers, role, token);
    if (!filler || match.tokens.contains(filler->token)) return;
    const bool known = std::any_of(match.arguments.begin() + static_cast<std::ptrdiff_t>(before), match.arguments.end(),
                                   [&](const RuleArgument& other) { return other.token == filler->token; });
    if (!known) match.arguments.push_back({number, filler->token, filler->kind});
  };
  for (const TokenId end : role.path.ends(scene, match.head)) {
    add(end);
    if (!role.many && match.arguments.size() > before) return true;
    if (!role.many) continue;
    for (const TokenId token : coordinated(scene.context.syntax, end)) add(token);
  }
  return match.arguments.size() > before;
}

bool fill_roles(const CompiledRule& rule, const RuleScene& scene, const Triggers& triggers, RuleMatch& match) {
  match.arguments.clear();
  for (std::uint32_t i = 0; i < rule.roles.size(); ++i) {
    if (rule.roles[i].nothing) continue;
    if (!fill_role(rule, i, scene, triggers, match) && !rule.roles[i].optional) return false;
  }
  return true;
}

}  // namespace diurna::detail
