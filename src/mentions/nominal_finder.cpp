#include "mentions/nominal_finder.hpp"

#include <algorithm>

#include "mentions/name_spans.hpp"
#include "mentions/phrases.hpp"

namespace diurna::detail {
namespace {

using enum DependencyRelation;

bool is_nominal_relation(DependencyRelation relation) {
  const DependencyRelation base = universal(relation);
  return base == nsubj || base == obj || base == iobj || base == obl || base == nmod || base == appos ||
         base == vocative;
}

/// A word inside a phrase that another word heads.
bool is_inner(DependencyRelation relation) {
  const DependencyRelation base = universal(relation);
  return base == compound || base == flat || base == fixed || base == goeswith || base == case_ || base == cc ||
         base == amod || base == det || base == discourse || base == expl || base == mark || relation == nmod_desc;
}

/// "the wounded", "five of its nationals", "some".
bool heads_without_noun(const MentionContext& context, TokenId token) {
  const Syntax& syntax = context.syntax;
  const DependencyRelation relation = syntax.relation(token);
  if (!is_nominal_relation(relation)) return false;
  switch (syntax.upos(token)) {
    case Upos::num:
    case Upos::det:
      return relation != nmod_unmarked && relation != obl_unmarked && relation != nmod_tmod && relation != obl_tmod;
    case Upos::adj:
    case Upos::verb:
      return static_cast<bool>(syntax.child(token, det)) && !syntax.child(token, obj);
    default:
      return false;
  }
}

/// Lower case also for a noun that is written with a capital ("the Ministry").
std::string_view lemma_of(const MentionContext& context, TokenId token) {
  return context.syntax.upos(token) == Upos::propn ? context.forms.key(token) : context.syntax.lemma(token);
}

/// "Mayor" in "Mayor Anna Brodeur" speaks of her too.
bool is_role_before_name(const MentionContext& context, TokenId token) {
  const auto noun = context.gazetteer.noun(lemma_of(context, token));
  return context.syntax.relation(token) == nmod_desc && noun && noun->type == EntityType::person;
}

bool heads_phrase(const MentionContext& context, TokenId token) {
  const Upos upos = context.syntax.upos(token);
  const DependencyRelation relation = context.syntax.relation(token);
  if (upos == Upos::noun || upos == Upos::propn) {
    return (!is_inner(relation) || is_role_before_name(context, token)) && context.forms.shape(token).has_letter;
  }
  if (upos == Upos::pron) return !is_inner(relation) && context.words.pronoun(context.forms.key(token)).has_value();
  return heads_without_noun(context, token);
}

/// Builds the candidates of one document.
class Finder {
 public:
  Finder(const MentionContext& context, std::vector<NameDraft> names) : context_(context), phrases_(context) {
    out_.names = std::move(names);
    name_at_.assign(context.syntax.size(), Candidate::no_name);
    for (std::size_t i = 0; i < out_.names.size(); ++i) {
      for (const TokenId token : out_.names[i].tokens) name_at_[token.index()] = i;
    }
  }

  Candidates find(const Taken& taken) {
    for (std::size_t i = 0; i < out_.names.size(); ++i) add_name(i);
    for (std::size_t i = 0; i < context_.syntax.size(); ++i) {
      const TokenId token{i};
      if (!taken[i] && heads_phrase(context_, token)) add_phrase(token);
    }
    std::ranges::sort(out_.list, [](const Candidate& a, const Candidate& b) {
      if (a.mention.tokens.first != b.mention.tokens.first) return a.mention.tokens.first < b.mention.tokens.first;
      return a.mention.tokens.last > b.mention.tokens.last;
    });
    return std::move(out_);
  }

 private:
  Candidate start(TokenRange tokens, TokenId head, MentionKind kind) {
    Candidate out;
    out.mention.kind = kind;
    out.mention.tokens = tokens;
    out.mention.span = context_.document.span(tokens);
    out.mention.head = head;
    out.sentence = context_.document.sentence_of(head);
    return out;
  }

  [[nodiscard]] TokenId head_of(TokenRange tokens) const {
    for (const TokenId token : tokens) {
      if (!tokens.contains(context_.syntax.head(token)) || !context_.syntax.head(token)) return token;
    }
    return tokens.first;
  }

  /// A surname, or the word that says what a body or place is ("Church" of Scientology).
  [[nodiscard]] WordId name_head(const NameDraft& name, TokenId head) {
    const TokenId last{name.tokens.last.index() - 1};
    return out_.words.intern(context_.forms.key(name.type == EntityType::person ? last : head));
  }

  void add_name(std::size_t index);
  void add_phrase(TokenId head);
  void add_pronoun(TokenId head);
  void describe(Candidate& phrase);
  void classify(Candidate& phrase, TokenId head);
  void describe_person(Candidate& out, const NameDraft& name);
  [[nodiscard]] TokenId complement(TokenId head) const;
  [[nodiscard]] std::string_view country_named_at(TokenId token) const;
  [[nodiscard]] Definiteness definiteness(const Candidate& phrase) const;

  const MentionContext& context_;
  Phrases phrases_;
  Candidates out_;
  std::vector<std::size_t> name_at_;
};

void Finder::describe_person(Candidate& out, const NameDraft& name) {
  out.person = true;
  out.mention.number = GrammaticalNumber::singular;
  if (const auto gender = context_.gazetteer.given_name_gender(context_.forms.key(name.tokens.first))) {
    out.mention.gender = gender_of(*gender);
  }
  const std::size_t first = name.tokens.first.index();
  for (std::size_t n = 1; n <= 3 && n <= first; ++n) {
    const TokenId token{first - n};
    if (context_.syntax.upos(token) != Upos::noun && context_.syntax.upos(token) != Upos::propn) break;
    const std::string_view word = context_.forms.key(token);
    if (!context_.gazetteer.is_title(word) && !context_.gazetteer.noun(word)) continue;
    out.titles.push_back(out_.words.intern(word));
    const auto title = context_.gazetteer.title(word);
    if (title && title->gender != '-') out.mention.gender = gender_of(title->gender);
  }
}

void Finder::add_name(std::size_t index) {
  const NameDraft& name = out_.names[index];
  Candidate out = start(name.tokens, head_of(name.tokens), MentionKind::name);
  out.name = index;
  out.mention.type = name.type;
  out.mention.score = name.score;
  out.mention.rule = name.rule;
  out.head = name_head(name, out.mention.head);
  if (name.type == EntityType::person) {
    describe_person(out, name);
  } else if (name.type == EntityType::norp) {
    const bool plural = context_.syntax.has(out.mention.head, Feature::number_plur);
    out.mention.number = plural ? GrammaticalNumber::plural : GrammaticalNumber::unknown;
    out.person = plural;
  } else {
    out.mention.gender = GrammaticalGender::neuter;
    out.mention.number = GrammaticalNumber::singular;
    out.collective = name.type == EntityType::org;
  }
  if (name.known) {
    out.country = name.known->iso3;
    out.is_country =
        name.type == EntityType::gpe && context_.gazetteer.country_name(name.known->iso3) == name.known->name;
  }
  for (const TokenId token : name.tokens) {
    if (token != out.mention.head && context_.forms.shape(token).upper_first) {
      out.modifiers.push_back(out_.words.intern(context_.forms.key(token)));
    }
  }
  std::ranges::sort(out.modifiers);
  out_.list.push_back(std::move(out));
}

void Finder::add_pronoun(TokenId head) {
  const Pronoun pronoun = *context_.words.pronoun(context_.forms.key(head));
  Candidate out = start({head, TokenId{head.index() + 1}}, head, MentionKind::pronoun);
  out.pronoun = pronoun;
  if (context_.syntax.has(head, Feature::prontype_rel)) out.pronoun->kind = PronounKind::relative;
  out.mention.number = pronoun.number;
  out.mention.gender = pronoun.gender;
  out.person = pronoun.gender == GrammaticalGender::masculine || pronoun.gender == GrammaticalGender::feminine ||
               pronoun.person == 1;
  if (out.person) out.mention.type = EntityType::person;
  out.mention.rule = "pronoun";
  out_.list.push_back(std::move(out));
}

/// The noun after "of" in "five of its nationals", "hundreds of thousands of workers"; the head itself elsewhere.
TokenId Finder::complement(TokenId head) const {
  const Syntax& syntax = context_.syntax;
  for (int steps = 0; steps < 4 && context_.words.is_measure(syntax.lemma(head)); ++steps) {
    const TokenId below = syntax.child(head, nmod);
    const TokenId preposition = below ? syntax.child(below, case_) : TokenId::none();
    if (!preposition || syntax.lemma(preposition) != "of") break;
    head = below;
  }
  return head;
}

Definiteness Finder::definiteness(const Candidate& phrase) const {
  const Syntax& syntax = context_.syntax;
  for (const TokenId child : syntax.children(phrase.mention.head)) {
    if (!phrase.mention.tokens.contains(child)) continue;
    if (universal(syntax.relation(child)) == nmod && syntax.relation(child) == nmod_poss)
      return Definiteness::possessed;
    if (syntax.relation(child) != det) continue;
    if (syntax.has(child, Feature::prontype_dem)) return Definiteness::demonstrative;
    if (syntax.has(child, Feature::definite_def) || context_.forms.key(child) == "the") return Definiteness::definite;
    return Definiteness::indefinite;
  }
  return Definiteness::none;
}

/// The country that the name around this token is a form of: "Venezuelan", "United" in "United States".
std::string_view Finder::country_named_at(TokenId token) const {
  const std::size_t name = name_at_[token.index()];
  if (name == Candidate::no_name || !out_.names[name].known) return {};
  const KnownName& known = *out_.names[name].known;
  const bool country = known.type == EntityType::norp || known.type == EntityType::gpe;
  return country && context_.gazetteer.country_name(known.iso3) == known.name ? known.iso3 : std::string_view();
}

/// Words, titles and country of a phrase.
void Finder::describe(Candidate& phrase) {
  for (const TokenId token : phrase.mention.tokens) {
    if (const std::string_view country = country_named_at(token); !country.empty()) {
      if (phrase.country.empty()) phrase.country = country;
      continue;
    }
    const Upos upos = context_.syntax.upos(token);
    const bool content = upos == Upos::noun || upos == Upos::propn || upos == Upos::adj || upos == Upos::num;
    if (!content || token == phrase.mention.head) continue;
    const std::string_view lemma = context_.syntax.lemma(token);
    phrase.brings_in_new = phrase.brings_in_new || context_.words.brings_in_new(lemma);
    phrase.modifiers.push_back(out_.words.intern(context_.forms.key(token)));
  }
  std::ranges::sort(phrase.modifiers);
  phrase.definiteness = definiteness(phrase);
}

/// Type, number and gender of a phrase with a common noun at its head.
void Finder::classify(Candidate& phrase, TokenId head) {
  const Syntax& syntax = context_.syntax;
  const TokenId counted = complement(head);
  const bool noun_head = syntax.upos(head) == Upos::noun || syntax.upos(head) == Upos::propn;
  const bool plural = syntax.has(head, Feature::number_plur) || counted != head || !noun_head;
  const auto noun = context_.gazetteer.noun(lemma_of(context_, counted));
  phrase.mention.number = plural ? GrammaticalNumber::plural : GrammaticalNumber::singular;
  if (!noun) {
    if (syntax.upos(counted) == Upos::noun)
      phrase.mention.gender = plural ? GrammaticalGender::unknown : GrammaticalGender::neuter;
    return;
  }
  phrase.mention.type = noun->type;
  phrase.person = noun->type == EntityType::person || (noun->type == EntityType::group && noun->plural);
  phrase.collective = noun->type == EntityType::org || noun->type == EntityType::group;
  if (phrase.person && (plural || noun->plural)) phrase.mention.type = EntityType::group;
  if (noun->plural && !plural) phrase.mention.number = GrammaticalNumber::unknown;
  phrase.mention.gender = phrase.person ? gender_of(noun->gender) : GrammaticalGender::neuter;
}

void Finder::add_phrase(TokenId head) {
  if (context_.syntax.upos(head) == Upos::pron && context_.words.pronoun(context_.forms.key(head)))
    return add_pronoun(head);
  TokenRange tokens = phrases_.of(head);
  const std::size_t name = name_at_[head.index()];
  if (name != Candidate::no_name) {
    const TokenRange inner = out_.names[name].tokens;
    if (trimmed_name(context_, tokens, EntityType::other) == inner || !tokens.contains(inner.first)) return;
    if (!tokens.contains(TokenId{inner.last.index() - 1})) return;
  }
  Candidate out = start(tokens, head, MentionKind::nominal);
  out.mention.rule = "nominal";
  out.head = out_.words.intern(lemma_of(context_, head));
  if (name != Candidate::no_name) {
    out.mention.type = out_.names[name].type;
    if (out.mention.type == EntityType::person)
      describe_person(out, out_.names[name]);
    else
      out.mention.gender = GrammaticalGender::neuter;
    out.head = name_head(out_.names[name], head);
  } else {
    classify(out, head);
  }
  describe(out);
  out_.list.push_back(std::move(out));
}

}  // namespace

Candidates find_candidates(const MentionContext& context, std::vector<NameDraft> names, const Taken& taken) {
  return Finder(context, std::move(names)).find(taken);
}

}  // namespace diurna::detail
