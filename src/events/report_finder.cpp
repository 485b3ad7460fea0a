// Three shapes: a verb of speech with its subject ("X said that …", "…, said X", "X was quoted as saying"), "according
// to X", and a noun of speech with its owner ("X's claim that …").
#include "events/report_finder.hpp"

#include <algorithm>

#include "core/tsv.hpp"
#include "events/grammar.hpp"

namespace diurna::detail {

AttributionFinder::Tables AttributionFinder::Tables::read() {
  Tables tables;
  const Resource words = find_resource("en/events/speech_words.tsv");
  for (const TsvRow& row : read_tsv(words, 3, 3)) {
    auto& slots = tables.words[std::string(row.fields[0]) + "/" + std::string(row.fields[1])];
    for (const std::string_view slot : split(row.fields[2], ',')) slots.emplace_back(slot);
  }
  return tables;
}

bool AttributionFinder::Tables::takes(const std::string& key, std::string_view slot) const {
  const auto found = words.find(key);
  return found != words.end() && std::find(found->second.begin(), found->second.end(), slot) != found->second.end();
}

namespace {

using Dep = DependencyRelation;

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

  /// The subject; of a passive the "by" phrase; behind the verb in "…, said X".
  [[nodiscard]] TokenId speaker_of(TokenId verb) const {
    if (const TokenId agent = syntax().child(verb, Dep::obl_agent)) return agent;
    for (const TokenId child : syntax().children(verb)) {
      if (syntax().relation(child) == Dep::obl && marker(context_, child) == "by" && is_passive(verb)) return child;
    }
    if (is_passive(verb)) return TokenId::none();  // "is said to": the source stays unnamed
    for (const TokenId child : syntax().children(verb)) {
      if (is_subject(syntax().relation(child)) && can_speak(child)) return child;
    }
    if (const TokenId inverted = name_behind(verb)) return inverted;
    if (const TokenId adjacent = nominal_before(verb)) return adjacent;
    const bool inserted = syntax().relation(verb) == Dep::parataxis;
    const TokenId subject = inserted ? TokenId::none() : understood_subject(context_, verb);
    return subject && can_speak(subject) ? behind_the_words(subject) : TokenId::none();
  }

  /// Of "she issued a statement saying …" the one who issued it.
  [[nodiscard]] TokenId behind_the_words(TokenId noun) const {
    if (syntax().upos(noun) != Upos::noun || !tables_.words.contains(lower_lemma(context_, noun) + "/n")) return noun;
    if (const TokenId owner = owner_of(noun)) return owner;
    const TokenId verb = syntax().head(noun);
    if (syntax().relation(noun) != Dep::obj || !verb) return noun;
    const TokenId subject = understood_subject(context_, verb);
    return subject && can_speak(subject) ? subject : noun;
  }

  /// "officials told", where the tree lost the subject.
  [[nodiscard]] TokenId nominal_before(TokenId verb) const {
    TokenId token = neighbour(context_, verb, -1);
    while (token && (syntax().upos(token) == Upos::adv || syntax().upos(token) == Upos::aux)) {
      token = neighbour(context_, token, -1);
    }
    if (!token || syntax().head(token) == verb || !can_speak(token)) return TokenId::none();
    return entity_at(context_, token) && !syntax().dominates(verb, token) && !syntax().dominates(token, verb)
               ? token
               : TokenId::none();
  }

  [[nodiscard]] bool can_speak(TokenId token) const {
    return is_nominal(syntax(), token) && !context_.mentions.time_at(token) && syntax().upos(token) != Upos::num;
  }

  /// "…, said Ana Diaz": the mention that starts right behind a verb that follows a comma or a quotation mark.
  [[nodiscard]] TokenId name_behind(TokenId verb) const {
    const TokenId before = neighbour(context_, verb, -1);
    const TokenId next = neighbour(context_, verb, 1);
    if (!before || !next || syntax().upos(before) != Upos::punct) return TokenId::none();
    for (TokenId token = next; token && token.index() < next.index() + 8; token = neighbour(context_, token, 1)) {
      const MentionId mention = context_.mentions.mention_headed_by(token);
      if (mention && is_nominal(syntax(), token) && syntax().relation(token) != Dep::compound) return token;
      const Upos upos = syntax().upos(token);
      if (upos == Upos::punct || upos == Upos::verb || upos == Upos::adp) break;
    }
    return TokenId::none();
  }

  [[nodiscard]] bool is_passive(TokenId verb) const {
    if (syntax().child(verb, Dep::nsubj_pass) || syntax().child(verb, Dep::aux_pass)) return true;
    return syntax().relation(verb) == Dep::acl && syntax().xpos(verb) == "VBN";
  }

  [[nodiscard]] std::vector<Report> verb_reports(TokenId verb) const {
    const std::string key = lower_lemma(context_, verb) + "/v";
    if (!tables_.words.contains(key)) return {};
    const TokenId speaker = speaker_of(verb);
    if (!speaker) return {};
    const Filler source = filler_at(context_, speaker);
    std::vector<Report> reports;
    for (const auto& [content, rule] : contents_of(verb, key)) {
      if (content == speaker) continue;
      if (!syntax().dominates(content, speaker) || content == syntax().head(verb)) {
        reports.push_back({.cue = verb, .content = content, .words = {}, .source = source, .rule = rule});
      }
    }
    if (!reports.empty() || !tables_.takes(key, "clause")) return reports;
    // Without content in the tree: the words before ", X said.", else the speaker may be that of a quotation.
    Report report{.cue = verb, .content = TokenId::none(), .words = {}, .source = source, .rule = "report:speaker"};
    report.words = words_before(verb, speaker);
    if (!report.words.empty()) report.rule = "report:closing";
    return {report};
  }

  /// "…, X said on Monday.": everything before the comma, when nothing but adjuncts follows.
  [[nodiscard]] TokenRange words_before(TokenId verb, TokenId speaker) const {
    const TokenRange sentence = context_.document.sentence(context_.document.sentence_of(verb)).tokens;
    if (sentence.last.index() > verb.index() + 6 || speaker > verb) return {};
    TokenId comma = TokenId{std::min(core_phrase(context_, speaker).first, speaker).index()};
    comma = comma > sentence.first ? TokenId{comma.index() - 1} : comma;
    while (comma > sentence.first && syntax().relation(comma) != Dep::punct) comma = TokenId{comma.index() - 1};
    if (lower_form(context_, comma) != "," || comma.index() < sentence.first.index() + 3) return {};
    return {sentence.first, comma};
  }

  [[nodiscard]] std::vector<std::pair<TokenId, std::string>> contents_of(TokenId verb, const std::string& key) const {
    std::vector<std::pair<TokenId, std::string>> contents;
    const bool clause = tables_.takes(key, "clause");
    for (const TokenId child : syntax().children(verb)) {
      const Dep relation = syntax().relation(child);
      if (clause && relation == Dep::ccomp) contents.emplace_back(child, "report:clause");
      if (clause && relation == Dep::parataxis && !behind_semicolon(child))
        contents.emplace_back(child, "report:clause");
      if (relation == Dep::xcomp && clause && is_passive(verb) == (marker(context_, child) == "to")) {
        contents.emplace_back(child, "report:clause");
      }
      if (is_any(relation, {Dep::obj, Dep::nsubj_pass}) && tables_.takes(key, "object")) {
        contents.emplace_back(child, "report:object");
      }
      if (is_any(universal(relation), {Dep::obl, Dep::advcl}) && tables_.takes(key, "for") && is_charge(child)) {
        contents.emplace_back(child, "report:accusation");
      }
      if (clause && relation == Dep::conj && !contents.empty() && goes_on(child)) {
        contents.emplace_back(child, "report:goes on");
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

  [[nodiscard]] bool is_charge(TokenId complement) const {
    const std::string word = marker(context_, complement);
    return word == "of" || word == "for";
  }

  /// "X said A, but B did C": a further clause with a subject of its own and no verb of speech.
  [[nodiscard]] bool goes_on(TokenId conjunct) const {
    if (tables_.words.contains(lower_lemma(context_, conjunct) + "/v")) return false;
    for (const TokenId child : syntax().children(conjunct)) {
      if (is_subject(syntax().relation(child))) return true;
    }
    return false;
  }

  [[nodiscard]] bool behind_semicolon(TokenId clause) const {
    const TokenId first = syntax().subtree(clause).first;
    const TokenId before = neighbour(context_, first, -1);
    return lower_form(context_, first) == ";" || (before && lower_form(context_, before) == ";");
  }

  [[nodiscard]] std::vector<Report> according(TokenId token) const {
    TokenId source = TokenId::none();
    const TokenId head = syntax().head(token);
    const bool is_case = head && is_any(syntax().relation(token), {Dep::case_, Dep::mark});
    if (is_case) source = head;
    for (const TokenId child : syntax().children(token)) {
      if (!source && is_any(universal(syntax().relation(child)), {Dep::obl, Dep::obj, Dep::nmod})) source = child;
    }
    const TokenId top = is_case ? syntax().head(source) : head;
    if (!source || !top || tables_.takes(lower_lemma(context_, source) + "/n", "no source")) return {};
    const EntityId entity = entity_at(context_, source);
    if (entity && context_.mentions.entity(entity).type == EntityType::law) return {};
    std::vector<Report> reports;
    const TokenId content = is_aside(token) ? root_of(token) : top;
    for (const TokenId voice : {source, author_of(source)}) {
      if (!voice) continue;
      reports.push_back({.cue = is_case ? source : token,
                         .content = content,
                         .words = {},
                         .source = filler_at(context_, voice),
                         .rule = "report:according"});
    }
    return reports;
  }

  /// Set off by a comma or at the start: about the whole sentence.
  [[nodiscard]] bool is_aside(TokenId token) const {
    const TokenId before = neighbour(context_, token, -1);
    return !before || syntax().upos(before) == Upos::punct;
  }

  [[nodiscard]] TokenId root_of(TokenId token) const {
    while (syntax().head(token)) token = syntax().head(token);
    return token;
  }

  /// "a memo written by X", "X's report".
  [[nodiscard]] TokenId author_of(TokenId noun) const {
    if (syntax().upos(noun) != Upos::noun) return TokenId::none();
    for (const TokenId child : syntax().children(noun)) {
      if (syntax().relation(child) != Dep::acl) continue;
      for (const TokenId agent : syntax().children(child)) {
        if (universal(syntax().relation(agent)) == Dep::obl && marker(context_, agent) == "by") return agent;
      }
    }
    return tables_.words.contains(lower_lemma(context_, noun) + "/n") ? owner_of(noun) : TokenId::none();
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
      if (clause || of)
        reports.push_back(
            {.cue = noun, .content = child, .words = {}, .source = filler_at(context_, owner), .rule = "report:noun"});
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

}  // namespace

std::vector<Report> reports_at(const Context& context, const AttributionFinder::Tables& tables, TokenId token) {
  return Finder(context, tables).reports_at(token);
}

}  // namespace diurna::detail
