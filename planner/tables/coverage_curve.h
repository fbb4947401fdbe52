/// \file
/// Women within every few minutes under each set: the curve on which the bands' limits are points.
#pragma once

#include <vector>

#include "geo/coverage/run_coverage.h"
#include "geo/io/table.h"
#include "planner/study/study.h"

namespace pahunch {

struct CoverageCurve {
  std::vector<double> minutes;             ///< ascending, from 0; inclusive
  std::vector<std::vector<Women>> within;  ///< by set, one a limit of `minutes`
};

/// Up to twice the largest band, in steps of a 24th of it, and at every limit of a band.
CoverageCurve make_coverage_curve(const CoverageResult& coverage);

/// "coverage_curve": a row a limit, with a column of all and one of rural women a set.
Table make_coverage_curve_table(const Study& study, const CoverageResult& coverage);

}  // namespace pahunch
