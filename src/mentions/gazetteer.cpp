#include "diurna/mentions/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <vector>

#include "core/hash.hpp"
#include "core/tsv.hpp"
#include "diurna/core/error.hpp"
#include "diurna/text/unicode.hpp"
#include "mentions/first_word.hpp"

namespace diurna {
namespace {

struct KeyHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const { return detail::hash64(key); }
};
template <class Value>
using Table = std::unordered_map<std::string, Value, KeyHash, std::equal_to<>>;

template <class Value>
std::optional<Value> find(const Table<Value>& table, std::string_view key) {
  const auto hit = table.find(key);
  return hit == table.end() ? std::nullopt : std::optional<Value>(hit->second);
}

[[noreturn]] void bad_row(const Resource& table, std::size_t line, const std::string& message) {
  throw ParseError(
      {.code = "data.value", .place = table.name() + ":" + std::to_string(line), .message = message, .hint = ""});
}

EntityType type_of(const Resource& table, std::size_t line, std::string_view text) {
  const auto type = parse_entity_type(text);
  if (!type) bad_row(table, line, "unknown entity type '" + std::string(text) + "'");
  return *type;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// One upper-case word: an acronym, which must not be taken for a lower-case word ("US", "WHO").
bool is_acronym(std::string_view form) {
  return std::ranges::all_of(form, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.' || c == '&'; });
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

struct Gazetteer::Tables {
  std::vector<Resource> sources;  // keep the bytes of all views alive
  Table<KnownName> names;
  Table<CountryForm> country_forms;
  Table<std::string_view> country_names;  // by ISO code
  Table<std::size_t> longest;
  Table<TitleEntry> titles;
  Table<NounEntry> nouns;
  Table<EntityType> name_words;
  Table<char> given_names;

  const Resource& open(std::string_view name) {
    return sources.emplace_back(find_resource("en/gazetteers/" + std::string(name)));
  }
  void add_name(std::string_view form, KnownName name);
  void add_country_form(std::string_view form, const KnownName& country, CountryForm kind);
  void read_countries();
  void read_names(std::string_view file);
  void read_titles();
  void read_nouns();
  void read_name_words();
  void read_given_names();
};

/// The first table that lists a form decides.
void Gazetteer::Tables::add_name(std::string_view form, KnownName name) {
  if (form.empty()) return;
  const std::string key = Gazetteer::key(form);
  name.upper_only = is_acronym(form);
  name.dotted = form.back() == '.' && !name.upper_only;
  if (!names.emplace(key, name).second) return;
  std::size_t& longest_here = longest[std::string(detail::first_word(key))];
  longest_here = std::max(longest_here, key.size() + 1);  // one more for a plural demonym
}

void Gazetteer::Tables::add_country_form(std::string_view form, const KnownName& country, CountryForm kind) {
  for (const std::string_view one : detail::split(form, '|')) {
    if (one.empty()) continue;
    KnownName name = country;
    name.demonym = kind == CountryForm::demonym;
    if (name.demonym) name.type = EntityType::norp;
    if (kind == CountryForm::capital) name.name = detail::split(form, '|').front();
    add_name(one, name);
    country_forms.emplace(Gazetteer::key(one), kind);
  }
}

void Gazetteer::Tables::read_countries() {
  const std::vector<detail::TsvRow> rows = detail::read_tsv(open("countries.tsv"), 5, 5);
  constexpr std::array kinds = {CountryForm::name, CountryForm::short_form, CountryForm::demonym, CountryForm::capital};
  for (std::size_t column = 0; column < kinds.size(); ++column) {
    for (const detail::TsvRow& row : rows) {
      const KnownName country{.type = EntityType::gpe, .name = row.fields[1], .iso3 = row.fields[0]};
      country_names.emplace(row.fields[0], row.fields[1]);
      add_country_form(row.fields[column + 1], country, kinds[column]);
    }
  }
}

void Gazetteer::Tables::read_names(std::string_view file) {
  const Resource& table = open(file);
  for (const detail::TsvRow& row : detail::read_tsv(table, 3, 3)) {
    const EntityType type = type_of(table, row.line, row.fields[0]);
    for (const std::string_view entry : detail::split(row.fields[2], '|')) {
      const auto parts = detail::split(entry, '~');
      const auto forms = detail::split(parts[0], '=');
      const KnownName name{.type = type, .name = forms[0], .iso3 = row.fields[1]};
      for (const std::string_view form : forms) add_name(form, name);
      if (parts.size() < 2) continue;
      KnownName demonym = name;
      demonym.type = EntityType::norp;
      demonym.demonym = true;
      add_name(parts[1], demonym);
    }
  }
}

void Gazetteer::Tables::read_titles() {
  const Resource& table = open("titles.tsv");
  using Kind = TitleEntry::Kind;
  const std::array<std::pair<std::string_view, Kind>, 5> kinds = {{{"honorific", Kind::honorific},
                                                                   {"royal", Kind::royal},
                                                                   {"office", Kind::office},
                                                                   {"rank", Kind::rank},
                                                                   {"role", Kind::role}}};
  for (const detail::TsvRow& row : detail::read_tsv(table, 3, 3)) {
    const auto kind = std::ranges::find(kinds, row.fields[0], &std::pair<std::string_view, Kind>::first);
    if (kind == kinds.end()) bad_row(table, row.line, "unknown kind of title '" + std::string(row.fields[0]) + "'");
    for (const std::string_view words : detail::split(row.fields[2], '|')) {
      titles.emplace(words, TitleEntry{kind->second, row.fields[1][0]});
    }
  }
}

void Gazetteer::Tables::read_nouns() {
  const Resource& table = open("nouns.tsv");
  for (const detail::TsvRow& row : detail::read_tsv(table, 4, 4)) {
    const NounEntry noun{type_of(table, row.line, row.fields[0]), row.fields[1] == "p", row.fields[2][0]};
    for (const std::string_view lemma : detail::split(row.fields[3], '|')) nouns.emplace(lemma, noun);
  }
}

void Gazetteer::Tables::read_name_words() {
  const Resource& table = open("name_words.tsv");
  for (const detail::TsvRow& row : detail::read_tsv(table, 2, 2)) {
    const EntityType type = type_of(table, row.line, row.fields[0]);
    for (const std::string_view word : detail::split(row.fields[1], '|')) name_words.emplace(word, type);
  }
}

void Gazetteer::Tables::read_given_names() {
  const Resource& table = open("given_names.tsv");
  for (const detail::TsvRow& row : detail::read_tsv(table, 2, 2)) {
    for (const std::string_view name : detail::split(row.fields[1], ' '))
      given_names.emplace(Gazetteer::key(name), row.fields[0][0]);
  }
}

Gazetteer Gazetteer::load() {
  auto tables = std::make_shared<Tables>();
  tables->sources.reserve(8);
  tables->read_countries();
  tables->read_names("places.tsv");
  tables->read_names("names.tsv");
  tables->read_titles();
  tables->read_nouns();
  tables->read_name_words();
  tables->read_given_names();
  Gazetteer out;
  out.tables_ = std::move(tables);
  return out;
}

std::string Gazetteer::key(std::string_view form) {
  const std::string folded = is_ascii(form) ? std::string(form) : replace_all(fold_accents(form), "’", "'");
  std::string out;
  out.reserve(folded.size());
  for (const char c : folded) {
    if (c == '.') continue;
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (out.starts_with("the ")) out.erase(0, 4);
  return out;
}

std::optional<KnownName> Gazetteer::known_key(std::string_view key) const {
  if (auto hit = find(tables_->names, key)) return hit;
  if (key.size() < 3 || key.back() != 's') return std::nullopt;
  const auto singular = find(tables_->names, key.substr(0, key.size() - 1));
  return singular && singular->type == EntityType::norp ? singular : std::nullopt;
}

std::optional<KnownName> Gazetteer::known(std::string_view form) const {
  const auto hit = known_key(key(form));
  if (form.starts_with("the ") || form.starts_with("The ")) form.remove_prefix(4);
  const bool lower = std::ranges::any_of(form, [](char c) { return c >= 'a' && c <= 'z'; });
  return hit && hit->upper_only && lower ? std::nullopt : hit;
}

std::optional<CountryEntry> Gazetteer::country(std::string_view form) const {
  const auto name = known(form);
  if (!name || name->iso3.empty()) return std::nullopt;
  const std::string full = key(form);
  auto kind = find(tables_->country_forms, full);
  if (!kind && name->demonym) kind = find(tables_->country_forms, std::string_view(full).substr(0, full.size() - 1));
  if (!kind) return std::nullopt;
  return CountryEntry{name->iso3, *find(tables_->country_names, name->iso3), *kind};
}

std::string_view Gazetteer::country_name(std::string_view iso3) const {
  return find(tables_->country_names, iso3).value_or(std::string_view());
}

std::size_t Gazetteer::longest_key_from(std::string_view first_word) const {
  return find(tables_->longest, first_word).value_or(0);
}

std::optional<EntityType> Gazetteer::known_name(std::string_view form) const {
  const auto name = known(form);
  return name ? std::optional(name->type) : std::nullopt;
}

std::optional<TitleEntry> Gazetteer::title(std::string_view lower_case_words) const {
  return find(tables_->titles, lower_case_words);
}

bool Gazetteer::is_title(std::string_view lower_case_words) const { return title(lower_case_words).has_value(); }

std::optional<NounEntry> Gazetteer::noun(std::string_view lemma) const { return find(tables_->nouns, lemma); }

std::optional<EntityType> Gazetteer::noun_type(std::string_view lemma) const {
  const auto entry = noun(lemma);
  return entry ? std::optional(entry->type) : std::nullopt;
}

std::optional<EntityType> Gazetteer::name_word(std::string_view lower_case_word) const {
  return find(tables_->name_words, lower_case_word);
}

std::optional<char> Gazetteer::given_name_gender(std::string_view form) const {
  return find(tables_->given_names, key(form));
}

}  // namespace diurna
