#include "core/model_file.hpp"

#include <algorithm>
#include <cstring>

#include "core/hash.hpp"
#include "diurna/core/error.hpp"

namespace diurna::detail {
namespace {

constexpr std::string_view magic = "DIURNAM1";
constexpr std::uint32_t version = 1;
constexpr std::size_t fingerprint_at = 16;
constexpr std::size_t content_at = 32;
constexpr std::size_t alignment = 64;
constexpr std::uint32_t max_sections = 4096;

constexpr std::size_t align_up(std::size_t offset, std::size_t to) { return (offset + to - 1) / to * to; }

template <class Number>
void append(std::string& out, Number number) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  out.append(bytes, sizeof number);
}

std::string hex(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const char byte : bytes) {
    out += digits[(static_cast<unsigned char>(byte) >> 4U) & 15U];
    out += digits[static_cast<unsigned char>(byte) & 15U];
  }
  return out;
}

std::string unhex(std::string_view digits) {
  const auto nibble = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
  std::string out;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    out += static_cast<char>(nibble(digits[i]) * 16 + nibble(digits[i + 1]));
  }
  return out;
}

/// Walks over the header; every read is checked against the end.
class Cursor {
 public:
  Cursor(std::string_view bytes, std::size_t at, const std::string& file) : bytes_(bytes), at_(at), file_(file) {}

  template <class Number>
  Number number() {
    Number value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string_view take(std::size_t size) {
    if (size > bytes_.size() - at_) {
      throw ModelError({.code = "model.truncated",
                        .place = file_,
                        .message = "the file ends in the middle of its section table",
                        .hint = "copy it again"});
    }
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  void align(std::size_t to) { take(align_up(at_, to) - at_); }

 private:
  std::string_view bytes_;
  std::size_t at_;
  const std::string& file_;
};

void check_header(std::string_view bytes, const std::string& file) {
  if (!bytes.starts_with(magic)) {
    throw ModelError({.code = "model.foreign",
                      .place = file,
                      .message = "this is not a Diurna model",
                      .hint = "pass a file written by Diurna's trainers"});
  }
  if (bytes.size() < content_at) {
    throw ModelError(
        {.code = "model.truncated", .place = file, .message = "the file ends in its header", .hint = "copy it again"});
  }
  std::uint64_t found = 0;  // the version and the zeros behind it
  std::memcpy(&found, bytes.data() + magic.size(), sizeof found);
  if (found != version) {
    throw ModelError(
        {.code = "model.version",
         .place = file,
         .message = "model format " + std::to_string(found) + ", this library reads format " + std::to_string(version),
         .hint = "use the model that came with this version of Diurna"});
  }
}

}  // namespace

ModelFile::ModelFile(Resource resource) : resource_(std::move(resource)) {
  const std::string_view bytes = resource_.bytes();
  check_header(bytes, name());
  fingerprint_ = hash128_hex(bytes.substr(content_at));
  if (hex(bytes.substr(fingerprint_at, 16)) != fingerprint_) {
    throw ModelError({.code = "model.damaged",
                      .place = name(),
                      .message = "the content does not match the fingerprint in the header",
                      .hint = "the file was cut or changed; copy it again"});
  }
  Cursor cursor(bytes, content_at, name());
  const auto count = cursor.number<std::uint32_t>();
  if (count > max_sections) {
    throw ModelError(
        {.code = "model.damaged", .place = name(), .message = "impossible number of sections", .hint = {}});
  }
  std::vector<std::pair<std::string, std::uint64_t>> table;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto length = cursor.number<std::uint32_t>();
    std::string section_name(cursor.take(length));
    cursor.align(8);
    table.emplace_back(std::move(section_name), cursor.number<std::uint64_t>());
  }
  for (auto& [section_name, size] : table) {
    cursor.align(alignment);
    sections_.emplace_back(std::move(section_name), cursor.take(size));
  }
}

std::string_view ModelFile::section(std::string_view wanted) const& {
  for (const auto& [section_name, bytes] : sections_) {
    if (section_name == wanted) return bytes;
  }
  throw ModelError({.code = "model.section",
                    .place = name(),
                    .message = "the model has no section '" + std::string(wanted) + "'",
                    .hint = "it is a model of another kind"});
}

bool ModelFile::has(std::string_view wanted) const {
  return std::any_of(sections_.begin(), sections_.end(), [&](const auto& entry) { return entry.first == wanted; });
}

std::string write_model_file(std::span<const std::pair<std::string, std::string>> sections) {
  std::string out(magic);
  append(out, version);
  out.resize(content_at, '\0');
  append(out, static_cast<std::uint32_t>(sections.size()));
  for (const auto& [section_name, bytes] : sections) {
    append(out, static_cast<std::uint32_t>(section_name.size()));
    out += section_name;
    out.resize(align_up(out.size(), 8), '\0');
    append(out, static_cast<std::uint64_t>(bytes.size()));
  }
  for (const auto& [section_name, bytes] : sections) {
    out.resize(align_up(out.size(), alignment), '\0');
    out += bytes;
  }
  const std::string fingerprint = unhex(hash128_hex(std::string_view(out).substr(content_at)));
  out.replace(fingerprint_at, fingerprint.size(), fingerprint);
  return out;
}

}  // namespace diurna::detail
