#include "tck/runner.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "diurna/query/error.hpp"
#include "query/engine.hpp"
#include "tck/expected_value.hpp"

namespace diurna::tck {
namespace {

constexpr auto time_limit = std::chrono::seconds(20);

// Ends a scenario before its last step.
struct Verdict {
  Outcome outcome;
};
[[noreturn]] void fail(std::string reason) { throw Verdict{{Outcome::Kind::failed, std::move(reason)}}; }
[[noreturn]] void skip(std::string reason) { throw Verdict{{Outcome::Kind::skipped, std::move(reason)}}; }

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string out;
  for (const std::string& text : texts) {
    if (!out.empty()) out += separator;
    out += text;
  }
  return out;
}

std::string row_text(std::vector<std::string> cells) { return "| " + joined(cells, " | ") + " |"; }

std::vector<std::string> actual_rows(const QueryResult& result, ListOrder lists) {
  std::vector<std::string> rows;
  for (const QueryRow& row : result) {
    std::vector<std::string> cells;
    for (std::size_t column = 0; column < row.size(); ++column) cells.push_back(canonical(row[column], lists));
    rows.push_back(row_text(std::move(cells)));
  }
  return rows;
}

std::vector<std::string> expected_rows(const Table& table, ListOrder lists) {
  std::vector<std::string> rows;
  for (std::size_t row = 1; row < table.size(); ++row) {
    std::vector<std::string> cells;
    for (const std::string& cell : table[row]) cells.push_back(canonical(read_expected(cell), lists));
    rows.push_back(row_text(std::move(cells)));
  }
  return rows;
}

std::string shown(const std::vector<std::string>& rows) {
  constexpr std::size_t most = 12;
  if (rows.empty()) return "      no rows";
  std::string out =
      "      " +
      joined({rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), most))}, "\n      ");
  if (rows.size() > most) out += "\n      … " + std::to_string(rows.size()) + " rows in all";
  return out;
}

class Run {
 public:
  Run(const Scenario& scenario, const std::filesystem::path& folder) : scenario_(scenario), folder_(folder) {}

  void run() {
    for (const Step& step : scenario_.steps) take(step);
    if (error_) fail("query failed: " + error_->text);
  }

 private:
  struct Failure {
    std::string kind;
    std::string detail;
    std::string text;
  };

  void take(const Step& step) {
    const std::string_view text = step.text;
    if (text == "any graph" || text == "an empty graph") return;
    if (text.starts_with("the ") && text.ends_with(" graph")) return load_named_graph(text.substr(4, text.size() - 10));
    if (text.starts_with("there exists a procedure")) skip("needs a procedure");
    if (text.starts_with("there exists a CSV file")) skip("needs LOAD CSV");
    if (text.starts_with("parameters are")) return take_parameters(step.table);
    if (text.starts_with("having executed")) return set_up(step.doc);
    if (text.starts_with("executing query") || text.starts_with("executing control query")) return execute(step.doc);
    if (text.starts_with("the result should be")) return check_result(step);
    if (text.starts_with("no side effects")) return;
    if (text.starts_with("the side effects should be")) skip("has side effects");
    if (text.find(" should be raised ") != std::string_view::npos) return check_error(text);
    fail("unknown step: " + step.text);
  }

  void load_named_graph(std::string_view name) {
    for (std::filesystem::path at = folder_; !at.empty(); at = at.parent_path()) {
      const std::filesystem::path file = at / "graphs" / name / (std::string(name) + ".cypher");
      if (std::ifstream in(file); in) {
        std::ostringstream script;
        script << in.rdbuf();
        return set_up(script.str());
      }
      if (at == at.parent_path()) break;
    }
    skip("the graph '" + std::string(name) + "' is not in the folder");
  }

  void take_parameters(const Table& table) {
    for (const std::vector<std::string>& row : table)
      if (row.size() == 2) parameters_.insert_or_assign(row[0], read_expected(row[1]));
  }

  void set_up(std::string_view query) {
    for (const std::string& clause : writing_clauses(query))
      if (clause != "CREATE") skip("set-up uses " + clause);
    try {
      graph_ = cypher::create(graph_, query, parameters_);
    } catch (const Error& error) {
      fail("set-up failed: " + std::string(error.what()));
    }
  }

  void execute(std::string_view query) {
    if (const auto clauses = writing_clauses(query); !clauses.empty()) skip("the query uses " + clauses.front());
    error_.reset();
    result_ = {};
    const auto deadline = std::chrono::steady_clock::now() + time_limit;
    try {
      result_ =
          cypher::execute(graph_, query, parameters_, [=] { return std::chrono::steady_clock::now() > deadline; });
    } catch (const QueryError& error) {
      error_ = Failure{std::string(error.kind_name()), error.detail(), error.what()};
    } catch (const std::exception& error) {
      error_ = Failure{"error", "", error.what()};
    }
  }

  void check_result(const Step& step) {
    if (error_) fail("query failed: " + error_->text);
    const std::string_view text = step.text;
    const ListOrder lists =
        text.find("ignoring element order") != std::string_view::npos ? ListOrder::ignored : ListOrder::kept;
    std::vector<std::string> actual = actual_rows(result_, lists);
    if (text.starts_with("the result should be empty")) {
      if (!actual.empty()) fail("rows where none were expected:\n" + shown(actual));
      return;
    }
    if (step.table.empty()) fail("the step has no table");
    if (result_.columns() != step.table.front())
      fail("columns are " + row_text(result_.columns()) + ", expected " + row_text(step.table.front()));
    std::vector<std::string> expected = expected_rows(step.table, lists);
    if (text.find("in order") == std::string_view::npos) {
      std::ranges::sort(actual);
      std::ranges::sort(expected);
    }
    if (actual != expected) fail("rows differ; expected\n" + shown(expected) + "\n    got\n" + shown(actual));
  }

  // "a SyntaxError should be raised at compile time: UndefinedVariable"; * stands for any detail.
  void check_error(std::string_view text) {
    const std::size_t begin = text.find(' ') + 1;
    const std::string_view kind = text.substr(begin, text.find(' ', begin) - begin);
    const std::size_t colon = text.rfind(": ");
    const std::string_view detail = colon == std::string_view::npos ? "*" : text.substr(colon + 2);
    if (!error_)
      fail("expected " + std::string(kind) + " " + std::string(detail) + ", got " + std::to_string(result_.size()) +
           " rows");
    if (error_->kind != kind || (detail != "*" && error_->detail != detail))
      fail("expected " + std::string(kind) + " " + std::string(detail) + ", got " + error_->kind + " " +
           error_->detail + ": " + error_->text);
    error_.reset();
  }

  const Scenario& scenario_;
  const std::filesystem::path& folder_;
  cypher::PropertyGraph graph_ = cypher::PropertyGraphBuilder().build();
  cypher::Parameters parameters_;
  QueryResult result_;
  std::optional<Failure> error_;
};

}  // namespace

Outcome run(const Scenario& scenario, const std::filesystem::path& folder) {
  // What a scenario asks for after its query decides whether it only reads.
  for (const Step& step : scenario.steps)
    if (step.text.starts_with("the side effects should be")) return {Outcome::Kind::skipped, "has side effects"};
  try {
    Run(scenario, folder).run();
    return {};
  } catch (const Verdict& verdict) {
    return verdict.outcome;
  } catch (const std::exception& error) {
    return {Outcome::Kind::failed, error.what()};
  }
}

}  // namespace diurna::tck
