#include "diurna/graph/same_as.hpp"

#include "core/tsv.hpp"
#include "diurna/core/error.hpp"
#include "diurna/core/resources.hpp"

namespace diurna {
namespace {

class LineReader {
 public:
  LineReader(std::string_view line, std::string place) : line_(line), place_(std::move(place)) {}

  SameAsStatement read() const {
    const std::vector<std::string_view> fields = detail::split(line_, '\t');
    if (fields.size() < 3 || fields.size() > 5) {
      fail(0, "there are " + std::to_string(fields.size()) + " fields where 3 to 5 are needed",
           "write: same or different, two names or ids, and perhaps the document of each, with tabs between");
    }
    const std::string_view verdict = trimmed(fields[0]);
    if (verdict != "same" && verdict != "different") {
      fail(0, "unknown word '" + std::string(verdict) + "'", "write 'same' or 'different'");
    }
    SameAsStatement out{.same = verdict == "same",
                        .first = {std::string(trimmed(fields[1])), field(fields, 3)},
                        .second = {std::string(trimmed(fields[2])), field(fields, 4)},
                        .place = place_};
    for (const std::size_t i : {1U, 2U}) {
      if (trimmed(fields[i]).empty()) fail(offset(fields[i]), "a name or id is missing", "write a name or an id");
    }
    if (out.first == out.second) {
      fail(offset(fields[2]), "both sides are '" + out.first.name + "'",
           "name the documents in the fourth and fifth field to tell namesakes apart");
    }
    return out;
  }

 private:
  static std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    return text;
  }
  static std::string field(const std::vector<std::string_view>& fields, std::size_t at) {
    return at < fields.size() ? std::string(trimmed(fields[at])) : std::string();
  }
  [[nodiscard]] std::size_t offset(std::string_view field) const {
    return static_cast<std::size_t>(field.data() - line_.data());
  }
  [[noreturn]] void fail(std::size_t column, const std::string& message, const std::string& hint) const {
    throw ParseError({.code = "identity.same-as",
                      .place = place_ + ":" + std::to_string(column + 1),
                      .message = message,
                      .hint = hint,
                      .excerpt = {}});
  }

  std::string_view line_;
  std::string place_;
};

}  // namespace

SameAs parse_same_as(std::string_view text, std::string_view name) {
  SameAs out;
  std::size_t number = 0;
  for (const std::string_view line : detail::split(text, '\n')) {
    ++number;
    if (line.empty() || line.front() == '#' || line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    out.push_back(LineReader(line, std::string(name) + ":" + std::to_string(number)).read());
  }
  return out;
}

SameAs read_same_as(const std::string& path) {
  const Resource file = read_file(path);
  return parse_same_as(file.bytes(), path);
}

}  // namespace diurna
