// What a graph says, as RDF statements: the same for every syntax.
#pragma once

#include <memory>

#include "diurna/graph/graph.hpp"
#include "io/rdf/term.hpp"

namespace diurna::io::detail::rdf {

/// Where it stands who says what.
enum class Layout {
  single,       ///< No named graphs: mentions name their document, `dn:Claim` what documents disagree on.
  by_document,  ///< What a document says is in a graph of its own; files can be joined line by line.
};

/// Says all of `graph`: the file itself, then nodes by id, each with its edges and the mentions that are their
/// evidence. Every statement comes once. The number of statements stands at the head, so that a file that was cut off
/// is known by what it lacks.
void describe(StatementSink& sink, const Graph& graph, Layout layout);

}  // namespace diurna::io::detail::rdf
