// bench_query ARTICLES QUERIES [CSV-FOLDER]: builds the graph of so many made articles, indexes it, and runs each query
// of a file (name, text and parameters as JSON, separated by tabs), a JSON line of result each: what bench_query.py
// compares with other programs. With a folder the graph is written there as CSV first.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "diurna/graph/graph.hpp"
#include "diurna/io/result.hpp"
#include "diurna/query/query.hpp"

namespace {

using namespace diurna;
using Clock = std::chrono::steady_clock;

constexpr std::uint64_t events_of_article = 8;
constexpr std::uint64_t days = 3650;

// xorshift64*: the same numbers on every machine.
class Random {
 public:
  std::uint64_t next() {
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return state_ * 0x2545F4914F6CDD1DU;
  }
  std::uint64_t below(std::uint64_t end) { return (next() >> 16U) % end; }
  // Small numbers are frequent, as names in the news are.
  std::uint64_t skewed(std::uint64_t end) { return below(below(end) + 1); }

 private:
  std::uint64_t state_ = 0x9E3779B97F4A7C15U;
};

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::string date_text(std::uint64_t day) {
  return to_text(Value(
      Value::Date(std::chrono::sys_days(std::chrono::year(2016) / 1 / 1) + std::chrono::days(static_cast<int>(day)))));
}

class MadeGraph {
 public:
  explicit MadeGraph(std::uint64_t articles)
      : articles_(articles), people_(articles / 2 + 10), bodies_(articles / 8 + 10), places_(articles / 100 + 50) {
    add_values();
    for (std::uint64_t article = 0; article < articles; ++article) add_article(article);
  }
  [[nodiscard]] const Graph& graph() const { return graph_; }

 private:
  void add_entity(const std::string& id, const char* type, const std::string& name) {
    graph_.add(Node{.id = id, .kind = NodeKind::entity, .type = type, .name = name});
  }

  void add_values() {
    for (std::uint64_t i = 0; i < people_; ++i)
      add_entity("e:person_" + std::to_string(i), "PERSON", "Person " + std::to_string(i));
    for (std::uint64_t i = 0; i < bodies_; ++i)
      add_entity("e:body_" + std::to_string(i), "ORG", "Body " + std::to_string(i));
    for (std::uint64_t i = 0; i < places_; ++i)
      add_entity("e:place_" + std::to_string(i), "GPE", "Place " + std::to_string(i));
    for (std::uint64_t day = 0; day < days; ++day) {
      const std::string date = date_text(day);
      graph_.add(Node{.id = "t:" + date,
                      .kind = NodeKind::time,
                      .type = "DATE",
                      .name = date,
                      .properties = {{"value", date}, {"begin", date}, {"end", date}}});
    }
  }

  void add_edge(const std::string& source, const char* type, const std::string& target, const GraphEvidence& evidence) {
    graph_.add(Edge{.source = source, .target = target, .type = type, .evidence = {evidence}});
  }

  std::string actor() {
    if (random_.below(3) == 0) return "e:body_" + std::to_string(random_.skewed(bodies_));
    return "e:person_" + std::to_string(random_.skewed(people_));
  }

  void add_article(std::uint64_t article) {
    const std::string name = "article " + std::to_string(article);
    const std::string document = "d:" + name;
    graph_.add(Node{.id = document, .kind = NodeKind::document, .type = "document", .name = name});
    for (std::uint64_t i = 0; i < events_of_article; ++i) {
      const GraphEvidence evidence{
          .document = name, .begin = i * 100, .end = i * 100 + 8, .text = "Something happened."};
      const std::string event = "v:" + std::to_string(article) + "_" + std::to_string(i);
      constexpr const char* types[] = {"justice.detain", "movement.travel", "conflict.attack",   "contact.meet",
                                       "economy.trade",  "life.die",        "justice.prosecute", "statement.say"};
      const std::uint64_t type = random_.skewed(std::size(types));
      graph_.add(Node{.id = event,
                      .kind = NodeKind::event,
                      .type = types[type],
                      .name = "happened",
                      .properties = {{"factuality", std::string(random_.below(10) == 0 ? "denied" : "actual")}},
                      .evidence = {evidence}});
      add_edge(event, "mentioned_in", document, evidence);
      add_edge(event, "agent", actor(), evidence);
      if (random_.below(2) == 0) add_edge(event, "patient", actor(), evidence);
      add_edge(event, "place", "e:place_" + std::to_string(random_.skewed(places_)), evidence);
      add_edge(event, "time", "t:" + date_text(random_.below(days)), evidence);
    }
  }

  Graph graph_;
  Random random_;
  std::uint64_t articles_;
  std::uint64_t people_;
  std::uint64_t bodies_;
  std::uint64_t places_;
};

// A file for each kind of node: id, type, name; one for each type of edge (edge_agent.csv): source, target.
void write_csv(const Graph& graph, const std::string& folder) {
  std::vector<std::ofstream> nodes;
  for (const char* kind : {"document", "entity", "event", "time"}) nodes.emplace_back(folder + "/" + kind + ".csv");
  graph.for_each_node([&](const Node& node) {
    const std::size_t file = node.kind == NodeKind::document ? 0
                             : node.kind == NodeKind::entity ? 1
                             : node.kind == NodeKind::event  ? 2
                                                             : 3;
    nodes[file] << node.id << ',' << node.type << ',' << node.name << '\n';
  });
  std::map<std::string, std::ofstream> edges;
  graph.for_each_edge([&](const Edge& edge) {
    auto [file, fresh] = edges.try_emplace(edge.type);
    if (fresh) file->second.open(folder + "/edge_" + edge.type + ".csv");
    file->second << edge.source << ',' << edge.target << '\n';
  });
}

struct Measured {
  double first = 0;  // with the columns that it is the first to ask for
  double median = 0;
  QueryResult result;
};

Measured measure(const PreparedQuery& query, const Value::Map& parameters) {
  Measured measured;
  std::vector<double> seconds;
  double total = 0;
  for (int i = 0; i < 30 && (i < 3 || total < 3); ++i) {
    const auto start = Clock::now();
    measured.result = query.run(parameters);
    seconds.push_back(seconds_since(start));
    total += seconds.back();
  }
  measured.first = seconds.front();
  std::ranges::sort(seconds);
  measured.median = seconds[seconds.size() / 2];
  return measured;
}

void run_queries(const QueryGraph& index, std::istream& queries) {
  for (std::string line; std::getline(queries, line);) {
    const std::size_t text = line.find('\t');
    const std::size_t parameters = line.find('\t', text + 1);
    if (parameters == std::string::npos) continue;
    const auto start = Clock::now();
    const PreparedQuery query = index.prepare(line.substr(text + 1, parameters - text - 1));
    const double prepared = seconds_since(start);
    const Measured measured = measure(query, io::read_value(line.substr(parameters + 1)).as_map());
    Value::Map out{{"query", line.substr(0, text)},
                   {"rows", static_cast<std::int64_t>(measured.result.size())},
                   {"prepare", prepared * 1e3},
                   {"first", measured.first * 1e3},
                   {"median", measured.median * 1e3}};
    if (!measured.result.empty()) out.emplace("sample", to_text(measured.result[0][0]));
    std::cout << io::to_json(out) << std::endl;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_query ARTICLES QUERIES [CSV-FOLDER]\n";
    return 2;
  }
  auto start = Clock::now();
  const MadeGraph made(std::stoull(argv[1]));
  const Graph& graph = made.graph();
  const double built = seconds_since(start);
  if (argc > 3) write_csv(graph, argv[3]);
  start = Clock::now();
  const QueryGraph index(graph);
  const double indexed = seconds_since(start);
  std::cout << io::to_json(Value::Map{{"nodes", static_cast<std::int64_t>(graph.node_count())},
                                      {"edges", static_cast<std::int64_t>(graph.edge_count())},
                                      {"built_seconds", built},
                                      {"index_seconds", indexed}})
            << std::endl;
  std::ifstream queries(argv[2]);
  run_queries(index, queries);
}
