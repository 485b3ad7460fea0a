// What the words around a name say of its type.
#pragma once

#include "mentions/name_finder.hpp"

namespace diurna::detail {

/// A title or a person's noun before the name, an age or "who" behind it.
[[nodiscard]] bool speaks_of_person(const MentionContext& context, TokenRange name);
/// "in Waterville, Maine": the name stands before a comma and a known state or country.
[[nodiscard]] bool speaks_of_place(const MentionContext& context, TokenRange name);

}  // namespace diurna::detail
