// A case file from news: who is or was detained, where, when, on what charges, by whom released, of which nationality,
// and the sentence that says so. Prints tab-separated lines.
//
//     prisoners article.txt [2026-01-08]
#include <diurna/diurna.hpp>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

/// What the article tells of one person.
struct Case {
  std::vector<std::string> lines;
  bool is_detention = false;
};

using Cases = std::map<diurna::EntityId, Case>;

bool is_about_custody(const std::string& type) {
  static const std::set<std::string> types = {"justice.detain",  "justice.release",  "justice.charge",
                                              "justice.convict", "justice.sentence", "justice.trial"};
  return types.contains(type);
}

std::string sentence_of(const diurna::Reading& reading, const diurna::Evidence& evidence) {
  return std::string(reading.document.text(reading.document.sentence(evidence.sentence).span));
}

/// The person that an event happens to, when it is one with a name.
diurna::EntityId prisoner_of(const diurna::Reading& reading, const diurna::Event& event) {
  for (const diurna::Argument& argument : event.arguments) {
    const auto entity = argument.filler.as<diurna::EntityId>();
    if (argument.role != "patient" || !entity) continue;
    const diurna::Entity& person = reading.mentions.entity(entity);
    if (person.named() && person.type == diurna::EntityType::person) return entity;
  }
  return diurna::EntityId::none();
}

std::string line_of(const diurna::Reading& reading, const diurna::Event& event) {
  std::string line = reading.ontology->event_type(event.type)->label;
  for (const diurna::Argument& argument : event.arguments) {
    if (argument.role != "patient") line += "\t" + argument.role + ": " + reading.name_of(argument.filler);
  }
  if (event.factuality != diurna::Factuality::actual) line += "\t" + std::string(to_text(event.factuality));
  for (const diurna::Filler& source : event.attribution) line += "\tsource: " + reading.name_of(source);
  return line + "\n    \"" + sentence_of(reading, event.evidence) + "\"";
}

Cases cases_in(const diurna::Reading& reading) {
  Cases cases;
  for (const diurna::Event& event : reading.facts.events()) {
    const diurna::EntityId person = prisoner_of(reading, event);
    if (!person || !is_about_custody(event.type)) continue;
    cases[person].lines.push_back(line_of(reading, event));
    cases[person].is_detention |= event.type == "justice.detain" || event.type == "justice.release";
  }
  for (const diurna::Relation& relation : reading.facts.relations()) {
    const auto person = cases.find(relation.subject.as<diurna::EntityId>());
    if (person == cases.end()) continue;
    person->second.lines.push_back(reading.ontology->relation_type(relation.type)->label + "\t" +
                                   reading.name_of(relation.object));
  }
  return cases;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: prisoners ARTICLE [DATE]\n";
    return 2;
  }
  const diurna::Pipeline pipeline;
  diurna::io::ArticleReader reader(argv[1], argc > 2 ? argv[2] : "");
  while (const auto item = reader.next()) {
    const auto* article = std::get_if<diurna::Article>(&*item);
    if (article == nullptr) continue;
    const diurna::Reading reading = pipeline(*article);
    for (const auto& [person, file] : cases_in(reading)) {
      if (!file.is_detention) continue;
      std::cout << reading.mentions.entity(person).name << '\n';
      for (const std::string& line : file.lines) std::cout << "  " << line << '\n';
      std::cout << '\n';
    }
  }
}
