// Reports come from three shapes: a verb of speech with its subject ("X said that …", "…, said X", "X was quoted as
// saying"), "according to X", and a noun of speech with its owner ("X's claim that …"). Quotations take the source of a
// report in a sentence that they touch, else that of the quotation before them in the same block.
#include "events/attribution.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "core/tsv.hpp"
#include "events/grammar.hpp"
#include "events/quotations.hpp"

namespace diurna::detail {

struct AttributionFinder::Tables {
  std::map<std::string, std::vector<std::string>, std::less<>> words;  // "say/v" → {"clause"}

  [[nodiscard]] bool takes(const std::string& key, std::string_view slot) const {
    const auto found = words.find(key);
    return found != words.end() && std::find(found->second.begin(), found->second.end(), slot) != found->second.end();
  }
};

namespace {

using Dep = DependencyRelation;

constexpr int max_steps = 12;

class Finder {
 public:
  Finder(const Context& context, const AttributionFinder::Tables& tables) : context_(context), tables_(tables) {}

  [[nodiscard]] std::vector<Report> reports_at(TokenId token) const {
    const Upos upos = syntax().upos(token);
    if (upos == Upos::verb) {
      if (lower_form(context_, token) == "according") return according(token);
      return verb_reports(token);
    }
    if (upos == Upos::noun) return noun_reports(token);
    return upos == Upos::adp && lower_form(context_, token) == "according" ? according(token) : std::vector<Report>{};
  }

 private:
  [[nodiscard]] const Syntax& syntax() const { return context_.syntax; }

  /// The subject; of a passive the "by" phrase; of "quoted as saying" who is quoted.
  [[nodiscard]] TokenId speaker_of(TokenId verb) const {
    if (const TokenId agent = syntax().child(verb, Dep::obl_agent)) return agent;
    for (const TokenId child : syntax().children(verb)) {
      if (syntax().relation(child) == Dep::obl && marker(context_, child) == "by" && is_passive(verb)) return child;
    }
    if (is_passive(verb)) return TokenId::none();  // "is said to": the source stays unnamed
    return understood_subject(context_, verb);
  }

  [[nodiscard]] bool is_passive(TokenId verb) const {
    if (syntax().child(verb, Dep::nsubj_pass) || syntax().child(verb, Dep::aux_pass)) return true;
    return syntax().relation(verb) == Dep::acl && syntax().xpos(verb) == "VBN";
  }

  [[nodiscard]] std::vector<Report> verb_reports(TokenId verb) const {
    const std::string key = lower_lemma(context_, verb) + "/v";
    if (!tables_.words.contains(key)) return {};
    const TokenId speaker = speaker_of(verb);
    if (!speaker || !is_nominal(syntax(), speaker)) return {};
    std::vector<Report> reports;
    for (const auto& [content, rule] : contents_of(verb, key)) {
      if (!syntax().dominates(content, speaker) || content == syntax().head(verb)) {
        reports.push_back({verb, content, filler_at(context_, speaker), rule});
      }
    }
    // Without content in the tree the speaker can still be that of a quotation.
    if (reports.empty()) reports.push_back({verb, TokenId::none(), filler_at(context_, speaker), "report:speaker"});
    return reports;
  }

  [[nodiscard]] std::vector<std::pair<TokenId, std::string>> contents_of(TokenId verb, const std::string& key) const {
    std::vector<std::pair<TokenId, std::string>> contents;
    const bool clause = tables_.takes(key, "clause");
    for (const TokenId child : syntax().children(verb)) {
      const Dep relation = syntax().relation(child);
      if (clause && is_any(relation, {Dep::ccomp, Dep::parataxis})) contents.emplace_back(child, "report:clause");
      if (relation == Dep::xcomp && marker(context_, child) != "to" && clause && !is_passive(verb)) {
        contents.emplace_back(child, "report:clause");
      }
      if (is_any(relation, {Dep::obj, Dep::nsubj_pass}) && tables_.takes(key, "object")) {
        contents.emplace_back(child, "report:object");
      }
      if (is_any(universal(relation), {Dep::advcl, Dep::xcomp, Dep::obl}) && tables_.takes(key, "as") &&
          (marker(context_, child) == "as" || marker(context_, child) == "to")) {
        contents.emplace_back(child, "report:as");
      }
    }
    if (clause && syntax().relation(verb) == Dep::parataxis)
      contents.emplace_back(syntax().head(verb), "report:inserted");
    return contents;
  }

  [[nodiscard]] std::vector<Report> according(TokenId token) const {
    TokenId source = TokenId::none();
    const TokenId head = syntax().head(token);
    if (head && is_any(syntax().relation(token), {Dep::case_, Dep::mark})) source = head;
    for (const TokenId child : syntax().children(token)) {
      if (!source && is_any(universal(syntax().relation(child)), {Dep::obl, Dep::obj, Dep::nmod})) source = child;
    }
    if (!source) return {};
    const TokenId content = source == head ? syntax().head(source) : head;
    if (!content) return {};
    return {{source == head ? source : token, clause_of(content), filler_at(context_, source), "report:according"}};
  }

  /// The predicate that a phrase belongs to, when a phrase hangs on a noun inside a clause.
  [[nodiscard]] TokenId clause_of(TokenId token) const {
    for (int step = 0; step < max_steps && syntax().head(token); ++step) {
      if (syntax().upos(token) == Upos::verb || copula(syntax(), token)) return token;
      if (is_any(syntax().relation(token), {Dep::ccomp, Dep::advcl, Dep::parataxis, Dep::acl_relcl})) return token;
      token = syntax().head(token);
    }
    return token;
  }

  [[nodiscard]] std::vector<Report> noun_reports(TokenId noun) const {
    const std::string key = lower_lemma(context_, noun) + "/n";
    if (!tables_.words.contains(key)) return {};
    const TokenId owner = owner_of(noun);
    if (!owner) return {};
    std::vector<Report> reports;
    for (const TokenId child : syntax().children(noun)) {
      const Dep relation = syntax().relation(child);
      const bool clause = is_any(relation, {Dep::acl, Dep::ccomp}) && marker(context_, child) == "that";
      const bool of = relation == Dep::nmod && marker(context_, child) == "of" && tables_.takes(key, "of");
      if (clause || of) reports.push_back({noun, child, filler_at(context_, owner), "report:noun"});
    }
    return reports;
  }

  [[nodiscard]] TokenId owner_of(TokenId noun) const {
    if (const TokenId owner = syntax().child(noun, Dep::nmod_poss)) return owner;
    for (const TokenId child : syntax().children(noun)) {
      if (syntax().relation(child) != Dep::nmod) continue;
      const std::string word = marker(context_, child);
      if (word == "by" || word == "from") return child;
    }
    return TokenId::none();
  }

  const Context& context_;
  const AttributionFinder::Tables& tables_;
};

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
      if (!through_cue) add(report->source);
    }
  }
  if (token.index() < quotation_of_.size() && quotation_of_[token.index()] != 0) {
    add(speakers_[quotation_of_[token.index()] - 1]);
  }
  return found;
}

AttributionFinder AttributionFinder::load() {
  Tables tables;
  for (const TsvRow& row : read_tsv(find_resource("en/events/speech_words.tsv"), 3, 3)) {
    auto& slots = tables.words[std::string(row.fields[0]) + "/" + std::string(row.fields[1])];
    for (const std::string_view slot : split(row.fields[2], ',')) slots.emplace_back(slot);
  }
  return AttributionFinder(std::make_shared<const Tables>(std::move(tables)));
}

Attributions AttributionFinder::operator()(const Context& context) const {
  const Document& document = context.document;
  const Finder finder(context, *tables_);
  std::vector<Report> reports;
  std::vector<std::vector<Filler>> sentence_speakers(document.sentences().size());
  for (std::size_t i = 0; i < document.tokens().size(); ++i) {
    for (Report& report : finder.reports_at(TokenId{i})) {
      sentence_speakers[document.sentence_of(report.cue).index()].push_back(report.source);
      if (report.content) reports.push_back(std::move(report));
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
  return {std::move(reports), std::move(quotation_of), std::move(speakers)};
}

}  // namespace diurna::detail
