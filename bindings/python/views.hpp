// How Python sees what a reading holds: a view is a pointer into the reading together with a share of the reading
// itself, so that an event outlives its document without copies and without dangling.
#pragma once

#include <pybind11/pybind11.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/events/reading.hpp"
#include "diurna/graph/graph.hpp"
#include "diurna/pipeline/pipeline.hpp"

namespace diurna::python {

using SharedReading = std::shared_ptr<const Reading>;

/// Every reading in Python knows the pipeline that made it, so that its facts can be explained.
struct OwnedReading : Reading {
  OwnedReading(Reading reading, Pipeline made_by) : Reading(std::move(reading)), pipeline(std::move(made_by)) {}
  Pipeline pipeline;
};
[[nodiscard]] inline const Pipeline& pipeline_of(const SharedReading& reading) {
  return static_cast<const OwnedReading&>(*reading).pipeline;
}

/// A `T` inside a reading.
template <class T>
struct View {
  SharedReading reading;
  const T* value = nullptr;

  const T* operator->() const { return value; }
  const Document& document() const { return reading->document; }
  bool operator==(const View& other) const { return value == other.value; }
};

/// A token or sentence, named by its id.
template <class Tag>
struct IdView {
  SharedReading reading;
  Id<Tag> id;

  const Document& document() const { return reading->document; }
  bool operator==(const IdView& other) const { return reading == other.reading && id == other.id; }
};
using TokenView = IdView<TokenTag>;
using SentenceView = IdView<SentenceTag>;

/// Small things, and triples, which are made on demand, are kept by value.
template <class T>
struct ValueView {
  SharedReading reading;
  T value;

  const T* operator->() const { return &value; }
  const Document& document() const { return reading->document; }
};
using TripleView = ValueView<Triple>;
using FillerView = ValueView<Filler>;
using EvidenceView = ValueView<Evidence>;

/// The words of a span as Python text: broken UTF-8 shows as U+FFFD.
[[nodiscard]] std::string text_of(const Document& document, Span span);
[[nodiscard]] std::size_t start_of(const Document& document, Span span);
[[nodiscard]] std::size_t end_of(const Document& document, Span span);

/// Views of all elements of a vector inside the reading.
template <class T>
[[nodiscard]] std::vector<View<T>> views(const SharedReading& reading, const std::vector<T>& values) {
  std::vector<View<T>> out;
  out.reserve(values.size());
  for (const T& value : values) out.push_back({reading, &value});
  return out;
}

/// {"agent": [Filler, …], …}: arguments by role.
[[nodiscard]] pybind11::dict by_role(const SharedReading& reading, const std::vector<Argument>& arguments);
/// The sentence of an evidence, or None.
[[nodiscard]] pybind11::object sentence_of(const SharedReading& reading, SentenceId sentence);

/// Adds `text`, `start`, `end` (code points) of the span that `span_of` finds.
template <class Class, class SpanOf>
void add_span(Class& type, SpanOf span_of) {
  using Viewed = typename Class::type;
  type.def_property_readonly("text", [span_of](const Viewed& v) { return text_of(v.document(), span_of(v)); });
  type.def_property_readonly("start", [span_of](const Viewed& v) { return start_of(v.document(), span_of(v)); });
  type.def_property_readonly("end", [span_of](const Viewed& v) { return end_of(v.document(), span_of(v)); });
}

/// Python's repr of a string: quoted, escapes where needed.
[[nodiscard]] std::string quoted(const std::string& text);

void bind_errors(pybind11::module_& module);
void bind_document(pybind11::module_& module);
void bind_mentions(pybind11::module_& module);
void bind_facts(pybind11::module_& module);
void bind_graph_claims(pybind11::module_& module);
void bind_graph(pybind11::module_& module);
void bind_graph_changes(pybind11::module_& module);
/// Methods of Graph: after bind_graph.
void bind_algorithms(pybind11::module_& module);
/// Membership, Refusal.
void bind_identity_values(pybind11::module_& module);
/// `resolve` and what belongs to it.
void bind_identity(pybind11::class_<Graph>& graph);
void bind_query(pybind11::module_& module);
void bind_pipeline(pybind11::module_& module);
void bind_evaluation(pybind11::module_& module);

}  // namespace diurna::python
