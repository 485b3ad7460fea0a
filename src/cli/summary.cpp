#include "cli/summary.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace diurna::cli {
namespace {

/// A stretch of the text in a colour.
struct Paint {
  Span span;
  Style style = Style::plain;
};

/// The facts of one sentence, in text order.
struct SentenceFacts {
  std::vector<const Event*> events;
  std::vector<const Relation*> relations;
};

/// Runs of white space as one blank.
std::string folded(std::string_view text) {
  std::string out;
  bool after_blank = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) out += c;
    if (blank && !after_blank) out += ' ';
    after_blank = blank;
  }
  return out;
}

std::map<SentenceId, SentenceFacts> facts_by_sentence(const Reading& reading) {
  std::map<SentenceId, SentenceFacts> sentences;
  for (const Event& event : reading.facts.events()) sentences[event.evidence.sentence].events.push_back(&event);
  for (const Relation& relation : reading.facts.relations()) {
    sentences[relation.evidence.sentence].relations.push_back(&relation);
  }
  return sentences;
}

std::vector<Paint> paints_of(const Reading& reading, const SentenceFacts& facts, Span sentence) {
  std::vector<Paint> paints;
  for (const Event* event : facts.events) paints.push_back({event->trigger, Style::yellow});
  for (const Mention& mention : reading.mentions.mentions()) {
    const bool inside = sentence.contains(mention.span);
    if (inside && mention.kind == MentionKind::name) paints.push_back({mention.span, Style::cyan});
  }
  for (const TimeExpression& time : reading.mentions.times()) {
    if (sentence.contains(time.span)) paints.push_back({time.span, Style::green});
  }
  std::stable_sort(paints.begin(), paints.end(), [](const Paint& a, const Paint& b) { return a.span < b.span; });
  return paints;
}

std::string painted(const Document& document, Span part, const std::vector<Paint>& paints, const Console& console) {
  std::string out;
  std::size_t at = part.begin;
  for (const Paint& paint : paints) {
    if (paint.span.begin < at) continue;
    out += folded(document.text(Span{at, paint.span.begin}));
    out += console.styled(paint.style, folded(document.text(paint.span)));
    at = paint.span.end;
  }
  return out + folded(document.text(Span{at, part.end}));
}

/// "detained" for justice.detain; the id where the ontology has no word for readers.
std::string label_of(const Reading& reading, const Event& event) {
  const EventType* type = reading.ontology ? reading.ontology->event_type(event.type) : nullptr;
  return type == nullptr || type->label.empty() ? event.type : type->label;
}

std::string argument_list(const Reading& reading, const std::vector<Argument>& arguments, const Console& console) {
  std::string out;
  std::string last_role;
  for (const Argument& argument : arguments) {
    if (argument.role == last_role) {
      out += ", ";
    } else {
      out += "  " + console.styled(Style::dim, argument.role) + " ";
    }
    last_role = argument.role;
    out += reading.name_of(argument.filler);
  }
  return out;
}

std::string names_list(const Reading& reading, const std::vector<Filler>& fillers) {
  std::string out;
  for (const Filler& filler : fillers) out += (out.empty() ? "" : ", ") + reading.name_of(filler);
  return out;
}

std::string line_of(const Reading& reading, const Event& event, const Console& console) {
  std::string line = "    " + console.styled(Style::yellow, label_of(reading, event));
  if (event.factuality != Factuality::actual) {
    line += " " + console.styled(Style::magenta, "(" + std::string(to_text(event.factuality)) + ")");
  }
  line += argument_list(reading, event.arguments, console);
  if (!event.attribution.empty()) {
    line += "  " + console.styled(Style::dim, "says") + " " + names_list(reading, event.attribution);
  }
  return line;
}

std::string line_of(const Reading& reading, const Relation& relation, const Console& console) {
  const RelationType* type = reading.ontology ? reading.ontology->relation_type(relation.type) : nullptr;
  const std::string label = type == nullptr || type->label.empty() ? relation.type : type->label;
  return "    " + reading.name_of(relation.subject) + " " + console.styled(Style::blue, label) + " " +
         reading.name_of(relation.object) + argument_list(reading, relation.qualifiers, console);
}

std::string heading_of(const Document& document) {
  const auto& blocks = document.blocks();
  const auto title =
      std::find_if(blocks.begin(), blocks.end(), [](const Block& block) { return block.kind == BlockKind::title; });
  return title == blocks.end() ? document.id() : folded(document.text(title->span));
}

std::string plural(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace

void write_summary(std::ostream& out, const Reading& reading, const Console& console) {
  const Document& document = reading.document;
  out << console.styled(Style::bold, heading_of(document)) << '\n';
  const std::string date = document.date().empty() ? "no date" : document.date();
  out << console.styled(Style::dim, document.id() + ", " + date) << "\n\n";
  for (const auto& [id, facts] : facts_by_sentence(reading)) {
    if (id) {
      const Span span = document.sentence(id).span;
      out << "  " << painted(document, span, paints_of(reading, facts, span), console) << '\n';
    }
    for (const Event* event : facts.events) out << line_of(reading, *event, console) << '\n';
    for (const Relation* relation : facts.relations) out << line_of(reading, *relation, console) << '\n';
    out << '\n';
  }
  out << console.styled(Style::dim, plural(reading.facts.events().size(), "event") + ", " +
                                        plural(reading.facts.relations().size(), "relation") + ", " +
                                        plural(reading.facts.open_triples().size(), "open triple"))
      << "\n\n";
}

}  // namespace diurna::cli
