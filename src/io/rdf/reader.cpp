// RDF back to a graph: sentences and mentions first, then nodes, then edges. A statement that only repeats another in a
// vocabulary of others is passed over; one that means nothing here is refused, so that nothing is lost unnoticed.
#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "diurna/core/error.hpp"
#include "io/rdf/descriptions.hpp"
#include "io/rdf/vocabulary.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace rdf {
namespace {

constexpr std::string_view property_facet = "property.";

class GraphReader {
 public:
  explicit GraphReader(const Descriptions& file) : file_(file) {}

  Graph read() {
    each(Role::sentence, [this](const Description& d) { sentences_[d.subject] = sentence(d); });
    each(Role::mention, [this](const Description& d) { mentions_[d.subject] = mention(d); });
    each(Role::claim, [this](const Description& d) { read_claim(d); });
    each(Role::join, [this](const Description& d) { read_join(d); });
    each(Role::node, [this](const Description& d) { read_node(d); });
    each(Role::edge, [this](const Description& d) { read_edge(d); });
    check_joins();
    return std::move(graph_);
  }

 private:
  struct Sentence {
    std::string document;
    std::size_t begin = 0;
    std::string text;
  };
  struct PendingJoin {
    Join join;
    const Statement* at;
  };

  template <class Visit>
  void each(Role role, const Visit& visit) {
    for (const Description& description : file_.list()) {
      if (description.role == role) visit(description);
    }
  }

  [[nodiscard]] std::string document_of(const Description& d) const {
    const Statement& context = file_.require(d, Use::context, "nif:referenceContext");
    return file_.below(file_.resource(context), text_folder, context);
  }

  [[nodiscard]] std::string text_or_empty(const Description& d, Use use) const {
    const Statement* found = file_.find(d, use);
    return found == nullptr ? std::string() : file_.literal(*found);
  }

  [[nodiscard]] Sentence sentence(const Description& d) const {
    return {.document = document_of(d),
            .begin = file_.offset(file_.require(d, Use::begin, "nif:beginIndex")),
            .text = file_.literal(file_.require(d, Use::anchor, "nif:anchorOf"))};
  }

  [[nodiscard]] GraphEvidence mention(const Description& d) const {
    GraphEvidence out;
    out.document = document_of(d);
    out.begin = file_.offset(file_.require(d, Use::begin, "nif:beginIndex"));
    out.end = file_.offset(file_.require(d, Use::end, "nif:endIndex"));
    if (out.begin > out.end) file_.fail(file_.first(d), "rdf.range", "this mention ends before it starts", "");
    if (const Statement* link = file_.find(d, Use::sentence)) {
      const auto found = sentences_.find(file_.resource(*link));
      if (found == sentences_.end()) dangling(*link, "sentence");
      out.text = found->second.text;
      out.text_begin = found->second.begin;
    } else if (const Statement* own = file_.find(d, Use::sentence_text)) {
      out.text = file_.literal(*own);
      out.text_begin = file_.offset(file_.require(d, Use::sentence_begin, "dn:sentenceBegin"));
    }
    out.rule = text_or_empty(d, Use::rule);
    out.path = text_or_empty(d, Use::path);
    if (const Statement* score = file_.find(d, Use::score)) out.score = real(*score);
    out.origin = origin(d);
    return out;
  }

  [[nodiscard]] double real(const Statement& statement) const {
    const Property value = file_.scalar(statement);
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    file_.fail(statement, "rdf.type", "a score is a number", "");
  }

  [[nodiscard]] Origin origin(const Description& d) const {
    Origin out;
    if (const Statement* node = file_.find(d, Use::origin)) out.node = node_id(*node);
    if (const Statement* target = file_.find(d, Use::origin_target)) out.target = node_id(*target);
    out.key = text_or_empty(d, Use::origin_key);
    return out;
  }

  [[nodiscard]] std::string node_id(const Statement& statement) const {
    return file_.below(file_.resource(statement), node_folder, statement);
  }

  /// "" and no graph is the default graph: there the claims themselves say who makes them.
  [[nodiscard]] std::vector<std::string> document_of_graph(const Description& d) const {
    if (d.graph == 0) return {};
    return {file_.below(d.graph, graph_folder, file_.first(d))};
  }

  void read_claim(const Description& d) {
    const Statement& about = file_.require(d, Use::about, "dn:about");
    Claim claim{.facet = file_.literal(file_.require(d, Use::facet, "dn:facet")),
                .value = file_.scalar(file_.require(d, Use::value, "dn:value")),
                .documents = document_of_graph(d),
                .origin = origin(d)};
    for (const Statement* who : file_.all(d, Use::claimed_by)) claim.documents.push_back(file_.literal(*who));
    std::sort(claim.documents.begin(), claim.documents.end());
    if (claim.documents.empty())
      file_.fail(file_.first(d), "rdf.claims", "nobody makes this claim", "add dn:claimedBy");
    claims_[{file_.resource(about), d.graph}].push_back(std::move(claim));
  }

  void read_join(const Description& d) {
    const Statement& into = file_.require(d, Use::into, "dn:into");
    Join join{.node = node_id(file_.require(d, Use::joined, "dn:joined")),
              .rule = text_or_empty(d, Use::rule),
              .because = text_or_empty(d, Use::because)};
    joins_[file_.resource(into)].push_back({std::move(join), &into});
  }

  /// The claims that are single statements.
  [[nodiscard]] std::vector<Claim> direct_claims(const Description& d) const {
    std::vector<Claim> out;
    const auto add = [&](Use use, std::string_view facet) {
      for (const Statement* s : file_.all(d, use)) out.push_back({std::string(facet), file_.scalar(*s), {}, {}});
    };
    for (const Statement* statement : file_.all(d, Use::type)) {
      Property value = statement->is_literal ? file_.scalar(*statement) : Property(type_name(*statement, "type:"));
      out.push_back({"type", std::move(value), {}, {}});
    }
    add(Use::label, "name");
    add(Use::alias, "alias");
    add(Use::presence, "presence");
    for (const Statement* statement : file_.all(d, Use::property)) {
      const auto name = file_.in_namespace(statement->predicate, "property:");
      if (!name) file_.fail(*statement, "rdf.base", "the name of this property is broken", "it is percent-encoded");
      out.push_back({std::string(property_facet) + *name, file_.scalar(*statement), {}, {}});
    }
    return out;
  }

  [[nodiscard]] std::string type_name(const Statement& statement, std::string_view prefix) const {
    if (auto name = file_.in_namespace(file_.resource(statement), prefix)) return *name;
    file_.fail(statement, "rdf.base", "<" + file_.text(statement.object) + "> is not below " + std::string(prefix), "");
  }

  [[nodiscard]] std::vector<GraphEvidence> evidence(const Description& d) const {
    std::vector<GraphEvidence> out;
    for (const Statement* link : file_.all(d, Use::denoted_by)) {
      const auto found = mentions_.find(file_.resource(*link));
      if (found == mentions_.end()) dangling(*link, "mention");
      out.push_back(found->second);
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return (a <=> b) < 0; });
    return out;
  }

  /// In a named graph: each claim is made by its document, with the origins that claims apart give.
  template <class Item>
  void claim_for(Item& item, const Description& d, std::vector<Claim> direct) const {
    const std::string document = document_of_graph(d).front();
    const auto apart = claims_.find({d.subject, d.graph});
    if (apart != claims_.end()) item.claims = apart->second;
    const auto is_apart = [&](const Claim& claim) {
      return std::any_of(item.claims.begin(), item.claims.end(), [&](const Claim& other) {
        return other.facet == claim.facet && other.value == claim.value && other.documents.front() == document;
      });
    };
    std::erase_if(direct, is_apart);
    for (Claim& claim : direct) claim.documents = {document};
    item.claims.insert(item.claims.end(), direct.begin(), direct.end());
    if (item.claims.empty() && item.evidence.empty()) item.claims.push_back({"presence", true, {document}, {}});
    std::sort(item.claims.begin(), item.claims.end());
  }

  /// In the default graph: the direct claims are what is shown; claims apart say who makes them.
  template <class Item>
  void claim_for_all(Item& item, const Description& d, std::vector<Claim> direct) const {
    check_single(direct, d);
    for (Claim& claim : direct) claim.documents = {""};
    item.claims = std::move(direct);
    std::sort(item.claims.begin(), item.claims.end());
    apply_claims(item);
    const auto apart = claims_.find({d.subject, d.graph});
    if (apart == claims_.end()) {
      item.claims = plain_claims(item);
      return;
    }
    const Item shown = item;
    item.claims = apart->second;
    std::sort(item.claims.begin(), item.claims.end());
    apply_claims(item);
    Item same = shown;
    same.claims = item.claims;
    if (item == same) return;
    file_.fail(file_.first(d), "rdf.claims", "the claims do not add up to what <" + file_.text(d.subject) + "> shows",
               "take out its dn:Claim resources to let every document of its evidence claim it");
  }

  void check_single(const std::vector<Claim>& direct, const Description& d) const {
    for (const Claim& claim : direct) {
      if (claim.facet == "alias") continue;
      const auto same = [&](const Claim& other) { return other.facet == claim.facet; };
      if (std::count_if(direct.begin(), direct.end(), same) == 1) continue;
      file_.fail(file_.first(d), "rdf.twice",
                 "<" + file_.text(d.subject) + "> has more than one " + claim.facet.substr(claim.facet.rfind('.') + 1),
                 "keep one; files of several graphs are joined by 'diurna merge', N-Quads also line by line");
    }
  }

  template <class Item>
  void fill(Item& item, const Description& d) const {
    item.evidence = evidence(d);
    std::vector<Claim> direct = direct_claims(d);
    if (d.graph == 0) {
      claim_for_all(item, d, std::move(direct));
    } else {
      claim_for(item, d, std::move(direct));
    }
  }

  void read_node(const Description& d) {
    Node node;
    node.id = file_.below(d.subject, node_folder, file_.first(d));
    node.kind = d.kind;
    fill(node, d);
    if (const auto joins = joins_.find(d.subject); joins != joins_.end()) {
      for (const PendingJoin& pending : joins->second) node.joins.push_back(pending.join);
    }
    add(node, d);
  }

  void read_edge(const Description& d) {
    Edge edge;
    for (const auto& [use, label, id] :
         {std::tuple(Use::subject, "rdf:subject", &edge.source), std::tuple(Use::object, "rdf:object", &edge.target)}) {
      const Statement& end = file_.require(d, use, label);
      *id = node_id(end);
      if (!graph_.contains(*id)) dangling(end, "node");
    }
    const Statement& predicate = file_.require(d, Use::predicate, "rdf:predicate");
    const auto role = file_.in_namespace(file_.resource(predicate), "role:");
    edge.type = role ? *role : type_name(predicate, "relation:");
    edge.key = text_or_empty(d, Use::key);
    fill(edge, d);
    add(edge, d);
  }

  template <class Item>
  void add(const Item& item, const Description& d) {
    try {
      graph_.add(item);
    } catch (const Error& error) {
      file_.fail(file_.first(d), error.code(), error.message(), error.hint());
    }
  }

  void check_joins() const {
    for (const auto& [into, pending] : joins_) {
      const Statement& at = *pending.front().at;
      if (!graph_.contains(node_id(at))) dangling(at, "node");
    }
  }

  [[noreturn]] void dangling(const Statement& link, std::string_view what) const {
    file_.fail(link, "rdf.dangling",
               "nothing describes the " + std::string(what) + " <" + file_.text(link.object) + ">",
               "was the file cut off or edited?");
  }

  const Descriptions& file_;
  std::unordered_map<TermId, Sentence> sentences_;
  std::unordered_map<TermId, GraphEvidence> mentions_;
  std::map<std::pair<TermId, TermId>, std::vector<Claim>> claims_;  // by what they are about, and their graph
  std::map<TermId, std::vector<PendingJoin>> joins_;
  Graph graph_;
};

Graph read(std::string_view bytes, std::string_view name, Syntax syntax) {
  const Descriptions file(read_statements(bytes, name, syntax), name);
  return GraphReader(file).read();
}

}  // namespace
}  // namespace rdf

Graph read_turtle(std::string_view bytes, std::string_view name) { return rdf::read(bytes, name, rdf::Syntax::turtle); }

Graph read_ntriples(std::string_view bytes, std::string_view name) {
  return rdf::read(bytes, name, rdf::Syntax::ntriples);
}

Graph read_nquads(std::string_view bytes, std::string_view name) { return rdf::read(bytes, name, rdf::Syntax::nquads); }

Graph read_trig(std::string_view bytes, std::string_view name) { return rdf::read(bytes, name, rdf::Syntax::trig); }

}  // namespace diurna::io::detail
