#include "events/role_candidates.hpp"

#include <algorithm>

namespace diurna::detail {
namespace {

using enum DependencyRelation;

constexpr std::size_t max_children = 24;
constexpr std::size_t max_governors = 3;
constexpr std::size_t max_nesting = 2;
constexpr std::size_t far_reach = 40;  // tokens to either side

bool is_nominal(Upos upos) {
  return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron || upos == Upos::num || upos == Upos::sym;
}

bool can_fill(Upos upos) {
  return is_nominal(upos) || upos == Upos::verb || upos == Upos::adj || upos == Upos::adv || upos == Upos::det ||
         upos == Upos::x;
}

/// Collects the candidates of one trigger.
class Collector {
 public:
  Collector(const Context& context, const Words& words, const Triggers& triggers, TokenId trigger)
      : syntax_(context.syntax), context_(context), words_(words), triggers_(triggers), trigger_(trigger) {}

  std::vector<RoleCandidate> collect() {
    add_dependents(trigger_, "", 0);
    add_shared();
    add_governors();
    add_far();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::span<const TokenId> children(TokenId token) const {
    const auto all = syntax_.children(token);
    return all.first(std::min(all.size(), max_children));
  }
  [[nodiscard]] bool full() const { return out_.size() >= max_role_candidates; }

  [[nodiscard]] std::string slot_of(TokenId token) const {
    const std::string_view marker = words_.marker_lemma(token).text;
    switch (syntax_.relation(token)) {
      case nsubj:
      case csubj:
      case nsubj_outer:
      case csubj_outer:
        return "subj";
      case nsubj_pass:
      case csubj_pass:
      case obj:
        return "obj";
      case obl_agent:
        return "by";
      case nmod_poss:
        return "poss";
      case compound:
        return "comp";
      case nummod:
        return "num";
      case acl_relcl:
      case advcl_relcl:
        return "rel";
      case acl:
      case advcl:
        return marker.empty() || marker == "to" ? std::string(words_.relation(token).text) : std::string(marker);
      case obl:
      case nmod:
        return marker.empty() ? "tmod" : std::string(marker);
      case obl_tmod:
      case obl_npmod:
      case obl_unmarked:
      case nmod_tmod:
      case nmod_npmod:
      case nmod_unmarked:
        return "tmod";
      default:
        return std::string(words_.relation(token).text);
    }
  }

  [[nodiscard]] bool is_function_word(TokenId token) const {
    switch (syntax_.relation(token)) {
      case punct:
      case case_:
      case mark:
      case aux:
      case aux_pass:
      case cop:
      case cc:
      case det:
      case compound_prt:
      case fixed:
      case expl:
      case discourse:
        return true;
      default:
        return false;
    }
  }

  void add(TokenId token, const std::string& slot, std::string_view via) {
    if (full() || token == trigger_ || seen(token) || !can_fill(syntax_.upos(token))) return;
    if (syntax_.has(token, Feature::prontype_rel) || words_.tag(token).text == "WDT" ||
        words_.tag(token).text == "WP") {
      return;
    }
    const Mentions& mentions = context_.mentions;
    if (const TimeId time = mentions.time_at(token)) {
      if (mentions.time(time).head == token) out_.push_back({token, FillerKind::time, slot, via});
      return;
    }
    const QuantityId quantity = mentions.quantity_at(token);
    if (quantity && mentions.quantity(quantity).head == token) {
      out_.push_back({token, FillerKind::quantity, slot, via});
    }
    const bool named = mentions.mention_headed_by(token) &&
                       mentions.mention(mentions.mention_headed_by(token)).kind == MentionKind::name;
    if (triggers_.at(token) && !named) {
      out_.push_back({token, FillerKind::event, slot, via});
    } else if (mentions.mention_headed_by(token)) {
      out_.push_back({token, FillerKind::entity, slot, via});
    } else if (slot != "far") {
      out_.push_back({token, FillerKind::phrase, slot, via});
    }
  }

  [[nodiscard]] bool seen(TokenId token) const {
    return std::any_of(out_.begin(), out_.end(), [&](const RoleCandidate& known) { return known.token == token; });
  }

  /// A candidate and those coordinated with it.
  void add_group(TokenId token, const std::string& slot, std::string_view via) {
    add(token, slot, via);
    for (const TokenId child : children(token)) {
      if (syntax_.relation(child) == conj) add(child, slot, via.empty() ? "conj" : via);
    }
  }

  void add_dependents(TokenId token, const std::string& prefix, std::size_t nesting) {
    for (const TokenId child : children(token)) {
      if (is_function_word(child) || (syntax_.relation(child) == conj)) continue;
      if (full()) return;
      const std::string slot = prefix + slot_of(child);
      add_group(child, slot, "");
      if (nesting < max_nesting && child != trigger_) add_dependents(child, slot + "/", nesting + 1);
    }
  }

  /// What the trigger shares with the predicate it is coordinated with, controlled by, or a modifier in.
  void add_shared() {
    TokenId token = trigger_;
    for (std::size_t steps = 0; steps < 2; ++steps) {
      const TokenId governor = syntax_.head(token);
      if (!governor) return;
      switch (syntax_.relation(token)) {
        case conj:
          share_arguments(token, governor);
          break;
        case xcomp:
        case advcl:
          share_controller(governor);
          break;
        case acl:
        case acl_relcl:
          add_modified(token, governor);
          return;
        case amod:
          add_group(governor, words_.tag(token).text == "VBG" ? "subj" : "obj", "relative");
          return;
        default:
          return;
      }
      token = governor;
    }
  }

  /// "was arrested and charged": subject, object and adjuncts of the first predicate.
  void share_arguments(TokenId token, TokenId governor) {
    for (const TokenId child : children(governor)) {
      if (child == token || is_function_word(child) || syntax_.relation(child) == conj) continue;
      const std::string slot = slot_of(child);
      if (slot == "subj" && words_.subject(trigger_)) continue;
      const bool to_passive =
          slot == "subj" && words_.passive(trigger_) && words_.word_class(trigger_) == WordClass::verb;
      add_group(child, to_passive ? "obj" : slot, "shared");
    }
  }

  /// "was ordered to leave", "died while crossing": the object of the governor, else its subject.
  void share_controller(TokenId governor) {
    if (words_.subject(trigger_)) return;
    const bool complement = syntax_.relation(trigger_) == xcomp;
    const TokenId object = words_.object(governor);
    const TokenId controller = complement && object ? object : words_.subject(governor);
    if (controller) add_group(controller, words_.passive(trigger_) ? "obj" : "subj", "control");
  }

  /// "the man who was arrested", "the man arrested in May": the modified noun fills the open slot.
  void add_modified(TokenId token, TokenId noun) {
    if (token != trigger_ && words_.subject(trigger_)) return;
    std::string slot = words_.passive(token) ? "obj" : "subj";
    if (syntax_.relation(token) == acl_relcl) {
      const TokenId relative = relative_word(token);
      if (relative) {
        slot = slot_of(relative);
      } else if (words_.subject(token)) {
        slot = "obj";
      }
    }
    add_group(noun, slot, "relative");
  }

  [[nodiscard]] TokenId relative_word(TokenId token) const {
    for (const TokenId child : children(token)) {
      const std::string_view tag = words_.tag(child).text;
      if (syntax_.has(child, Feature::prontype_rel) || tag == "WDT" || tag == "WP") return child;
    }
    return TokenId::none();
  }

  void add_governors() {
    TokenId token = trigger_;
    std::string prefix = "g:";
    for (std::size_t steps = 0; steps < max_governors && !full(); ++steps) {
      const TokenId governor = syntax_.head(token);
      if (!governor) return;
      prefix += slot_of(token) + ":";
      add(governor, prefix + "head", "");
      for (const TokenId child : children(governor)) {
        if (child == token || is_function_word(child)) continue;
        const std::string slot = prefix + slot_of(child);
        add_group(child, slot, "");
        if (is_nominal(syntax_.upos(child))) add_dependents(child, slot + "/", max_nesting);
      }
      token = governor;
    }
  }

  /// Names, times and quantities of the sentence that no path above reached, nearest first.
  void add_far() {
    const TokenRange sentence = context_.document.sentence(context_.document.sentence_of(trigger_)).tokens;
    for (std::size_t distance = 1; distance <= far_reach && !full(); ++distance) {
      if (trigger_.index() >= sentence.first.index() + distance) add(TokenId{trigger_.index() - distance}, "far", "");
      const TokenId after{trigger_.index() + distance};
      if (after < sentence.last) add(after, "far", "");
    }
  }

  const Syntax& syntax_;
  const Context& context_;
  const Words& words_;
  const Triggers& triggers_;
  TokenId trigger_;
  std::vector<RoleCandidate> out_;
};

}  // namespace

Triggers::Triggers(std::vector<Trigger> triggers, std::size_t token_count)
    : triggers_(std::move(triggers)), at_(token_count) {
  for (std::size_t i = 0; i < triggers_.size(); ++i) at_[triggers_[i].head.index()] = EventId{i};
}

std::vector<RoleCandidate> find_role_candidates(const Context& context, const Words& words, const Triggers& triggers,
                                                EventId event) {
  return Collector(context, words, triggers, triggers.all()[event.index()].head).collect();
}

}  // namespace diurna::detail
