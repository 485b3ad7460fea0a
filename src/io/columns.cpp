#include "io/columns.hpp"

#include <algorithm>

namespace diurna::io::detail {

std::vector<std::string> documents_of(const std::vector<GraphEvidence>& evidence) {
  std::vector<std::string> out;
  for (const GraphEvidence& proof : evidence) out.push_back(proof.document);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string property_text(const Properties& properties, std::string_view key) {
  const auto found = properties.find(key);
  return found == properties.end() ? std::string() : to_text(found->second);
}

}  // namespace diurna::io::detail
