// Escapes for the XML-like texts of GraphML and of Graphviz labels.
#pragma once

#include <string>
#include <string_view>

namespace diurna::io::detail {

/// `text` for element content and attributes; characters that XML 1.0 cannot hold become U+FFFD.
[[nodiscard]] std::string xml_escaped(std::string_view text);

}  // namespace diurna::io::detail
