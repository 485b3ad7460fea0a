/// The data that Diurna carries: models, gazetteers, lexicons, the ontology.
///
///     const std::string_view table = diurna::resource("en/gazetteers/countries.tsv");
///
/// Lookup order: the folder in the environment variable DIURNA_DATA, then the copy embedded in the library.
/// Names are paths below the project's `data/`. Thread-safe.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace diurna {

/// Bytes of a data file with whatever keeps them alive.
class Resource {
 public:
  Resource(std::string name, std::string_view bytes, std::shared_ptr<const void> owner = {})
      : name_(std::move(name)), bytes_(bytes), owner_(std::move(owner)) {}
  /// The path shown in messages.
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const& { return bytes_; }
  std::string_view bytes() const&& = delete;

 private:
  std::string name_;
  std::string_view bytes_;
  std::shared_ptr<const void> owner_;
};

/// The data file called `name`; throws IoError "resource.missing" when there is none.
[[nodiscard]] Resource find_resource(std::string_view name);
/// The whole of a file on disk; throws IoError "io.unreadable" with the system's reason.
[[nodiscard]] Resource read_file(const std::string& path);
/// Names of all embedded files, sorted.
[[nodiscard]] std::vector<std::string> embedded_resources();

}  // namespace diurna
