#include "graph/contributions.hpp"

#include <algorithm>
#include <iterator>

namespace diurna::detail {
namespace {

/// Whether a contribution stands before (document, origin) in a list.
bool stands_before(const ContributionView& view, std::uint32_t document, std::uint32_t origin) {
  if (view.document() != document) return view.document() > document;
  return view.origin() < origin;
}

/// `known` and `more` together; true when that is more than `known`.
bool united(const ContributionView& known, const Contribution& more, Contribution& out) {
  const auto statements = known.statements();
  std::set_union(statements.begin(), statements.end(), more.statements.begin(), more.statements.end(),
                 std::back_inserter(out.statements));
  std::vector<EvidenceRow> evidence;
  for (std::size_t i = 0; i < known.evidence_count(); ++i) evidence.push_back(known.evidence(i));
  std::set_union(evidence.begin(), evidence.end(), more.evidence.begin(), more.evidence.end(),
                 std::back_inserter(out.evidence));
  return out.statements.size() > statements.size() || out.evidence.size() > evidence.size();
}

}  // namespace

Offset ContributionStore::store(const Contribution& contribution, Offset next) {
  const std::size_t size = ContributionView::header_words + contribution.statements.size() +
                           ContributionView::evidence_words * contribution.evidence.size();
  const Offset offset = words_.allocate(size);
  std::uint32_t* word = words_.at(offset);
  *word++ = next;
  *word++ = contribution.document;
  *word++ = contribution.origin;
  *word++ = static_cast<std::uint32_t>(contribution.statements.size());
  *word++ = static_cast<std::uint32_t>(contribution.evidence.size());
  word = std::copy(contribution.statements.begin(), contribution.statements.end(), word);
  for (const EvidenceRow& row : contribution.evidence) {
    for (const std::uint32_t number : {row.begin, row.end, row.sentence, row.manner}) *word++ = number;
  }
  return offset;
}

Growth ContributionStore::unite(Offset& head, const Contribution& more, Offset& behind) {
  Offset here = behind == 0 ? head : at(behind).next();
  while (here != 0 && stands_before(at(here), more.document, more.origin)) {
    behind = here;
    here = at(here).next();
  }
  const auto has_document = [&](Offset offset) { return offset != 0 && at(offset).document() == more.document; };
  const bool new_document = !has_document(behind) && !has_document(here);
  Offset added = 0;
  if (has_document(here) && at(here).origin() == more.origin) {
    Contribution all{.document = more.document, .origin = more.origin, .statements = {}, .evidence = {}};
    if (!united(at(here), more, all)) return {};
    added = store(all, at(here).next());
  } else {
    added = store(more, here);
  }
  if (behind == 0) {
    head = added;
  } else {
    link(behind, added);
  }
  return {.is_new = true, .new_document = new_document};
}

bool ContributionStore::contains(Offset head, std::uint32_t document, std::uint32_t origin) const {
  while (head != 0 && stands_before(at(head), document, origin)) head = at(head).next();
  return head != 0 && at(head).document() == document && at(head).origin() == origin;
}

}  // namespace diurna::detail
