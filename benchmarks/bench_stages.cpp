// How fast each stage is, in tokens a second on one thread.
//
//     bench_stages                       200 made articles, 5 repeats
//     bench_stages 3 news.jsonl a.txt    these articles, 3 repeats
#include <cstdlib>
#include <functional>
#include <iomanip>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "diurna/diurna.hpp"
#include "diurna/events/extractor.hpp"
#include "diurna/linguistics/analyzer.hpp"
#include "diurna/mentions/mention_finder.hpp"
#include "harness.hpp"
#include "made_text.hpp"

namespace diurna::bench {
namespace {

std::vector<Article> articles_from(int count, char** paths) {
  constexpr std::size_t made = 200;
  if (count == 0) return made_articles(made);
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    io::ArticleReader reader(paths[i]);
    while (auto item = reader.next()) {
      if (auto* article = std::get_if<Article>(&*item)) articles.push_back(std::move(*article));
    }
  }
  return articles;
}

/// What every stage made of every article.
struct Products {
  std::vector<Document> documents;
  std::vector<Syntax> syntaxes;
  std::vector<Mentions> mentions;
  std::vector<Facts> facts;
  std::vector<Reading> readings;
  Graph graph;
};

struct Stage {
  std::string name;
  std::function<void()> work;
};

std::vector<Stage> stages(const std::vector<Article>& articles, Products& made) {
  const auto analyzer = std::make_shared<Analyzer>(Analyzer::load());
  const auto finder = std::make_shared<MentionFinder>(MentionFinder::load());
  const auto extractor = std::make_shared<Extractor>(Extractor::load());
  const auto each = [](auto& out, std::size_t count, auto one) {
    out.clear();
    for (std::size_t i = 0; i < count; ++i) out.push_back(one(i));
  };
  const std::size_t count = articles.size();
  return {
      {"tokenise",
       [=, &articles, &made] { each(made.documents, count, [&](auto i) { return read_document(articles[i]); }); }},
      {"analyse", [=, &made] { each(made.syntaxes, count, [&](auto i) { return (*analyzer)(made.documents[i]); }); }},
      {"mentions",
       [=, &made] {
         each(made.mentions, count, [&](auto i) { return (*finder)(made.documents[i], made.syntaxes[i]); });
       }},
      {"extract", [=, &made] {
         each(made.facts, count,
              [&](auto i) { return (*extractor)(made.documents[i], made.syntaxes[i], made.mentions[i]); });
       }}};
}

std::vector<Stage> output_stages(Products& made) {
  return {{"facts",
           [&made] {
             std::ostringstream out;
             for (const Reading& reading : made.readings) io::write_reading(out, reading, "facts");
           }},
          {"graph",
           [&made] {
             made.graph = Graph();
             for (const Reading& reading : made.readings) made.graph.add(reading);
           }},
          {"json", [&made] {
             std::ostringstream out;
             io::write_graph(out, made.graph, "json");
           }}};
}

void print(const std::string& name, double seconds, std::size_t tokens) {
  std::cout << std::left << std::setw(10) << name << std::right << std::setw(10) << std::fixed << std::setprecision(3)
            << seconds << " s " << std::setw(12) << static_cast<long>(static_cast<double>(tokens) / seconds)
            << " tokens/s\n";
}

std::size_t count_tokens(const std::vector<Article>& articles) {
  std::size_t tokens = 0;
  for (const Article& article : articles) tokens += read_document(article).tokens().size();
  return tokens;
}

void gather_readings(Products& made, const std::shared_ptr<const Ontology>& ontology) {
  for (std::size_t i = 0; i < made.documents.size(); ++i) {
    made.readings.push_back({made.documents[i], made.syntaxes[i], made.mentions[i], made.facts[i], ontology});
  }
}

void run(std::size_t repeats, const std::vector<Article>& articles) {
  const std::size_t tokens = count_tokens(articles);
  std::cout << articles.size() << " articles, " << tokens << " tokens\n";
  Products made;
  double to_facts = 0;
  for (const Stage& stage : stages(articles, made)) {
    const double seconds = median_seconds(repeats, stage.work);
    print(stage.name, seconds, tokens);
    to_facts += seconds;
  }
  gather_readings(made, Pipeline().ontology());
  for (const Stage& stage : output_stages(made)) {
    const double seconds = median_seconds(repeats, stage.work);
    print(stage.name, seconds, tokens);
    if (stage.name == "facts") to_facts += seconds;
  }
  print("to facts", to_facts, tokens);
}

}  // namespace
}  // namespace diurna::bench

int main(int argc, char** argv) {
  constexpr std::size_t usual_repeats = 5;
  const std::size_t repeats = argc > 1 ? static_cast<std::size_t>(std::strtoul(argv[1], nullptr, 10)) : usual_repeats;
  try {
    diurna::bench::run(repeats, diurna::bench::articles_from(argc > 2 ? argc - 2 : 0, argv + 2));
  } catch (const diurna::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
