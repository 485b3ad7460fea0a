// A sample of what identity joined and of what it kept apart, to be judged by reading: tab-separated, one pair a line.
//
//     identity_sample graph.json 12 40 > pairs.tsv   // of each kind 12 joins and 40 pairs kept apart
//
// The same graph gives the same pairs: they are drawn by a hash of their ids.
//
// kind (join or apart), rule, reason, then name, document and sentence of both.
#include <algorithm>
#include <charconv>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "core/hash.hpp"
#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"
#include "diurna/graph/resolution.hpp"
#include "diurna/io/format.hpp"

namespace {

using namespace diurna;

struct Side {
  std::string node;
  std::string document;
};

struct Pair {
  std::string stratum;
  std::string because;
  Side first;
  Side second;
  /// Where the pair stands in a random order that depends on the pair alone.
  [[nodiscard]] std::string draw() const {
    return detail::hash128_hex(first.node + '\n' + first.document + '\n' + second.node + '\n' + second.document);
  }
};

std::vector<std::string> documents_of(const Node& node) {
  std::vector<std::string> out;
  for (const GraphEvidence& evidence : node.evidence) {
    if (out.empty() || out.back() != evidence.document) out.push_back(evidence.document);
  }
  return out;
}

std::string one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return text;
}

/// Name, document and first sentence of a node in a document.
std::string describe(const Graph& graph, const Side& side) {
  const Node node = graph.node(side.node);
  std::string sentence;
  for (const GraphEvidence& evidence : node.evidence) {
    if (evidence.document == side.document && sentence.empty()) sentence = evidence.text;
  }
  return node.name + " [" + node.type + "]\t" + side.document + "\t" + one_line(sentence);
}

void print(const Graph& graph, std::string_view kind, std::vector<Pair> pairs, std::size_t wanted) {
  std::map<std::string, std::vector<Pair>> strata;
  for (Pair& pair : pairs) strata[pair.stratum].push_back(std::move(pair));
  for (auto& [stratum, some] : strata) {
    std::sort(some.begin(), some.end(), [](const Pair& a, const Pair& b) { return a.draw() < b.draw(); });
    std::cerr << kind << '\t' << stratum << '\t' << some.size() << '\n';
    for (std::size_t i = 0; i < std::min(wanted, some.size()); ++i) {
      std::cout << kind << '\t' << stratum << '\t' << one_line(some[i].because) << '\t'
                << describe(graph, some[i].first) << '\t' << describe(graph, some[i].second) << '\n';
    }
  }
}

/// Each raw node or telling that was joined, with another member of its cluster from another document.
std::vector<Pair> joined(const Graph& graph, const Resolution& resolution) {
  std::map<std::string, std::vector<Side>> members;  // by canonical id
  std::map<std::string, bool> split;
  for (const Membership& member : resolution.members) {
    if (!member.document.empty()) split[member.node] = true;
    const std::vector<std::string> all = documents_of(graph.node(member.node));
    for (const std::string& document : member.document.empty() ? all : std::vector{member.document}) {
      members[member.canonical].push_back({member.node, document});
    }
  }
  for (auto& [canonical, sides] : members) {
    if (!graph.contains(canonical) || split.contains(canonical)) continue;
    for (const std::string& document : documents_of(graph.node(canonical))) sides.push_back({canonical, document});
  }
  std::vector<Pair> out;
  for (const Membership& member : resolution.members) {
    if (member.rule == "same-name") continue;
    const std::string own = member.document.empty() ? documents_of(graph.node(member.node)).front() : member.document;
    for (const Side& other : members[member.canonical]) {
      const bool event = member.node.starts_with("v:");
      if (other.node == member.node || (other.document == own && !event)) continue;
      const std::string where = event && other.document == own ? ", one article" : "";
      out.push_back({member.rule + where, member.because, {member.node, own}, other});
      break;
    }
  }
  return out;
}

/// Two documents that name a person alike and were not told apart.
std::vector<Pair> namesakes(const Graph& graph, const Resolution& resolution) {
  std::map<std::pair<std::string, std::string>, std::string> shown;
  std::map<std::string, bool> split;
  for (const Membership& member : resolution.members) {
    shown[{member.node, member.document}] = member.canonical;
    if (!member.document.empty()) split[member.node] = true;
  }
  const auto canonical = [&](const std::string& node, const std::string& document) {
    const auto found = shown.find({node, document});
    return found == shown.end() ? node : found->second;
  };
  std::vector<Pair> out;
  graph.for_each_node([&](const Node& node) {
    if (node.type != "PERSON" || node.id.find('_') == std::string::npos) return;
    const std::vector<std::string> documents = documents_of(node);
    for (std::size_t i = 1; i < documents.size(); ++i) {
      if (split.contains(node.id) && canonical(node.id, documents[0]) != canonical(node.id, documents[i])) continue;
      out.push_back({"person, same full name", "", {node.id, documents[0]}, {node.id, documents[i]}});
    }
  });
  return out;
}

std::vector<Pair> refused(const Resolution& resolution) {
  std::vector<Pair> out;
  for (const Refusal& refusal : resolution.refusals) {
    out.push_back(
        {refusal.rule, refusal.because, {refusal.node, refusal.document}, {refusal.other, refusal.other_document}});
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 4) {
    std::cerr << "usage: identity_sample GRAPH.json JOINS_OF_EACH_KIND PAIRS_APART_OF_EACH_KIND\n";
    return 2;
  }
  const auto number = [argv](int at) {
    std::size_t value = 0;
    const std::string_view text = argv[at];
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  };
  const Resource file = read_file(argv[1]);
  const Graph graph = ungroup(io::read_graph(file.bytes(), "json", argv[1]));
  const Resolution resolution = resolve_identity(graph);
  print(graph, "join", joined(graph, resolution), number(2));
  print(graph, "join", namesakes(graph, resolution), number(2));
  print(graph, "apart", refused(resolution), number(3));
  return 0;
} catch (const Error& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
