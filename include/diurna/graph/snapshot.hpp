/// A graph as bytes for machines: read back in seconds where JSON takes minutes. docs/formats.md has the layout.
///
///     std::ofstream out("news.dg", std::ios::binary);
///     diurna::write_snapshot(out, graph);
///     diurna::Graph same = diurna::read_snapshot(diurna::read_file("news.dg").bytes(), "news.dg");
///
/// Complete: grouped graphs keep origins and joins. Equal graphs give equal bytes, whatever the order in which they
/// were built. Linear in the graph but for sorting, when written; reading is one pass that copies and checks every
/// number, so that a file that was damaged, cut or forged is refused, and no more is allocated than a file is long.
/// What was read can be asked at once; the first change builds hash tables.
#pragma once

#include <iosfwd>
#include <string_view>

#include "diurna/graph/graph.hpp"

namespace diurna {

void write_snapshot(std::ostream& out, const Graph& graph);
/// `name` is for messages. Throws ParseError "snapshot.foreign", "snapshot.version", "snapshot.truncated",
/// "snapshot.damaged" or "snapshot.invalid" with the byte at fault.
[[nodiscard]] Graph read_snapshot(std::string_view bytes, std::string_view name);

}  // namespace diurna
