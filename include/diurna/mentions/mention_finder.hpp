/// Document + Syntax → Mentions: names, nominals, pronouns, times, quantities, and the chains that join them.
///
///     const diurna::MentionFinder finder = diurna::MentionFinder::load();
///     const diurna::Mentions mentions = finder(document, syntax);
///
/// The gazetteers are loaded once and shared; finding is const, thread-safe and linear but for coreference,
/// which looks back over a bounded window.
#pragma once

#include <memory>

#include "diurna/linguistics/syntax.hpp"
#include "diurna/mentions/gazetteer.hpp"
#include "diurna/mentions/mentions.hpp"
#include "diurna/text/document.hpp"

namespace diurna {

class MentionFinder {
 public:
  [[nodiscard]] static MentionFinder load();
  [[nodiscard]] Mentions operator()(const Document& document, const Syntax& syntax) const;
  [[nodiscard]] const Gazetteer& gazetteer() const& { return gazetteer_; }

 private:
  explicit MentionFinder(Gazetteer gazetteer);

  struct Words;
  Gazetteer gazetteer_;
  std::shared_ptr<const Words> words_;
};

}  // namespace diurna
