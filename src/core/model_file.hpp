// The container in which every trained model is kept.
//
//   bytes  0..7   magic "DIURNAM1"
//   bytes  8..11  format version, little-endian
//   bytes 12..15  zero
//   bytes 16..31  fingerprint: XXH3-128 of everything from byte 32 on
//   bytes 32..35  number of sections; then per section: name length (u32), name, padding to 8, size (u64)
//   then the sections' bytes, each at a multiple of 64
//
// The section "card" is JSON: kind, language, data, licences, scores, the command that retrains the model.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/core/resources.hpp"

namespace diurna::detail {

class ModelFile {
 public:
  /// Checks magic, version, fingerprint and section table; throws ModelError
  /// "model.foreign", "model.version", "model.truncated" or "model.damaged".
  explicit ModelFile(Resource resource);

  /// The bytes of a section, which start at a multiple of 64 from the beginning of the file;
  /// throws ModelError "model.section" when the model has no such section.
  [[nodiscard]] std::string_view section(std::string_view name) const&;
  std::string_view section(std::string_view name) const&& = delete;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] const std::string& name() const { return resource_.name(); }
  /// 32 hexadecimal digits.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  Resource resource_;
  std::string fingerprint_;
  std::vector<std::pair<std::string, std::string_view>> sections_;
};

/// The bytes of a model file with these sections, in this order.
[[nodiscard]] std::string write_model_file(std::span<const std::pair<std::string, std::string>> sections);

}  // namespace diurna::detail
