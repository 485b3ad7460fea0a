#include <pybind11/stl.h>

#include <sstream>

#include "diurna/io/format.hpp"
#include "diurna/text/unicode.hpp"
#include "views.hpp"

namespace py = pybind11;

namespace diurna::python {
namespace {

std::string written(const Reading& reading, const std::string& format) {
  std::ostringstream out;
  const io::Format* known = io::find_format(format);
  if (known == nullptr || known->of_readings) {
    io::write_header(out, format);
    io::write_reading(out, reading, format);
  } else {
    Graph graph;
    graph.add(reading);
    io::write_graph(out, graph, format);
  }
  return std::move(out).str();
}

std::vector<TokenView> tokens_of(const SharedReading& reading, TokenRange range) {
  std::vector<TokenView> tokens;
  tokens.reserve(range.size());
  for (const TokenId token : range) tokens.push_back({reading, token});
  return tokens;
}

TokenRange all_tokens(const Reading& reading) { return {TokenId{0}, TokenId{reading.document.tokens().size()}}; }

std::vector<SentenceView> sentences_of(const SharedReading& reading) {
  std::vector<SentenceView> sentences;
  for (std::size_t i = 0; i < reading->document.sentences().size(); ++i) {
    sentences.push_back({reading, SentenceId{i}});
  }
  return sentences;
}

std::vector<TripleView> triples_of(const SharedReading& reading) {
  std::vector<TripleView> triples;
  for (Triple& triple : reading->triples()) triples.push_back({reading, std::move(triple)});
  return triples;
}

std::vector<std::string> diagnostics_of(const Reading& reading) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : reading.document.diagnostics()) {
    lines.push_back(diagnostic.message + " [" + diagnostic.code + "]");
  }
  return lines;
}

std::string describe(const Reading& reading) {
  const auto count = [](std::size_t number, const char* what) { return std::to_string(number) + " " + what; };
  return "<Doc " + quoted(reading.document.id()) + ": " + count(reading.document.sentences().size(), "sentences, ") +
         count(reading.facts.events().size(), "events, ") + count(reading.facts.relations().size(), "relations>");
}

py::object html_of(const py::object& self) { return py::module_::import("diurna._html").attr("doc_html")(self); }

void bind_token(py::module_& module) {
  py::class_<TokenView> token(module, "Token", "One word: its form, analysis and place in the tree.");
  add_span(token, [](const TokenView& t) { return t.document().token(t.id).span; });
  token.def_property_readonly("index", [](const TokenView& t) { return t.id.index(); })
      .def_property_readonly("form", [](const TokenView& t) { return repaired_utf8(t.document().form(t.id)); })
      .def_property_readonly("lemma", [](const TokenView& t) { return repaired_utf8(t.reading->syntax.lemma(t.id)); })
      .def_property_readonly("upos", [](const TokenView& t) { return to_text(t.reading->syntax.upos(t.id)); })
      .def_property_readonly("xpos", [](const TokenView& t) { return std::string(t.reading->syntax.xpos(t.id)); })
      .def_property_readonly("features", [](const TokenView& t) { return to_text(t.reading->syntax.features(t.id)); })
      .def_property_readonly("relation", [](const TokenView& t) { return to_text(t.reading->syntax.relation(t.id)); })
      .def_property_readonly("head",
                             [](const TokenView& t) -> py::object {
                               const TokenId head = t.reading->syntax.head(t.id);
                               return head ? py::cast(TokenView{t.reading, head}) : py::object(py::none());
                             })
      .def(
          "__eq__", [](const TokenView& a, const TokenView& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const TokenView& t) { return t.id.index(); })
      .def("__str__", [](const TokenView& t) { return text_of(t.document(), t.document().token(t.id).span); })
      .def("__repr__", [](const TokenView& t) {
        return "<Token " + quoted(text_of(t.document(), t.document().token(t.id).span)) + " " +
               std::string(to_text(t.reading->syntax.upos(t.id))) + ">";
      });
}

void bind_sentence(py::module_& module) {
  py::class_<SentenceView> sentence(module, "Sentence", "One sentence; `tokens` are its words.");
  add_span(sentence, [](const SentenceView& s) { return s.document().sentence(s.id).span; });
  sentence.def_property_readonly("index", [](const SentenceView& s) { return s.id.index(); })
      .def_property_readonly("label", [](const SentenceView& s) { return s.document().sentence(s.id).label; })
      .def_property_readonly(
          "block",
          [](const SentenceView& s) { return to_text(s.document().block(s.document().sentence(s.id).block).kind); })
      .def_property_readonly(
          "repeats", [](const SentenceView& s) { return sentence_of(s.reading, s.document().sentence(s.id).repeats); })
      .def_property_readonly(
          "tokens", [](const SentenceView& s) { return tokens_of(s.reading, s.document().sentence(s.id).tokens); })
      .def(
          "__eq__", [](const SentenceView& a, const SentenceView& b) { return a == b; }, py::is_operator())
      .def("__hash__", [](const SentenceView& s) { return s.id.index(); })
      .def("__len__", [](const SentenceView& s) { return s.document().sentence(s.id).tokens.size(); })
      .def("__str__", [](const SentenceView& s) { return text_of(s.document(), s.document().sentence(s.id).span); })
      .def("__repr__", [](const SentenceView& s) {
        return "<Sentence " + quoted(text_of(s.document(), s.document().sentence(s.id).span)) + ">";
      });
}

void bind_doc(py::module_& module) {
  using Shared = std::shared_ptr<Reading>;
  const auto shared = [](const Shared& reading) { return SharedReading(reading); };
  py::class_<Reading, Shared>(module, "Doc", "One article, read: its text and all that it says.")
      .def_property_readonly("id", [](const Reading& r) { return repaired_utf8(r.document.id()); })
      .def_property_readonly("date", [](const Reading& r) { return repaired_utf8(r.document.date()); })
      .def_property_readonly("title", [](const Reading& r) { return repaired_utf8(r.document.article().title); })
      .def_property_readonly("source", [](const Reading& r) { return repaired_utf8(r.document.article().source); })
      .def_property_readonly("url", [](const Reading& r) { return repaired_utf8(r.document.article().url); })
      .def_property_readonly("text", [](const Reading& r) { return repaired_utf8(r.document.text()); })
      .def_property_readonly("diagnostics", [](const Reading& r) { return diagnostics_of(r); })
      .def_property_readonly("tokens", [shared](const Shared& r) { return tokens_of(shared(r), all_tokens(*r)); })
      .def_property_readonly("sentences", [shared](const Shared& r) { return sentences_of(shared(r)); })
      .def_property_readonly("mentions", [shared](const Shared& r) { return views(shared(r), r->mentions.mentions()); })
      .def_property_readonly("entities", [shared](const Shared& r) { return views(shared(r), r->mentions.entities()); })
      .def_property_readonly("times", [shared](const Shared& r) { return views(shared(r), r->mentions.times()); })
      .def_property_readonly("quantities",
                             [shared](const Shared& r) { return views(shared(r), r->mentions.quantities()); })
      .def_property_readonly("events", [shared](const Shared& r) { return views(shared(r), r->facts.events()); })
      .def_property_readonly("relations", [shared](const Shared& r) { return views(shared(r), r->facts.relations()); })
      .def_property_readonly("triples", [shared](const Shared& r) { return triples_of(shared(r)); })
      .def_property_readonly("open_triples",
                             [shared](const Shared& r) { return views(shared(r), r->facts.open_triples()); })
      .def("dumps", &written, py::arg("format") = "facts", py::call_guard<py::gil_scoped_release>(),
           "The document in an output format of the command: facts, triples, open, plover, cameo, conllu, json, dot, "
           "graphml …")
      .def(
          "to_dict",
          [](const py::object& self) { return py::module_::import("diurna._export").attr("doc_dict")(self); },
          "The document as plain dicts and lists, ready for json.dump.")
      .def(
          "to_json",
          [](const py::object& self) { return py::module_::import("diurna._export").attr("doc_json")(self); },
          "to_dict() as a JSON string.")
      .def(
          "to_plover",
          [](const py::object& self) { return py::module_::import("diurna._export").attr("doc_plover")(self); },
          "The political events as PLOVER records: dicts with the fields of the manual 0.8.")
      .def(
          "to_cameo",
          [](const py::object& self) { return py::module_::import("diurna._export").attr("doc_cameo")(self); },
          "The political events as rows of an ICEWS table: dicts from column to text; codes keep their zeros.")
      .def("_repr_html_", &html_of)
      .def("to_html", &html_of, "The text with names, times and triggers highlighted, and a table of the facts.")
      .def("__len__", [](const Reading& r) { return r.document.tokens().size(); })
      .def("__str__", [](const Reading& r) { return repaired_utf8(r.document.text()); })
      .def("__repr__", &describe);
}

}  // namespace

std::string text_of(const Document& document, Span span) { return repaired_utf8(document.text(span)); }
std::size_t start_of(const Document& document, Span span) { return document.code_point(span.begin); }
std::size_t end_of(const Document& document, Span span) { return document.code_point(span.end); }

py::object sentence_of(const SharedReading& reading, SentenceId sentence) {
  return sentence ? py::cast(SentenceView{reading, sentence}) : py::object(py::none());
}

std::string quoted(const std::string& text) { return py::cast<std::string>(py::repr(py::str(text))); }

void bind_document(py::module_& module) {
  bind_token(module);
  bind_sentence(module);
  bind_doc(module);
}

}  // namespace diurna::python
