#include "mentions/time_finder.hpp"

#include <algorithm>
#include <cstdlib>

#include "mentions/time_filter.hpp"
#include "mentions/time_resolver.hpp"

namespace diurna::detail {
namespace {

const WordTable& time_words() {
  static const WordTable table = WordTable::load({"en/times/words.tsv", "en/times/numbers.tsv"});
  return table;
}

bool may_start(const Lexeme& lexeme) {
  return lexeme.senses != nullptr || lexeme.shape != Shape::word || lexeme.form == "the" || lexeme.form == "a" ||
         lexeme.form == "an" || lexeme.form == "earlier" || lexeme.form == "later" || lexeme.form == "sometime" ||
         lexeme.form == "its" || lexeme.form == "their" || lexeme.form == "these" || lexeme.form == "those" ||
         lexeme.form == "q";
}

/// Matches of one sentence from left to right, the longest at each place, none over another.
std::vector<Match> match_sentence(std::span<const Lexeme> lexemes, const TimeFilter& filter) {
  std::vector<Match> matches;
  for (std::size_t at = 0; at < lexemes.size();) {
    std::optional<Match> match = may_start(lexemes[at]) ? match_time(Cursor(lexemes, at)) : std::nullopt;
    if (match && filter.keeps(lexemes, *match)) {
      at = match->end;
      matches.push_back(std::move(*match));
    } else {
      ++at;
    }
  }
  return matches;
}

/// One sentence's matches on their way to times.
class SentenceReader {
 public:
  SentenceReader(const Document& document, const Syntax& syntax, Timeline& timeline, std::span<const Lexeme> lexemes)
      : document_(document), syntax_(syntax), timeline_(timeline), lexemes_(lexemes) {}

  void read(const std::vector<Match>& matches, std::vector<TimeExpression>& out) {
    timeline_.begin_sentence();
    std::vector<TimeExpression> times(matches.size());
    std::vector<Point> points(matches.size());
    for (const bool clocks : {false, true}) {
      for (std::size_t i = 0; i < matches.size(); ++i) {
        if (needs_day(matches[i].meaning) != clocks) continue;
        Timeline line = timeline_;
        if (clocks) {
          if (const auto day = nearest_day(points, i)) line.remember(*day);
        }
        times[i] = express(matches[i], line, points[i]);
        if (!clocks) timeline_.remember(points[i], matches[i].meaning);
      }
    }
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if (needs_day(matches[i].meaning)) timeline_.remember(points[i]);
    }
    std::move(times.begin(), times.end(), std::back_inserter(out));
  }

 private:
  static bool needs_day(const TimeMeaning& meaning) {
    return meaning.value.empty() && meaning.pick == Pick::narrative && !meaning.shift && meaning.point.weekday == 0;
  }

  /// The day told nearest to the i-th match in this sentence, the one before it first.
  static std::optional<Point> nearest_day(const std::vector<Point>& points, std::size_t i) {
    for (std::size_t j = i; j-- > 0;) {
      if (points[j].day > 0) return points[j];
    }
    for (std::size_t j = i + 1; j < points.size(); ++j) {
      if (points[j].day > 0) return points[j];
    }
    return std::nullopt;
  }

  TimeExpression express(const Match& match, const Timeline& timeline, Point& point) const {
    const Lexeme& first = lexemes_[match.begin];
    const Lexeme& last = lexemes_[match.end - 1];
    TimeExpression time;
    time.span = {first.span.begin, last.span.end};
    time.tokens = {first.tokens.first, last.tokens.last};
    time.head = head_of(time.tokens);
    const Resolved resolved = timeline.resolve(match.meaning, tense_at(document_, syntax_, time.tokens));
    point = resolved.point;
    time.type = match.meaning.type;
    time.value = resolved.value;
    time.granularity = resolved.point.granularity;
    time.anchor = resolved.anchor;
    time.rule = std::string(match.meaning.rule);
    time.mod = std::string(match.meaning.mod);
    time.qualifier = qualifier(match);
    return time;
  }

  /// EDTF's mark for "around 1990", "perhaps in 1990", "probably around 1990".
  [[nodiscard]] std::string qualifier(const Match& match) const {
    bool near = match.meaning.mod == "APPROX";
    bool doubtful = false;
    constexpr std::size_t reach = 3;
    for (std::size_t back = 1; back <= reach && back <= match.begin; ++back) {
      const Cursor before(lexemes_, match.begin - back);
      const WordSense* hedge = before.sense(FormKind::hedge);
      const WordSense* doubt = before.sense(FormKind::doubt);
      if (hedge != nullptr && hedge->text == "APPROX" && !before.is("some")) {
        near = true;
      } else if (doubt != nullptr) {
        (doubt->text == "?" ? doubtful : near) = true;
      } else if (!links_time(before)) {
        break;
      }
    }
    return near && doubtful ? "%" : near ? "~" : doubtful ? "?" : "";
  }

  static bool links_time(const Cursor& cursor) {
    return cursor.is("in") || cursor.is("on") || cursor.is("at") || cursor.is("the") || cursor.is("since");
  }

  [[nodiscard]] TokenId head_of(TokenRange tokens) const {
    if (syntax_.size() == 0) return TokenId{tokens.last.index() - 1};
    for (const TokenId token : tokens) {
      if (!syntax_.head(token) || !tokens.contains(syntax_.head(token))) return token;
    }
    return tokens.first;
  }

  const Document& document_;
  const Syntax& syntax_;
  Timeline& timeline_;
  std::span<const Lexeme> lexemes_;
};

}  // namespace

std::vector<TimeExpression> find_times(const Document& document, const Syntax& syntax) {
  const Lexer lexer(document, time_words());
  const TimeFilter filter(document, syntax);
  Timeline timeline(document.date());
  std::vector<TimeExpression> times;
  for (std::size_t i = 0; i < document.sentences().size(); ++i) {
    const std::vector<Lexeme> lexemes = lexer(SentenceId{i});
    const std::vector<Match> matches = match_sentence(lexemes, filter);
    if (matches.empty()) continue;
    SentenceReader(document, syntax, timeline, lexemes).read(matches, times);
  }
  return times;
}

}  // namespace diurna::detail
