// What every part of the mentions stage reads.
#pragma once

#include "diurna/linguistics/syntax.hpp"
#include "diurna/mentions/gazetteer.hpp"
#include "diurna/text/document.hpp"
#include "mentions/mention_words.hpp"
#include "mentions/token_forms.hpp"

namespace diurna::detail {

struct MentionContext {
  const Document& document;
  const Syntax& syntax;
  const Gazetteer& gazetteer;
  const MentionWords& words;
  const TokenForms& forms;
};

}  // namespace diurna::detail
