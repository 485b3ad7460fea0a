#include "query/property_column.hpp"

#include <algorithm>
#include <numeric>

namespace diurna::cypher {
namespace {

bool is_indexed(const Value& value) { return value.kind() != Value::Kind::list && value.kind() != Value::Kind::map; }

}  // namespace

struct PropertyColumn::Index {
  std::once_flag owners_built;
  std::vector<std::uint32_t> begins;  // by code
  std::vector<std::uint32_t> owners;
  std::once_flag order_built;
  std::vector<std::uint32_t> order;
};

PropertyColumn::PropertyColumn() : dictionary_(1), table_(16), index_(std::make_shared<Index>()) {}

void PropertyColumn::set(std::uint32_t owner, const Value& value) {
  const std::uint32_t page = owner / page_size;
  if (page >= pages_.size()) pages_.resize(page + 1);
  if (pages_[page] == nullptr) pages_[page] = std::make_unique<std::uint32_t[]>(page_size);
  std::uint32_t& code = pages_[page][owner % page_size];
  if (code == absent) ++size_;
  code = code_for(value);
}

std::uint32_t PropertyColumn::code_for(const Value& value) {
  const auto fresh = static_cast<std::uint32_t>(dictionary_.size());
  if (is_indexed(value)) {
    if (dictionary_.size() * 2 > table_.size()) grow_table();
    std::size_t place = hash_value(value) & (table_.size() - 1);
    for (; table_[place] != 0; place = (place + 1) & (table_.size() - 1)) {
      const Value& known = dictionary_[table_[place]];
      if (known.kind() == value.kind() && equivalent(known, value)) return table_[place];
    }
    table_[place] = fresh;
  }
  dictionary_.push_back(value);
  return fresh;
}

void PropertyColumn::grow_table() {
  table_.assign(table_.size() * 2, 0);
  for (std::uint32_t code = 1; code < dictionary_.size(); ++code) {
    if (!is_indexed(dictionary_[code])) continue;
    std::size_t place = hash_value(dictionary_[code]) & (table_.size() - 1);
    while (table_[place] != 0) place = (place + 1) & (table_.size() - 1);
    table_[place] = code;
  }
}

std::vector<std::uint32_t> PropertyColumn::codes_of(const Value& value) const {
  std::vector<std::uint32_t> codes;
  if (!is_indexed(value)) {
    for (std::uint32_t code = 1; code < dictionary_.size(); ++code)
      if (equals(dictionary_[code], value) == true) codes.push_back(code);
    return codes;
  }
  std::size_t place = hash_value(value) & (table_.size() - 1);
  for (; table_[place] != 0; place = (place + 1) & (table_.size() - 1))
    if (equals(dictionary_[table_[place]], value) == true) codes.push_back(table_[place]);
  return codes;
}

const PropertyColumn::Index& PropertyColumn::index() const {
  std::call_once(index_->owners_built, [this] {
    std::vector<std::uint32_t> begins(dictionary_.size() + 1);
    const auto each_owner = [this](auto visit) {
      for (std::uint32_t page = 0; page < pages_.size(); ++page)
        for (std::uint32_t at = 0; pages_[page] != nullptr && at < page_size; ++at)
          if (const std::uint32_t code = pages_[page][at]; code != absent) visit(page * page_size + at, code);
    };
    each_owner([&](std::uint32_t, std::uint32_t code) { ++begins[code + 1]; });
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    index_->owners.resize(size_);
    index_->begins = begins;
    each_owner([&](std::uint32_t owner, std::uint32_t code) { index_->owners[begins[code]++] = owner; });
  });
  return *index_;
}

std::span<const std::uint32_t> PropertyColumn::owners(std::uint32_t code) const {
  const Index& built = index();
  return std::span(built.owners).subspan(built.begins[code], built.begins[code + 1] - built.begins[code]);
}

std::span<const std::uint32_t> PropertyColumn::ordered_codes() const {
  std::call_once(index_->order_built, [this] {
    index_->order.resize(dictionary_.size() - 1);
    std::iota(index_->order.begin(), index_->order.end(), 1U);
    std::ranges::sort(index_->order,
                      [this](std::uint32_t a, std::uint32_t b) { return order(dictionary_[a], dictionary_[b]) < 0; });
  });
  return index_->order;
}

}  // namespace diurna::cypher
