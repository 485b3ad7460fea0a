#include "diurna/graph/builder.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "diurna/graph/identity.hpp"
#include "diurna/mentions/edtf.hpp"
#include "diurna/text/unicode.hpp"
#include "graph/countries.hpp"
#include "graph/words.hpp"

namespace diurna {
namespace {

constexpr std::string_view mentioned_in = "mentioned_in";

/// Four digits: the last bits of a score may differ between compilers, its place in a file may not.
double printed_score(double score) { return std::isfinite(score) ? std::round(score * 1e4) / 1e4 : 0.0; }

class Builder {
 public:
  explicit Builder(const Reading& reading)
      : reading_(reading),
        document_(reading.document),
        key_(document_key(reading.document)),
        document_id_(document_node_id(reading.document)),
        sentence_texts_(document_.sentences().size()),
        entity_ids_(reading.mentions.entities().size()),
        event_ids_(reading.facts.events().size()) {}

  GraphParts build(const GraphOptions& options) {
    add_document();
    const std::vector<Entity>& entities = reading_.mentions.entities();
    for (std::size_t i = 0; i < entities.size(); ++i) {
      if (entities[i].named()) entity(EntityId{i});
    }
    for (std::size_t i = 0; i < reading_.facts.events().size(); ++i) add_event(EventId{i});
    for (const Relation& relation : reading_.facts.relations()) add_relation(relation);
    if (options.open_triples) {
      for (const OpenTriple& triple : reading_.facts.open_triples()) add_open_triple(triple);
    }
    return std::move(*this).parts();
  }

 private:
  using EdgeKey = std::tuple<std::string, std::string, std::string, std::string>;

  [[nodiscard]] std::string words(Span span) const { return detail::folded_words(document_.text(span)); }

  const std::string& sentence_text(SentenceId id) {
    std::string& text = sentence_texts_[id.index()];
    if (text.empty()) text = repaired_utf8(document_.text(document_.sentence(id).span));
    return text;
  }

  /// The sentence that holds a span; none() when it is outside all of them.
  [[nodiscard]] SentenceId sentence_at(Span span) const {
    const std::vector<Sentence>& sentences = document_.sentences();
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                                        [](std::size_t begin, const Sentence& s) { return begin < s.span.begin; });
    return after == sentences.begin() ? SentenceId::none()
                                      : SentenceId{static_cast<std::size_t>(after - sentences.begin() - 1)};
  }

  GraphEvidence evidence(Span span, std::string_view rule, double score = 1.0) {
    GraphEvidence out{.document = key_,
                      .begin = document_.code_point(span.begin),
                      .end = document_.code_point(span.end),
                      .text = {},
                      .rule = std::string(rule),
                      .path = {},
                      .score = printed_score(score)};
    if (const SentenceId sentence = sentence_at(span)) {
      out.text = sentence_text(sentence);
      out.text_begin = document_.code_point(document_.sentence(sentence).span.begin);
    }
    return out;
  }
  GraphEvidence evidence(const Evidence& from, Span fallback) {
    GraphEvidence out = evidence(from.span.empty() ? fallback : from.span, from.rule, from.score);
    out.path = from.path;
    return out;
  }

  Node& node(const std::string& id, NodeKind kind) {
    Node& out = nodes_[id];
    out.id = id;
    out.kind = kind;
    return out;
  }
  Edge& edge(const std::string& source, std::string_view type, const std::string& target, const std::string& key = {}) {
    Edge& out = edges_[{source, std::string(type), target, key}];
    out.source = source;
    out.target = target;
    out.type = type;
    out.key = key;
    return out;
  }
  void mention_in_document(const std::string& id, const GraphEvidence& first) {
    Edge& link = edge(id, mentioned_in, document_id_);
    if (link.evidence.empty()) link.evidence.push_back(first);
  }

  void add_document() {
    const Article& article = document_.article();
    Node& out = node(document_id_, NodeKind::document);
    out.type = "document";
    const std::vector<Sentence>& sentences = document_.sentences();
    const Span opening = sentences.empty() ? Span{} : sentences.front().span;
    out.evidence.push_back(evidence(opening, "document"));
    const bool titled = !sentences.empty() && document_.block(sentences.front().block).kind == BlockKind::title;
    out.name = !article.title.empty() ? detail::folded_words(article.title) : titled ? words(opening) : key_;
    for (const auto& [name, value] : {std::pair("date", &article.date), std::pair("source", &article.source),
                                      std::pair("title", &article.title), std::pair("url", &article.url)}) {
      if (!value->empty()) out.properties[name] = detail::folded_words(*value);
    }
  }

  const std::string& entity(EntityId id) {
    std::string& known = entity_ids_[id.index()];
    if (!known.empty()) return known;
    known = entity_node_id(reading_, id);
    const Entity& entity = reading_.mentions.entity(id);
    Node& out = node(known, NodeKind::entity);
    if (out.name.empty()) {
      const auto country = detail::country_of(entity);
      out.type = to_text(entity.type);
      out.name = country ? std::string(country->name) : repaired_utf8(entity.name);
      out.properties["named"] = entity.named();
    }
    out.aliases.push_back(repaired_utf8(entity.name));  // differs from the name for countries and second chains
    for (const std::string& alias : entity.aliases) out.aliases.push_back(repaired_utf8(alias));
    if (!entity.country.empty()) out.properties["country"] = entity.country;
    for (const MentionId mention_id : entity.mentions) {
      const Mention& mention = reading_.mentions.mention(mention_id);
      out.evidence.push_back(evidence(mention.span, mention.rule, mention.score));
    }
    if (!out.evidence.empty()) mention_in_document(known, out.evidence.front());
    return known;
  }

  const std::string& event_id(EventId id) {
    std::string& known = event_ids_[id.index()];
    if (known.empty()) known = event_node_id(reading_, id);
    return known;
  }

  /// The node of a filler; a value node is made where it is first needed.
  std::string filler(const Filler& filler) {
    if (const auto id = filler.as<EntityId>()) return entity(id);
    if (const auto id = filler.as<EventId>()) return event_id(id);
    const std::string id = filler_node_id(reading_, filler);
    if (const auto time = filler.as<TimeId>()) {
      fill_time(node(id, NodeKind::time), reading_.mentions.time(time));
    } else if (const auto quantity = filler.as<QuantityId>()) {
      fill_quantity(node(id, NodeKind::quantity), reading_.mentions.quantity(quantity));
    } else {
      Node& out = node(id, NodeKind::phrase);
      out.type = "phrase";
      out.name = std::max(out.name, words(filler.span));
    }
    nodes_[id].evidence.push_back(evidence(filler.span, nodes_[id].type));
    return id;
  }

  void fill_time(Node& out, const TimeExpression& time) {
    out.type = to_text(time.type);
    out.name = time.value.empty() ? words(time.span) : time.value;
    if (!time.value.empty()) out.properties["value"] = time.value;
    if (std::string edtf = edtf_of(time.value); !edtf.empty()) out.properties["edtf"] = std::move(edtf);
    if (auto bounds = bounds_of(time.value)) {
      out.properties["begin"] = std::move(bounds->begin);
      out.properties["end"] = std::move(bounds->end);
    }
    if (time.granularity != Granularity::none) out.properties["granularity"] = std::string(to_text(time.granularity));
  }

  void fill_quantity(Node& out, const Quantity& quantity) {
    out.type = "quantity";
    out.name = std::max(out.name, words(quantity.span));
    if (std::isfinite(quantity.low)) out.properties["low"] = quantity.low;
    if (std::isfinite(quantity.high)) out.properties["high"] = quantity.high;
    if (!quantity.unit.empty()) out.properties["unit"] = quantity.unit;
    if (quantity.counted) out.properties["counted"] = words(document_.token(quantity.counted).span);
  }

  void add_event(EventId id) {
    const Event& event = reading_.facts.event(id);
    const std::string& source = event_id(id);
    Node& out = node(source, NodeKind::event);
    if (out.evidence.empty()) {
      out.type = event.type;
      out.name = words(event.trigger);
      out.properties["factuality"] = std::string(to_text(event.factuality));
      if (!event.factuality_rule.empty()) out.properties["factuality_rule"] = event.factuality_rule;
      if (!document_.date().empty()) out.properties["reported"] = document_.date();
      if (!event.time_fallback.empty()) out.properties["time_fallback"] = event.time_fallback;
    }
    out.evidence.push_back(evidence(event.evidence, event.trigger));
    mention_in_document(source, out.evidence.front());
    for (const Argument& argument : event.arguments) {
      Edge& role = edge(source, argument.role, filler(argument.filler));
      add_words(role, argument.filler.span);
      if (const auto time = argument.filler.as<TimeId>()) {
        const TimeExpression& expression = reading_.mentions.time(time);
        if (!expression.mod.empty()) role.properties["mod"] = expression.mod;
        if (!expression.qualifier.empty()) role.properties["edtf"] = edtf_of(expression);
      }
      role.evidence.push_back(evidence(argument.evidence, argument.filler.span));
    }
    for (const Filler& who : event.attribution) {
      Edge& said = edge(source, "attribution", filler(who));
      add_words(said, who.span);
      said.evidence.push_back(evidence(who.span, "attribution"));
    }
  }

  /// The words of a filler as the text has them; several are joined.
  void add_words(Edge& edge, Span span) const {
    const std::string more = words(span);
    const auto [slot, is_new] = edge.properties.try_emplace("words", more);
    auto& all = std::get<std::string>(slot->second);
    if (!is_new && (" | " + all + " | ").find(" | " + more + " | ") == std::string::npos) all += " | " + more;
  }

  void add_relation(const Relation& relation) {
    const std::string subject = filler(relation.subject);
    const std::string object = filler(relation.object);
    if (subject == object) return;  // an alias is in the node's aliases
    std::map<std::string, std::vector<std::string>> ids;
    std::map<std::string, std::string> names;
    for (const Argument& qualifier : relation.qualifiers) {
      ids[qualifier.role].push_back(filler(qualifier.filler));
      std::string& name = names[qualifier.role];
      if (!name.empty()) name += " | ";
      name += repaired_utf8(reading_.name_of(qualifier.filler));
    }
    std::string key;
    for (auto& [role, values] : ids) {
      std::sort(values.begin(), values.end());
      for (const std::string& value : values) key += (key.empty() ? "" : " ") + role + "=" + value;
    }
    Edge& out = edge(subject, relation.type, object, key);
    for (const auto& [role, name] : names) out.properties[role] = name;
    out.evidence.push_back(evidence(relation.evidence, cover(relation.subject.span, relation.object.span)));
  }

  void add_open_triple(const OpenTriple& triple) {
    const auto subject = triple.subject_filler.as<EntityId>();
    const auto object = triple.object_filler.as<EntityId>();
    if (!subject || !object || subject == object) return;
    const std::string source = entity(subject);
    Edge& out = edge(source, "open", entity(object), fold_case(repaired_utf8(triple.relation)));
    out.properties["relation"] = repaired_utf8(triple.relation);
    out.properties["negated"] = triple.negated;
    out.properties["modality"] = triple.modality;
    out.evidence.push_back(evidence(triple.evidence, triple.subject_filler.span));
  }

  GraphParts parts() && {
    GraphParts out;
    for (auto& [id, node] : nodes_) out.nodes.push_back(std::move(node));
    for (auto& [key, edge] : edges_) out.edges.push_back(std::move(edge));
    const auto normalise = [](auto& items) {
      std::sort(items.begin(), items.end());
      items.erase(std::unique(items.begin(), items.end()), items.end());
    };
    for (Node& node : out.nodes) {
      normalise(node.evidence);
      normalise(node.aliases);
      std::erase(node.aliases, node.name);
    }
    for (Edge& edge : out.edges) normalise(edge.evidence);
    return out;
  }

  const Reading& reading_;
  const Document& document_;
  std::string key_;
  std::string document_id_;
  std::vector<std::string> sentence_texts_;
  std::vector<std::string> entity_ids_;
  std::vector<std::string> event_ids_;
  std::map<std::string, Node> nodes_;
  std::map<EdgeKey, Edge> edges_;
};

}  // namespace

GraphParts graph_parts(const Reading& reading, const GraphOptions& options) { return Builder(reading).build(options); }

}  // namespace diurna
