#include "linguistics/name_decoder.hpp"

#include <doctest/doctest.h>

namespace {

using namespace diurna::detail;
using diurna::EntityType;
using Position = NameTag::Position;

const std::vector<NameTag> tags = {{},
                                   {Position::begin, EntityType::person},
                                   {Position::inside, EntityType::person},
                                   {Position::end, EntityType::person},
                                   {Position::single, EntityType::person},
                                   {Position::begin, EntityType::org},
                                   {Position::inside, EntityType::org},
                                   {Position::end, EntityType::org},
                                   {Position::single, EntityType::org}};

std::string decoded(const std::vector<std::vector<float>>& rows) {
  std::vector<std::span<const float>> scores(rows.begin(), rows.end());
  std::string out;
  for (const DecodedName& name : NameDecoder(tags)(scores)) {
    out += std::string(diurna::to_text(name.type)) + " " + std::to_string(name.begin) + "-" + std::to_string(name.end) +
           ";";
    CHECK(name.score > 0.0);
    CHECK(name.score <= 1.0);
  }
  return out;
}

/// A row that prefers one tag.
std::vector<float> prefers(std::size_t tag) {
  std::vector<float> row(tags.size(), 0.0f);
  row[tag] = 5.0f;
  return row;
}

}  // namespace

TEST_CASE("names of several words and of one are read") {
  CHECK(decoded({prefers(1), prefers(2), prefers(3), prefers(0), prefers(8)}) == "PERSON 0-3;ORG 4-5;");
  CHECK(decoded({prefers(4), prefers(4)}) == "PERSON 0-1;PERSON 1-2;");
  CHECK(decoded({prefers(0)}) == "");
  CHECK(NameDecoder(tags)({}).empty());
}

TEST_CASE("a sequence that is not well formed is mended") {
  CHECK(decoded({prefers(1), prefers(7)}).size() > 0);
  CHECK(decoded({prefers(2)}) == "");
  CHECK(decoded({prefers(1)}) == "");
}
