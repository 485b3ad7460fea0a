// Reads GraphML through Expat. Files of Diurna come back whole from their `record`; of other files every node becomes
// an entity (unless it has a `kind`), its `label` the name, all other data properties. A document type declaration is
// refused: GraphML needs none, and entities that grow without end need one.
#include <expat.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include "io/graph_json.hpp"
#include "io/graphml.hpp"
#include "io/writers.hpp"

namespace diurna::io::detail {
namespace {

constexpr std::size_t deepest_nesting = 64;

struct Key {
  std::string domain;  // "node", "edge", "graph", "all"
  std::string name;
  std::string type;
};

struct Element {
  bool is_edge = false;
  std::string id;
  std::string source;
  std::string target;
  std::size_t line = 0;
  std::map<std::string, std::string, std::less<>> data;  // by key id
};

struct File {
  std::map<std::string, Key, std::less<>> keys;
  std::map<std::string, std::string, std::less<>> graph_data;  // by key id
  std::vector<Element> elements;
};

using XmlAttributes = std::map<std::string_view, std::string_view>;

/// Expat's callbacks. Nothing may be thrown through them: the first fault is kept and parsing stopped.
class Parser {
 public:
  explicit Parser(std::string_view name) : name_(name), expat_(XML_ParserCreate("UTF-8"), &XML_ParserFree) {
    XML_SetUserData(expat_.get(), this);
    XML_SetElementHandler(expat_.get(), &Parser::on_start, &Parser::on_end);
    XML_SetCharacterDataHandler(expat_.get(), &Parser::on_text);
    XML_SetStartDoctypeDeclHandler(expat_.get(), &Parser::on_doctype);
  }

  File parse(std::string_view bytes) {
    constexpr std::size_t piece = std::size_t{1} << 24U;
    for (std::size_t at = 0; !done_; at += piece) {
      const std::string_view part = bytes.substr(std::min(at, bytes.size()), piece);
      done_ = at + piece >= bytes.size();
      const bool good =
          XML_Parse(expat_.get(), part.data(), static_cast<int>(part.size()), done_ ? 1 : 0) == XML_STATUS_OK;
      if (!fault_.message.empty()) throw ParseError(fault_);
      if (good) continue;
      const std::string reason = XML_ErrorString(XML_GetErrorCode(expat_.get()));
      fault("graphml.syntax", "this is not XML: " + reason, "was the file cut off or edited?");
      throw ParseError(fault_);
    }
    if (!seen_graph_) {
      fault("graphml.format", "this is XML, but there is no <graph> in it", "");
      throw ParseError(fault_);
    }
    return std::move(file_);
  }

 private:
  void fault(std::string code, std::string message, std::string hint) {
    if (!fault_.message.empty()) return;
    fault_ = {std::move(code), place(), std::move(message), std::move(hint)};
    XML_StopParser(expat_.get(), XML_FALSE);
  }
  [[nodiscard]] std::string place() const {
    return std::string(name_) + ":" + std::to_string(XML_GetCurrentLineNumber(expat_.get())) + ":" +
           std::to_string(XML_GetCurrentColumnNumber(expat_.get()) + 1);
  }

  static void on_doctype(void* self, const char*, const char*, const char*, int) {
    static_cast<Parser*>(self)->fault("graphml.doctype", "a document type declaration is not accepted",
                                      "remove <!DOCTYPE …>");
  }
  static void on_start(void* self, const char* tag, const char** attributes) {
    XmlAttributes known;
    for (; *attributes != nullptr; attributes += 2) known[attributes[0]] = attributes[1];
    static_cast<Parser*>(self)->start(tag, known);
  }
  static void on_end(void* self, const char* tag) { static_cast<Parser*>(self)->end(tag); }
  static void on_text(void* self, const char* text, int size) {
    auto& parser = *static_cast<Parser*>(self);
    if (!parser.data_key_.empty()) parser.text_.append(text, static_cast<std::size_t>(size));
  }

  std::string required(const XmlAttributes& attributes, std::string_view tag, std::string_view key) {
    const auto found = attributes.find(key);
    if (found != attributes.end()) return std::string(found->second);
    fault("graphml.missing", "<" + std::string(tag) + "> has no '" + std::string(key) + "'", "add it");
    return {};
  }

  void start(std::string_view tag, const XmlAttributes& attributes) {
    if (++depth_ > deepest_nesting) fault("graphml.depth", "elements nest too deeply", "");
    if (depth_ == 1 && tag != "graphml") fault("graphml.format", "this is XML, but no GraphML", "");
    if (tag == "key") {
      const auto type = attributes.find("attr.type");
      Key& key = file_.keys[required(attributes, tag, "id")];
      key.domain = attributes.contains("for") ? std::string(attributes.at("for")) : "all";
      key.name = required(attributes, tag, "attr.name");
      key.type = type == attributes.end() ? "string" : std::string(type->second);
    } else if (tag == "graph") {
      if (seen_graph_) fault("graphml.format", "there is more than one <graph>", "nested graphs are not read");
      seen_graph_ = true;
    } else if (tag == "node" || tag == "edge") {
      start_element(tag, attributes);
    } else if (tag == "data") {
      data_key_ = required(attributes, tag, "key");
      if (!file_.keys.contains(data_key_)) {
        fault("graphml.key", "there is no <key id=\"" + data_key_ + "\">", "declare it before the graph");
      }
      text_.clear();
    }
  }

  void start_element(std::string_view tag, const XmlAttributes& attributes) {
    if (current_) fault("graphml.format", "<" + std::string(tag) + "> inside a node or edge", "");
    current_ = std::make_unique<Element>();
    current_->line = XML_GetCurrentLineNumber(expat_.get());
    current_->is_edge = tag == "edge";
    if (current_->is_edge) {
      current_->source = required(attributes, tag, "source");
      current_->target = required(attributes, tag, "target");
    } else {
      current_->id = required(attributes, tag, "id");
    }
  }

  void end(std::string_view tag) {
    --depth_;
    if (tag == "data") {
      (current_ ? current_->data : file_.graph_data)[data_key_] = std::move(text_);
      data_key_.clear();
      text_.clear();
    } else if (current_ && (tag == "node" || tag == "edge")) {
      file_.elements.push_back(std::move(*current_));
      current_.reset();
    }
  }

  std::string_view name_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> expat_;
  Error::Parts fault_;
  File file_;
  std::unique_ptr<Element> current_;
  std::string data_key_;
  std::string text_;
  std::size_t depth_ = 0;
  bool seen_graph_ = false;
  bool done_ = false;
};

/// Turns elements into nodes and edges.
class Assembler {
 public:
  Assembler(const File& file, std::string_view name) : file_(file), name_(name) {
    for (const auto& [key_id, text] : file.graph_data) {
      if (file.keys.at(key_id).name != graphml::attribute_header) continue;
      header_ = parse_json(text, std::string(name) + ": diurna");
      const Cursor root(header_, std::string(name) + ": diurna: ");
      check_version(root);
      sentences_ = sentences_from(root.at("sentences"));
    }
  }

  Graph graph() {
    for (const Element& element : file_.elements) {
      if (!element.is_edge) add_node(element);
    }
    for (const Element& element : file_.elements) {
      if (element.is_edge) add_edge(element);
    }
    return std::move(graph_);
  }

 private:
  [[nodiscard]] std::string place(const Element& element) const {
    return std::string(name_) + ":" + std::to_string(element.line);
  }
  [[noreturn]] void fail(const Element& element, std::string code, std::string message, std::string hint) const {
    throw ParseError({std::move(code), place(element), std::move(message), std::move(hint)});
  }

  /// The text of an attribute by its name, or nullptr.
  [[nodiscard]] const std::string* attribute(const Element& element, std::string_view name) const {
    for (const auto& [key_id, text] : element.data) {
      if (file_.keys.at(key_id).name == name) return &text;
    }
    return nullptr;
  }

  template <class Number>
  Number number(const Element& element, const std::string& text) const {
    Number out{};
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, out);
    if (error != std::errc() || stop != end || !std::isfinite(static_cast<double>(out))) {
      fail(element, "graphml.type", "'" + text + "' is not a number", "the <key> of this data says that it is one");
    }
    return out;
  }

  [[nodiscard]] Property value(const Element& element, const Key& key, const std::string& text) const {
    if (key.type == "boolean") return text == "true" || text == "1";
    if (key.type == "int" || key.type == "long") return number<std::int64_t>(element, text);
    if (key.type == "float" || key.type == "double") return number<double>(element, text);
    return text;
  }

  [[nodiscard]] Properties properties(const Element& element, std::initializer_list<std::string_view> others) const {
    Properties out;
    for (const auto& [key_id, text] : element.data) {
      const Key& key = file_.keys.at(key_id);
      if (std::find(others.begin(), others.end(), key.name) == others.end()) out[key.name] = value(element, key, text);
    }
    return out;
  }

  [[nodiscard]] Node foreign_node(const Element& element) const {
    Node out;
    out.id = element.id;
    if (const std::string* kind = attribute(element, graphml::attribute_kind)) {
      const std::optional<NodeKind> known = parse_node_kind(*kind);
      if (!known) fail(element, "graphml.kind", "there is no kind of node '" + *kind + "'", "see docs/formats.md");
      out.kind = *known;
    }
    const std::string* label = attribute(element, graphml::attribute_label);
    const std::string* type = attribute(element, graphml::attribute_type);
    out.name = label == nullptr ? element.id : *label;
    if (type != nullptr) out.type = *type;
    out.properties = properties(element, {graphml::attribute_label, graphml::attribute_kind, graphml::attribute_type});
    return out;
  }

  void add_node(const Element& element) {
    Node node;
    if (const std::string* record = attribute(element, graphml::attribute_record)) {
      const nlohmann::json json = parse_json(*record, place(element) + ": record");
      node = node_from(Cursor(json, place(element) + ": record: "), sentences_);
    } else {
      node = foreign_node(element);
    }
    if (!ids_.try_emplace(element.id, node.id).second || graph_.contains(node.id)) {
      fail(element, "graphml.duplicate", "node '" + element.id + "' is given already", "keep one");
    }
    graph_.add(node);
  }

  void add_edge(const Element& element) {
    for (const std::string* end : {&element.source, &element.target}) {
      if (!ids_.contains(*end)) fail(element, "graphml.dangling", "there is no node '" + *end + "'", "add it");
    }
    Edge edge;
    if (const std::string* record = attribute(element, graphml::attribute_record)) {
      const nlohmann::json json = parse_json(*record, place(element) + ": record");
      edge = edge_from(Cursor(json, place(element) + ": record: "), sentences_);
    } else {
      const std::string* type = attribute(element, graphml::attribute_type);
      const std::string* label = attribute(element, graphml::attribute_label);
      if (label != nullptr) edge.type = *label;
      if (type != nullptr) edge.type = *type;
      edge.properties = properties(element, {graphml::attribute_label, graphml::attribute_type});
    }
    edge.source = ids_.at(element.source);
    edge.target = ids_.at(element.target);
    if (!known_edges_.emplace(edge.source, edge.type, edge.target, edge.key).second) {
      fail(element, "graphml.duplicate", "this edge is given already", "keep one");
    }
    graph_.add(edge);
  }

  const File& file_;
  std::string_view name_;
  nlohmann::json header_;
  SentenceTable sentences_;
  Graph graph_;
  std::map<std::string, std::string> ids_;  // of the file → of the graph
  std::set<std::tuple<std::string, std::string, std::string, std::string>> known_edges_;
};

}  // namespace

Graph read_graphml(std::string_view bytes, std::string_view name) {
  const File file = Parser(name).parse(bytes);
  return Assembler(file, name).graph();
}

}  // namespace diurna::io::detail
