// Sparse features by hash: a feature is the name of its template and up to three values.
//
//     FeatureList features;
//     features.add("lemma", Atom("arrest"));
//     features.add("object-type", verb, type);      // values of atoms that were hashed once
//
// Only 64-bit keys are kept, so building a list costs no allocation but the vector's; a traced list also keeps the
// words of each feature, for explanations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash.hpp"

namespace diurna::detail {

using FeatureKey = std::uint64_t;

/// Name of a feature template, hashed when the program is compiled.
struct Template {
  consteval Template(const char* text) : name(text), hash(fnv(text)) {}  // NOLINT: implicit on purpose
  std::string_view name;
  FeatureKey hash;

 private:
  static consteval FeatureKey fnv(std::string_view text) {
    FeatureKey hash = 0xcbf29ce484222325ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
  }
};

/// A value of a feature: its text (which must outlive the atom) and its hash.
struct Atom {
  Atom() = default;
  explicit Atom(std::string_view value) : text(value), hash(hash64(value)) {}
  std::string_view text;
  FeatureKey hash = 0;
};

[[nodiscard]] constexpr FeatureKey mix(FeatureKey a, FeatureKey b) {
  FeatureKey x = (a ^ b) * 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 29U) ^ b) * 0xbf58476d1ce4e5b9ULL;
  return x ^ (x >> 32U);
}

/// A feature whose one weight is shared by all classes, but which holds for one class only
/// ("the lexicon lists this type").
struct TiedFeature {
  std::uint16_t label = 0;
  FeatureKey key = 0;
};

class FeatureList {
 public:
  FeatureList() = default;
  /// A list that also keeps the words of its features.
  [[nodiscard]] static FeatureList traced() {
    FeatureList list;
    list.trace_ = true;
    return list;
  }

  void add(Template name, const Atom& a = {}) { keep(name, mix(name.hash, a.hash), a, {}, {}); }
  void add(Template name, const Atom& a, const Atom& b) { keep(name, mix(mix(name.hash, a.hash), b.hash), a, b, {}); }
  void add(Template name, const Atom& a, const Atom& b, const Atom& c) {
    keep(name, mix(mix(mix(name.hash, a.hash), b.hash), c.hash), a, b, c);
  }
  void tie(std::uint16_t label, Template name, const Atom& a = {}, const Atom& b = {}) {
    tied_.push_back({label, mix(mix(name.hash, a.hash), b.hash)});
    if (trace_) tied_names_.push_back(words(name, a, b, {}));
  }
  void clear() {
    keys_.clear();
    tied_.clear();
    names_.clear();
    tied_names_.clear();
  }

  [[nodiscard]] const std::vector<FeatureKey>& keys() const& { return keys_; }
  [[nodiscard]] const std::vector<TiedFeature>& tied() const& { return tied_; }
  /// One for each key, and one for each tied feature, in a traced list; else empty.
  [[nodiscard]] const std::vector<std::string>& names() const& { return names_; }
  [[nodiscard]] const std::vector<std::string>& tied_names() const& { return tied_names_; }

 private:
  void keep(const Template& name, FeatureKey key, const Atom& a, const Atom& b, const Atom& c) {
    keys_.push_back(key);
    if (trace_) names_.push_back(words(name, a, b, c));
  }
  static std::string words(const Template& name, const Atom& a, const Atom& b, const Atom& c) {
    std::string out(name.name);
    for (const Atom* atom : {&a, &b, &c}) {
      if (!atom->text.empty()) out.append(out.size() == name.name.size() ? "=" : "|").append(atom->text);
    }
    return out;
  }

  bool trace_ = false;
  std::vector<FeatureKey> keys_;
  std::vector<TiedFeature> tied_;
  std::vector<std::string> names_;
  std::vector<std::string> tied_names_;
};

}  // namespace diurna::detail
