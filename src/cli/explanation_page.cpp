#include "cli/explanation_page.hpp"

#include <array>
#include <cstdio>
#include <ostream>

#include "diurna/text/unicode.hpp"

namespace diurna::cli {
namespace {

constexpr std::size_t label_width = 11;
constexpr std::size_t shown_reasons = 4;

std::string number(double value, const char* format) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, value);
  return buffer.data();
}

/// White space folded, control characters gone, so that no text can move the cursor.
std::string clean(std::string_view text) {
  std::string out;
  for (const char c : repaired_utf8(text)) {
    const bool blank = static_cast<unsigned char>(c) <= 0x20 || c == 0x7f;
    if (!blank || !out.ends_with(' ')) out += blank ? ' ' : c;
  }
  return out;
}

class Page {
 public:
  Page(std::ostream& out, const Reading& reading, const Console& console)
      : out_(out), reading_(reading), console_(console) {}

  void title(const std::string& id, const std::string& type, const std::string& words, const std::string& gloss) {
    out_ << console_.styled(Style::bold, id) << "  " << console_.styled(Style::yellow, type) << "  \"" << words
         << "\"\n";
    if (!gloss.empty()) out_ << "    " << console_.styled(Style::dim, gloss) << '\n';
  }

  /// The sentence with its decisive words in brackets.
  void sentence(SentenceId id, Span marked) {
    const Span whole = reading_.document.sentence(id).span;
    if (!whole.contains(marked)) return line("sentence", words(whole));
    line("sentence", words({whole.begin, marked.begin}) + console_.styled(Style::yellow, "[" + words(marked) + "]") +
                         words({marked.end, whole.end}));
  }

  void line(const std::string& label, const std::string& text) {
    const std::size_t width = CodePointIndex(label).size();
    out_ << "  " << console_.styled(Style::cyan, label)
         << std::string(width < label_width ? label_width - width : 1, ' ') << text << '\n';
  }
  void more(const std::string& text) { out_ << std::string(label_width + 2, ' ') << text << '\n'; }

  void decision(const std::string& label, const Decision& decision, const std::string& what) {
    std::string text = what.empty() ? "" : what + "  ";
    if (decision.decided_by == "model") {
      text += console_.styled(Style::dim, "model " + number(decision.score, "%.2f") + ", " + decision.rule);
    } else {
      text += console_.styled(Style::dim, decision.decided_by + " " + decision.rule);
    }
    line(label, text);
  }

  void reasons(const Decision& decision) {
    std::string text;
    for (std::size_t i = 0; i < std::min(shown_reasons, decision.reasons.size()); ++i) {
      text +=
          (i == 0 ? "" : "  ") + clean(decision.reasons[i].feature) + " " + number(decision.reasons[i].weight, "%+.2f");
    }
    if (!text.empty()) more(console_.styled(Style::dim, "because  " + text));
    std::string others;
    for (const Choice& choice : decision.runners_up) {
      if (choice.score >= 0.005)
        others += (others.empty() ? "" : ", ") + choice.label + " " + number(choice.score, "%.2f");
    }
    if (!others.empty()) more(console_.styled(Style::dim, "or else  " + others));
  }

  /// "arrested ─obj→ mayor": an arrow runs from head to dependent.
  void path(const std::vector<PathStep>& steps) {
    if (steps.size() < 2) return;
    std::string text;
    for (const PathStep& step : steps) {
      const std::string word = words(reading_.document.token(step.token).span);
      if (step.relation.starts_with('<')) {
        text += " ←" + step.relation.substr(1) + "─ " + word;
      } else if (step.relation.starts_with('>')) {
        text += " ─" + step.relation.substr(1) + "→ " + word;
      } else {
        text += word;
      }
    }
    more("tree     " + text);
  }

  void chain(const std::vector<ChainLink>& links) {
    if (links.size() < 2) return;
    std::string text;
    for (const ChainLink& link : links) {
      text += (text.empty() ? "\"" : " = \"") + words(link.span) + "\"";
      if (!link.rule.empty()) text += " " + console_.styled(Style::dim, "(" + link.rule + ")");
    }
    more("who      " + text);
  }

  void time(const std::vector<TimeReading>& times) {
    for (const TimeReading& time : times) {
      std::string text = time.type + " " + (time.value.empty() ? "without a value" : time.value);
      if (!time.anchor.empty()) text += ", counted from " + time.anchor;
      if (!time.rule.empty()) text += " " + console_.styled(Style::dim, "(" + time.rule + ")");
      more("when     " + text);
    }
  }

  /// Words and, where they differ, the name they stand for.
  [[nodiscard]] std::string filler(const std::string& name, Span span) const {
    const std::string here = words(span);
    return here == clean(name) ? here : here + " = " + clean(name);
  }

  [[nodiscard]] std::string words(Span span) const { return clean(reading_.document.text(span)); }
  void end() { out_ << '\n'; }

 private:
  std::ostream& out_;
  const Reading& reading_;
  const Console& console_;
};

void write_factuality(Page& page, const FactualityReading& factuality) {
  std::string text(to_text(factuality.value));
  if (factuality.rule == "default") {
    text += "  no cue speaks against it";
  } else {
    if (!factuality.cue.empty()) text += "  by \"" + page.words(factuality.cue) + "\"";
    text += "  (" + factuality.rule + ")";
  }
  page.line("certainty", text);
  page.path(factuality.path);
}

void write_source(Page& page, const SourceReading& source) {
  std::string text = page.filler(source.name, source.span);
  if (!source.cue.empty()) text += "  by \"" + page.words(source.cue) + "\"";
  page.line("source", text + "  (" + source.rule + ")");
  page.chain(source.chain);
}

}  // namespace

void write_explanation(std::ostream& out, const Reading& reading, const EventExplanation& why, const Console& console) {
  Page page(out, reading, console);
  page.title("e" + std::to_string(why.event.index() + 1), why.type, page.words(why.trigger_span), why.gloss);
  page.sentence(why.sentence, why.trigger_span);
  page.decision("type", why.trigger, "");
  page.reasons(why.trigger);
  std::string listed;
  for (const std::string& meaning : why.lexicon) listed += (listed.empty() ? "" : "; ") + meaning;
  if (!listed.empty()) page.more("lexicon  " + listed);
  write_factuality(page, why.factuality);
  if (why.sources.empty()) page.line("source", "the author: nobody else is named");
  for (const SourceReading& source : why.sources) write_source(page, source);
  for (const RoleExplanation& role : why.roles) {
    page.decision(role.role, role.decision, page.filler(role.name, role.span));
    page.path(role.path);
    page.chain(role.chain);
    page.time(role.time);
    page.reasons(role.decision);
  }
  page.end();
}

void write_explanation(std::ostream& out, const Reading& reading, const RelationExplanation& why,
                       const Console& console) {
  Page page(out, reading, console);
  page.title("r" + std::to_string(why.relation + 1), why.type, page.words(why.span), why.gloss);
  page.sentence(why.sentence, why.span);
  page.decision("type", why.decision, "");
  page.path(why.path);
  for (const RelationEnd& end : why.ends) {
    page.line(end.role, page.filler(end.name, end.span));
    page.chain(end.chain);
    page.time(end.time);
  }
  page.end();
}

}  // namespace diurna::cli
