#include "graph/countries.hpp"

namespace diurna::detail {

std::optional<CountryEntry> country_of(const Entity& entity) {
  if (!entity.named() || entity.country.empty()) return std::nullopt;
  static const Gazetteer gazetteer = Gazetteer::load();  // immutable
  const std::string_view name = entity.name;
  const std::optional<CountryEntry> country = gazetteer.country(name);
  if (!country || country->iso3 != entity.country || country->form == CountryForm::capital) return std::nullopt;
  const bool is_people = country->form == CountryForm::demonym && name.ends_with('s') &&
                         gazetteer.country(name.substr(0, name.size() - 1)).has_value();
  return is_people ? std::nullopt : country;
}

}  // namespace diurna::detail
