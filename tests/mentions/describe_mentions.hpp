// One-line dumps of mentions and chains, for tests.
#pragma once

#include <string>

#include "diurna/mentions/mention_finder.hpp"
#include "support/conllu_document.hpp"

namespace diurna::test {

inline const MentionFinder& mention_finder() {
  static const MentionFinder loaded = MentionFinder::load();
  return loaded;
}

struct Found {
  Document document;
  Syntax syntax;
  Mentions mentions;
};

inline Found found(std::string_view conllu) {
  auto [document, syntax] = parsed(conllu);
  Mentions mentions = mention_finder()(document, syntax);
  return {std::move(document), std::move(syntax), std::move(mentions)};
}

/// "[Maduro] [President Nicolás Maduro | he]": every entity's mentions in text order.
inline std::string chains(const Found& found) {
  std::string out;
  for (const Entity& entity : found.mentions.entities()) {
    std::string chain;
    for (const MentionId id : entity.mentions) {
      if (!chain.empty()) chain += " | ";
      chain += found.document.text(found.mentions.mention(id).span);
    }
    out += (out.empty() ? "[" : " [") + chain + "]";
  }
  return out;
}

/// "PERSON Nicolás Maduro; GPE Venezuela": the names with their types.
inline std::string names(const Found& found) {
  std::string out;
  for (const Mention& mention : found.mentions.mentions()) {
    if (mention.kind != MentionKind::name) continue;
    if (!out.empty()) out += "; ";
    out += std::string(to_text(mention.type)) + ' ' + std::string(found.document.text(mention.span));
  }
  return out;
}

}  // namespace diurna::test
