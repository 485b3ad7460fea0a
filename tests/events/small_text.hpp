// A document with its tree and mentions from one line, so that no model is loaded:
//
//   SmallText text("Police/NOUN/nsubj/2 arrested/VERB/root/0/arrest him/PRON/obj/2");
//   text.mention(EntityType::person, "him");
//
// Each word is form/UPOS/relation/head[/lemma[/XPOS]]; heads count from 1 within a sentence; "||" starts the next sentence.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "diurna/linguistics/syntax.hpp"
#include "diurna/mentions/mentions.hpp"
#include "diurna/text/document.hpp"
#include "events/stages.hpp"

namespace diurna::test {

class SmallText {
 public:
  explicit SmallText(const std::string& words, const std::string& date = "2024-05-06") {
    parts_.article.date = date;
    std::istringstream in(words);
    std::size_t first = 0;
    for (std::string word; in >> word;) {
      if (word == "||") {
        end_sentence(first);
        first = parts_.tokens.size();
      } else {
        add(word, first);
      }
    }
    end_sentence(first);
    parts_.blocks.push_back({BlockKind::paragraph, {0, parts_.text.size()}, BlockId::none()});
  }

  /// Words by their text, the first occurrence at or after token `from`.
  SmallText& mention(EntityType type, const std::string& words, MentionKind kind = MentionKind::name,
                     const std::string& country = {}) {
    const TokenRange range = find(words);
    Entity entity;
    entity.type = type;
    entity.name = words;
    entity.country = country;
    entity.has_name = kind == MentionKind::name;
    entity.mentions = {MentionId{mentions_.mentions.size()}};
    Mention mention;
    mention.kind = kind;
    mention.type = type;
    mention.tokens = range;
    mention.span = {parts_.tokens[range.first.index()].span.begin, parts_.tokens[range.last.index() - 1].span.end};
    mention.head = head_of(range);
    mention.entity = EntityId{mentions_.entities.size()};
    mentions_.mentions.push_back(mention);
    mentions_.entities.push_back(entity);
    return *this;
  }

  SmallText& time(const std::string& words, const std::string& value) {
    TimeExpression time;
    time.tokens = find(words);
    time.span = {parts_.tokens[time.tokens.first.index()].span.begin,
                 parts_.tokens[time.tokens.last.index() - 1].span.end};
    time.head = head_of(time.tokens);
    time.value = value;
    mentions_.times.push_back(time);
    return *this;
  }

  /// A number with what it counts.
  SmallText& quantity(const std::string& number, const std::string& counted) {
    Quantity quantity;
    quantity.tokens = find(number);
    quantity.span = parts_.tokens[quantity.tokens.first.index()].span;
    quantity.head = quantity.tokens.first;
    quantity.counted = token(counted);
    mentions_.quantities.push_back(quantity);
    return *this;
  }

  SmallText& plural(const std::string& form) {
    WordAnalysis& word = words_[token(form).index()];
    word.features = word.features.with(Feature::number_plur);
    return *this;
  }

  /// The Penn Treebank tag of a word.
  SmallText& tag(const std::string& form, const std::string& xpos) {
    words_[token(form).index()].xpos = xpos;
    return *this;
  }

  [[nodiscard]] TokenId token(const std::string& form) const { return find(form).first; }

  /// Calls `read` with the context of the finished text.
  template <class Read>
  auto with_context(Read read) const {
    const Document document(parts_);
    const Syntax syntax(words_, {});
    const Mentions mentions(mentions_, words_.size());
    return read(detail::Context{document, syntax, mentions});
  }

 private:
  void add(const std::string& word, std::size_t first) {
    std::vector<std::string> fields;
    std::istringstream in(word);
    for (std::string field; std::getline(in, field, '/');) fields.push_back(field);
    if (!parts_.text.empty()) parts_.text += ' ';
    const std::size_t begin = parts_.text.size();
    parts_.text += fields[0];
    parts_.tokens.push_back({{begin, parts_.text.size()}, true, false});
    WordAnalysis analysis;
    analysis.upos = parse_upos(fields[1]).value();
    analysis.relation = parse_relation(fields[2]).value();
    const std::size_t head = std::stoul(fields[3]);
    analysis.head = head == 0 ? TokenId::none() : TokenId{first + head - 1};
    analysis.lemma = fields.size() > 4 ? fields[4] : fields[0];
    if (fields.size() > 5) analysis.xpos = fields[5];
    words_.push_back(analysis);
  }

  void end_sentence(std::size_t first) {
    const std::size_t last = parts_.tokens.size();
    parts_.sentences.push_back({{parts_.tokens[first].span.begin, parts_.tokens[last - 1].span.end},
                                {TokenId{first}, TokenId{last}},
                                BlockId{0},
                                SentenceId::none(),
                                std::to_string(parts_.sentences.size() + 1)});
  }

  [[nodiscard]] TokenRange find(const std::string& words) const {
    const std::size_t begin = parts_.text.find(words);
    TokenRange range{TokenId{parts_.tokens.size()}, TokenId{0}};
    for (std::size_t i = 0; i < parts_.tokens.size(); ++i) {
      if (!parts_.tokens[i].span.overlaps({begin, begin + words.size()})) continue;
      range.first = std::min(range.first, TokenId{i});
      range.last = TokenId{i + 1};
    }
    return range;
  }

  [[nodiscard]] TokenId head_of(TokenRange range) const {
    for (const TokenId token : range) {
      const TokenId head = words_[token.index()].head;
      if (!head || !range.contains(head)) return token;
    }
    return range.first;
  }

  Document::Parts parts_;
  std::vector<WordAnalysis> words_;
  Mentions::Parts mentions_;
};

}  // namespace diurna::test
