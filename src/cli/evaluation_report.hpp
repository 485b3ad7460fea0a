// An evaluation as a table for people and as JSON.
#pragma once

#include <cstddef>
#include <iosfwd>

#include "diurna/pipeline/evaluation.hpp"

namespace diurna::cli {

/// What a report shows besides the totals.
struct ReportOptions {
  bool by_type = false;
  std::size_t mistakes = 0;  ///< As many, spread evenly over all.
};

void write_evaluation_table(std::ostream& out, const Evaluation& evaluation, const ReportOptions& options);
void write_evaluation_json(std::ostream& out, const Evaluation& evaluation, const ReportOptions& options);

}  // namespace diurna::cli
