// Writes the coreference chains of CoNLL-U documents for benchmarks/score_coreference.py.
//
//     mention_dump [--given] FILE.conllu…     one line a mention: document, first, last and head token, entity
//
// Token numbers count from 0 through the document. With --given the trees of the file are used, else the model's.
#include <chrono>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "diurna/core/resources.hpp"
#include "diurna/io/input.hpp"
#include "diurna/linguistics/analyzer.hpp"
#include "diurna/mentions/mention_finder.hpp"

namespace {

void write(const diurna::Document& document, const diurna::Mentions& mentions) {
  for (const diurna::Mention& mention : mentions.mentions()) {
    if (mention.rule.ends_with("sieve:relative")) continue;  // GUM marks no relative pronouns
    std::cout << document.id() << '\t' << mention.tokens.first.index() << '\t' << mention.tokens.last.index() - 1
              << '\t' << mention.head.index() << '\t' << mention.entity.index() << '\t' << to_text(mention.kind) << '\t'
              << to_text(mention.type) << '\t' << mention.rule << '\t' << mentions.entity(mention.entity).name << '\n';
  }
}

int run(const std::vector<std::string>& arguments) {
  using Clock = std::chrono::steady_clock;
  const bool given = !arguments.empty() && arguments.front() == "--given";
  const auto finder = diurna::MentionFinder::load();
  std::optional<diurna::Analyzer> analyzer;
  if (!given) analyzer = diurna::Analyzer::load();
  std::size_t tokens = 0;
  Clock::duration spent{};
  for (std::size_t i = given ? 1 : 0; i < arguments.size(); ++i) {
    const diurna::Resource file = diurna::read_file(arguments[i]);
    for (auto& [document, syntax] : diurna::io::read_conllu_syntax(file.bytes(), file.name())) {
      if (analyzer) syntax = (*analyzer)(document);
      const Clock::time_point start = Clock::now();
      const diurna::Mentions mentions = finder(document, syntax);
      spent += Clock::now() - start;
      tokens += syntax.size();
      write(document, mentions);
    }
  }
  const double seconds = std::chrono::duration<double>(spent).count();
  std::cerr << tokens << " tokens, " << 1e6 * seconds / static_cast<double>(tokens == 0 ? 1 : tokens)
            << " microseconds each\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
