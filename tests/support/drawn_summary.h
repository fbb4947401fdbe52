/// \file
/// The summary of the drawn study, with everything that it refers to.
#pragma once

#include "planner/summary/run_summary.h"
#include "tests/support/drawn_study.h"

namespace pahunch::test {

/// Of the study as it stands; nothing moves once it is made.
class DrawnSummary {
 public:
  explicit DrawnSummary(const DrawnStudy& drawn)
      : coverage_(drawn.coverage()), checks_(check_centres(*drawn.model())) {
    SilentProgress silent;
    summary_.emplace(
        RunSummary{drawn.study, coverage_, checks_, make_headline(coverage_),
                   compute_variants(drawn.study, *drawn.model(), silent),
                   find_worst_areas(coverage_, coverage_.sets.back(), drawn.study.dataset, 10)});
  }
  DrawnSummary(const DrawnSummary&) = delete;
  DrawnSummary& operator=(const DrawnSummary&) = delete;

  [[nodiscard]] const RunSummary& get() const { return *summary_; }

 private:
  CoverageResult coverage_;
  CentreChecks checks_;
  std::optional<RunSummary> summary_;
};

}  // namespace pahunch::test
