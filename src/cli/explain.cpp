// diurna explain: why is this fact there?
#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <memory>
#include <sstream>

#include "cli/batch.hpp"
#include "cli/command.hpp"
#include "cli/explanation_page.hpp"
#include "cli/format_choice.hpp"
#include "cli/output.hpp"
#include "diurna/graph/identity.hpp"
#include "diurna/io/explanation.hpp"

namespace diurna::cli {
namespace {

constexpr const char* examples = R"(Examples:
  diurna explain article.txt                        every event and relation of the article
  diurna explain article.txt --list                 their numbers only
  diurna explain article.txt --event e3             one event, by its number or its id ("v:…")
  diurna explain article.txt --relation r1 --format json)";

struct ExplainOptions {
  BatchOptions batch;
  std::vector<std::string> events;
  std::vector<std::string> relations;
  bool list = false;
};

std::vector<FormatName> known_formats() {
  return {{"text", ".txt", "for people; the default"}, {"json", ".jsonl", "one object an event or relation"}};
}

/// "e3" → 2; nothing for anything else.
std::optional<std::size_t> index_of(std::string_view id, char letter) {
  if (id.empty() || id.front() != letter) return std::nullopt;
  std::size_t value = 0;
  const auto read = std::from_chars(id.data() + 1, id.data() + id.size(), value);
  if (read.ec != std::errc{} || read.ptr != id.data() + id.size() || value == 0) return std::nullopt;
  return value - 1;
}

void check_ids(const std::vector<std::string>& ids, char letter, std::string_view other_form) {
  for (const std::string& id : ids) {
    const bool node_id = !other_form.empty() && id.starts_with(other_form);
    if (index_of(id, letter) || node_id) continue;
    throw UsageError{"'" + id + "' is no number of " + (letter == 'e' ? "an event" : "a relation") + "; write " +
                     letter + "1, " + letter + "2 … ('--list' prints them)"};
  }
}

/// Which of `count` facts are asked for; all when none is named.
template <class NodeId>
std::vector<std::size_t> chosen(const ExplainOptions& options, const std::vector<std::string>& ids, char letter,
                                std::size_t count, NodeId node_id) {
  std::vector<std::size_t> out;
  const bool all = options.events.empty() && options.relations.empty();
  for (std::size_t i = 0; i < count; ++i) {
    const bool named = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
      return index_of(id, letter) == i || (!id.starts_with(letter) && id == node_id(i));
    });
    if (all || named) out.push_back(i);
  }
  return out;
}

class Work {
 public:
  Work(const Pipeline& pipeline, const ExplainOptions& options, const std::string& format, const Console& console)
      : pipeline_(pipeline), options_(options), json_(format == "json"), console_(console) {}

  Product operator()(Document document) const {
    const Reading reading = pipeline_(std::move(document));
    std::ostringstream out;
    const auto event_id = [&](std::size_t i) { return event_node_id(reading, EventId{i}); };
    for (const std::size_t i : chosen(options_, options_.events, 'e', reading.facts.events().size(), event_id)) {
      explain_event(out, reading, EventId{i});
    }
    const auto no_id = [](std::size_t) { return std::string(); };
    for (const std::size_t i : chosen(options_, options_.relations, 'r', reading.facts.relations().size(), no_id)) {
      explain_relation(out, reading, i);
    }
    return {.bytes = std::move(out).str(), .graph = {}};
  }

 private:
  void explain_event(std::ostream& out, const Reading& reading, EventId id) const {
    if (options_.list) {
      out << 'e' << id.index() + 1 << '\t' << reading.describe(reading.facts.event(id)) << '\n';
    } else if (json_) {
      io::write_explanation_json(out, reading, pipeline_.explain(reading, id));
    } else {
      write_explanation(out, reading, pipeline_.explain(reading, id), console_);
    }
  }

  void explain_relation(std::ostream& out, const Reading& reading, std::size_t number) const {
    if (options_.list) {
      out << 'r' << number + 1 << '\t' << reading.describe(reading.facts.relations()[number]) << '\n';
    } else if (json_) {
      io::write_explanation_json(out, reading, pipeline_.explain_relation(reading, number));
    } else {
      write_explanation(out, reading, pipeline_.explain_relation(reading, number), console_);
    }
  }

  const Pipeline& pipeline_;
  const ExplainOptions& options_;
  bool json_;
  const Console& console_;
};

int run(const Console& console, const ExplainOptions& options) {
  check_ids(options.events, 'e', "v:");
  check_ids(options.relations, 'r', "");
  const std::string format = choose_format(options.batch.format, options.batch.output, "text", known_formats());
  const Pipeline pipeline(options.batch.pipeline);
  Output output(options.batch.output, console);
  const Console styling{console.out, console.err, console.out_is_terminal && options.batch.output.empty(), false,
                        console.colours};
  bool any = false;
  const auto deliver = [&](const Product& product) {
    any = any || !product.bytes.empty();
    output.write(product.bytes);
  };
  int status = run_batch(console, options.batch, Work(pipeline, options, format, styling), deliver);
  output.commit();
  const bool named = !options.events.empty() || !options.relations.empty();
  if (!any && named && status == exit_ok) {
    console.complain("no article has a fact of this number; '--list' prints them all");
    status = exit_input_failed;
  }
  return status;
}

}  // namespace

Command add_explain(CLI::App& program) {
  CLI::App* app =
      program.add_subcommand("explain", "Why a fact is there: words, tree, rule or model, certainty, source");
  auto options = std::make_shared<ExplainOptions>();
  add_batch_options(*app, options->batch);
  app->add_option("--event", options->events, "Number of an event (e1, e2 …) or its id")
      ->type_name("ID")
      ->allow_extra_args(false);
  app->add_option("--relation", options->relations, "Number of a relation (r1, r2 …)")
      ->type_name("ID")
      ->allow_extra_args(false);
  app->add_flag("--list", options->list, "Only list the numbers, with the facts in one line each");
  app->footer(format_help(known_formats()) + "\n" + examples);
  return {.app = app, .run = [options](const Console& console) { return run(console, *options); }};
}

}  // namespace diurna::cli
