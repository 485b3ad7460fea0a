#include "io/rdf/description.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diurna/version.hpp"
#include "io/rdf/assertions.hpp"
#include "io/rdf/mentions.hpp"
#include "io/rdf/resources.hpp"
#include "io/rdf/view.hpp"
#include "io/rdf/vocabulary.hpp"

namespace diurna::io::detail::rdf {
namespace {

constexpr std::string_view property_facet = "property.";
constexpr std::string_view software = "software:" DIURNA_VERSION;

/// Number of statements by graph; "" is the default graph.
class CountingSink : public StatementSink {
 public:
  void enter(std::string_view graph) override { count_ = &counts_[std::string(graph)]; }
  void add(const Term&, const Term&, const Term&) override { ++*count_; }
  [[nodiscard]] std::size_t count(const std::string& graph) const {
    const auto found = counts_.find(graph);
    return found == counts_.end() ? 0 : found->second;
  }

 private:
  std::map<std::string, std::size_t> counts_;
  std::size_t* count_ = &counts_[""];
};

/// Sorted by id of the node and of the source.
struct Part {
  std::vector<View<Node>> nodes;
  std::vector<View<Edge>> edges;
};

/// What the parts of a graph have in common.
struct Context {
  explicit Context(const Graph& graph) : sentences(graph), nodes(graph.nodes()) {
    for (const Node& node : nodes) by_id.emplace(node.id, &node);
  }
  [[nodiscard]] NodeKind kind_of(const std::string& id) const {
    const auto found = by_id.find(id);
    return found == by_id.end() ? NodeKind::phrase : found->second->kind;
  }
  /// The resource of a document's node; "" when it is not in the graph.
  [[nodiscard]] std::string document_node(const std::string& document) const {
    const std::string id = "d:" + document;
    return by_id.contains(id) ? node_resource(id) : std::string();
  }

  SharedSentences sentences;
  std::vector<Node> nodes;
  std::unordered_map<std::string_view, const Node*> by_id;
};

class PartDescriber {
 public:
  PartDescriber(StatementSink& sink, const Context& context, Layout layout)
      : sink_(sink),
        context_(context),
        layout_(layout),
        mentions_(sink, context.sentences,
                  [&context](const std::string& document) { return context.document_node(document); }) {}

  void describe(const Part& part) {
    auto edge = part.edges.begin();
    const auto edges_while = [&](const auto& condition) {
      const auto begin = std::exchange(edge, std::find_if_not(edge, part.edges.end(), condition));
      return EdgeViews(begin, edge);
    };
    for (const View<Node>& view : part.nodes) {
      const std::string& id = view.item.id;
      describe_alone(edges_while([&id](const View<Edge>& e) { return e.item.source < id; }));
      describe_node(view, edges_while([&id](const View<Edge>& e) { return e.item.source == id; }));
    }
    describe_alone({edge, part.edges.end()});
  }

 private:
  using EdgeViews = std::span<const View<Edge>>;

  /// Edges whose source is not in this part.
  void describe_alone(EdgeViews edges) {
    assert_edges(edges, false);
    for (const View<Edge>& edge : edges) describe_edge(edge, false);
  }

  void describe_node(const View<Node>& view, EdgeViews edges) {
    static constexpr std::array<std::string_view, 6> classes = {"dn:Document", "dn:Entity",   "dn:Event",
                                                                "dn:Time",     "dn:Quantity", "dn:Phrase"};
    const Node& node = view.item;
    const std::string subject = node_resource(node.id);
    sink_.say(subject, rdf_type, name(classes[static_cast<std::size_t>(node.kind)]));
    if (node.kind == NodeKind::event) sink_.say(subject, rdf_type, name(event_class(node, node.claims)));
    const bool told_as_fact = node.kind == NodeKind::event && is_told_as_fact(node.claims);
    assert_node(sink_, subject, node, told_as_fact);
    describe_item(subject, view);
    if (layout_ == Layout::single) say_sources(subject, node);
    assert_edges(edges, told_as_fact);
    if (const auto days = days_of(node); days && days->first != days->last) {
      describe_instant(days->first);
      describe_instant(days->last);
    }
    describe_apart(subject, view);
    for (const View<Edge>& edge : edges) describe_edge(edge, told_as_fact);
  }

  /// Without named graphs: the documents that a node comes from.
  void say_sources(std::string_view subject, const Node& node) {
    if (node.kind == NodeKind::document) return;
    std::set<std::string> documents;
    for (const Claim& claim : node.claims) documents.insert(claim.documents.begin(), claim.documents.end());
    for (const std::string& document : documents) {
      const std::string source = context_.document_node(document);
      if (!source.empty()) sink_.say(subject, "prov:wasDerivedFrom", resource(source));
    }
  }

  void describe_instant(std::chrono::sys_days day) {
    const std::string subject = instant_resource(day);
    if (!instants_.insert(subject).second) return;
    sink_.say(subject, rdf_type, name("time:Instant"));
    sink_.say(subject, "time:inXSDDate", literal(iso_date(day), "xsd:date"));
  }

  /// Direct statements between the ends. Several edges may mean the same one: it is made once.
  void assert_edges(EdgeViews edges, bool told_as_fact) {
    std::set<std::pair<std::string, std::string>> made;
    for (const View<Edge>& view : edges) {
      const Edge& edge = view.item;
      const std::string subject = node_resource(edge.source);
      const std::string object = node_resource(edge.target);
      const auto assert_once = [&](const Term& predicate) {
        if (predicate.text.empty() || !made.emplace(subject + ' ' + std::string(predicate.text), object).second) return;
        sink_.add(resource(subject), predicate, resource(object));
      };
      const NodeKind kind = context_.kind_of(edge.source);
      if (edge.type == "attribution") assert_once(name("sem:accordingTo"));
      if (edge.type == "mentioned_in") assert_once(name(schema_predicate(edge.type)));
      if (!may_be_asserted(edge, kind, told_as_fact)) continue;
      assert_once(edge_name(edge, kind).term());
      assert_once(name(kind == NodeKind::event ? sem_predicate(edge, context_.kind_of(edge.target))
                                               : schema_predicate(edge.type)));
    }
  }

  static DataName edge_name(const Edge& edge, NodeKind source) {
    return {source == NodeKind::event ? "role" : "relation", edge.type};
  }

  void describe_edge(const View<Edge>& view, bool told_as_fact) {
    const Edge& edge = view.item;
    const NodeKind kind = context_.kind_of(edge.source);
    const std::string subject = edge_resource(edge);
    const DataName type = edge_name(edge, kind);
    const std::string source = node_resource(edge.source);
    const std::string target = node_resource(edge.target);
    sink_.say(subject, rdf_type, name("rdf:Statement"));
    if (told_as_fact && may_be_asserted(edge, kind, told_as_fact)) {
      sink_.say(subject, rdf_type, name("sem:Role"));
      sink_.say(subject, "sem:roleType", type.term());
      sink_.say(subject, "rdf:value", resource(target));
    }
    sink_.say(subject, "rdf:subject", resource(source));
    sink_.say(subject, "rdf:predicate", type.term());
    sink_.say(subject, "rdf:object", resource(target));
    if (!edge.key.empty()) sink_.say(subject, "dn:key", literal(edge.key));
    describe_item(subject, view);
    describe_apart(subject, view);
  }

  template <class Item>
  void describe_item(std::string_view subject, const View<Item>& view) {
    for (const Claim& claim : view.direct) say_claim(subject, claim);
    for (const std::string& mention : view.mentions) sink_.say(subject, "gaf:denotedBy", resource(mention));
  }

  /// Whatever has a subject of its own: to be called when the item's own statements are made.
  template <class Item>
  void describe_apart(std::string_view subject, const View<Item>& view) {
    for (const Claim& claim : view.apart) describe_claim(subject, claim);
    for (std::size_t i = 0; i < view.mentions.size(); ++i) mentions_.describe(view.mentions[i], view.item.evidence[i]);
  }

  void say_claim(std::string_view subject, const Claim& claim) {
    const LiteralText value = literal_of(claim.value);
    const Term term = literal(value.text, value.datatype);
    if (claim.facet == "type" && value.datatype.empty()) {
      sink_.say(subject, "dn:type", DataName("type", value.text).term());
    } else if (claim.facet == "type" || claim.facet == "presence") {
      sink_.say(subject, claim.facet == "type" ? "dn:type" : "dn:presence", term);
    } else if (claim.facet == "name") {
      sink_.say(subject, "rdfs:label", term);
    } else if (claim.facet == "alias") {
      sink_.say(subject, "schema:alternateName", term);
    } else if (claim.facet.starts_with(property_facet)) {
      const DataName predicate("property", std::string_view(claim.facet).substr(property_facet.size()));
      sink_.add(resource(subject), predicate.term(), term);
    }
  }

  void describe_claim(std::string_view about, const Claim& claim) {
    const std::string subject = claim_resource(about, claim);
    const LiteralText value = literal_of(claim.value);
    sink_.say(subject, rdf_type, name("dn:Claim"));
    sink_.say(subject, "dn:about", resource(about));
    sink_.say(subject, "dn:facet", literal(claim.facet));
    sink_.say(subject, "dn:value", literal(value.text, value.datatype));
    for (const std::string& document : claim.documents) sink_.say(subject, "dn:claimedBy", literal(document));
    mentions_.say_origin(subject, claim.origin);
  }

  StatementSink& sink_;
  const Context& context_;
  Layout layout_;
  std::set<std::string> instants_;  // described already
  MentionDescriber mentions_;
};

/// The file as a whole, and its parts one after the other.
class FileDescriber {
 public:
  FileDescriber(const Graph& graph, Layout layout) : context_(graph), layout_(layout) {
    if (layout == Layout::single) {
      Part& part = parts_[""];
      for (const Node& node : context_.nodes) part.nodes.push_back(view_of_all(node));
      graph.for_each_edge([&part](const Edge& edge) { part.edges.push_back(view_of_all(edge)); });
      return;
    }
    for (const Node& node : context_.nodes) {
      for (auto& [document, view] : views_by_document(node)) parts_[document].nodes.push_back(std::move(view));
    }
    graph.for_each_edge([this](const Edge& edge) {
      for (auto& [document, view] : views_by_document(edge)) parts_[document].edges.push_back(std::move(view));
    });
  }

  void describe(StatementSink& sink, const CountingSink& counted) const {
    sink.enter("");
    describe_file(sink, counted);
    for (const auto& [document, part] : parts_) {
      if (layout_ == Layout::by_document) sink.enter(graph_resource(document));
      PartDescriber(sink, context_, layout_).describe(part);
    }
  }

 private:
  void describe_file(StatementSink& sink, const CountingSink& counted) const {
    const auto say_count = [&](const std::string& graph) {
      sink.say(graph, "dn:statements", literal(std::to_string(counted.count(graph)), "xsd:integer"));
    };
    sink.say("", rdf_type, name("dn:Graph"));
    sink.say("", rdf_type, name("prov:Entity"));
    sink.say("", "dn:formatVersion", literal(std::to_string(format_version), "xsd:integer"));
    say_count("");
    sink.say("", "prov:wasAttributedTo", name(software));
    sink.add(name(software), name(rdf_type), name("prov:SoftwareAgent"));
    sink.add(name(software), name("schema:name"), literal("Diurna"));
    sink.add(name(software), name("schema:softwareVersion"), literal(DIURNA_VERSION));
    if (layout_ == Layout::by_document) {
      for (const auto& [document, part] : parts_) {
        const std::string graph = graph_resource(document);
        const std::string node = context_.document_node(document);
        sink.say(graph, rdf_type, name("dn:DocumentGraph"));
        say_count(graph);
        if (!node.empty()) sink.say(graph, "prov:wasDerivedFrom", resource(node));
      }
    }
    for (const Node& node : context_.nodes) describe_joins(sink, node);
  }

  static void describe_joins(StatementSink& sink, const Node& node) {
    const std::string shown = node_resource(node.id);
    std::set<std::string> same;
    for (const Join& join : node.joins) {
      const std::string subject = join_resource(node.id, join);
      const std::string before = node_resource(join.node);
      sink.say(subject, rdf_type, name("dn:Join"));
      sink.say(subject, "dn:joined", resource(before));
      sink.say(subject, "dn:into", resource(shown));
      sink.say(subject, "dn:rule", literal(join.rule));
      sink.say(subject, "dn:because", literal(join.because));
      if (before != shown && same.insert(before).second) sink.say(before, "owl:sameAs", resource(shown));
    }
  }

  Context context_;
  Layout layout_;
  std::map<std::string, Part> parts_;
};

}  // namespace

void describe(StatementSink& sink, const Graph& graph, Layout layout) {
  const FileDescriber file(graph, layout);
  CountingSink counted;
  file.describe(counted, counted);
  file.describe(sink, counted);
}

}  // namespace diurna::io::detail::rdf
