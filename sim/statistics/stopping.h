/// \file
/// Stopping as soon as an interval is narrow enough, at scheduled looks only.
///
/// A run that stops when its interval happens to be narrow would hold the truth less often than it
/// says, as every look is one more chance to stop on an unlucky sample. So the looks are fixed
/// beforehand and each interval is computed at 1 - (1 - level) / looks (Bonferroni): then all of
/// them hold together with probability `level`, and so does the one that the run stops at, whatever
/// made it stop. The price: with 5 looks the interval is 31% wider than a fixed sample's.
///
///     const StoppingPlan plan = make_doubling_plan({.first = 100, .last = 1600}, 0.005);
///     … at each of plan.looks: Estimate e = estimate_ratio(totals, look_level(plan));
///     if (should_stop(plan, e)) …
#pragma once

#include <cstdint>
#include <vector>

#include "sim/statistics/estimate.h"

namespace pahunch {

struct StoppingPlan {
  std::vector<std::uint64_t> looks;  ///< numbers of replicates, rising
  double half_width = 0;             ///< narrow enough; in the estimate's unit
  double level = kUsualLevel;        ///< of the interval that the run stops at
};

struct LookRange {
  std::uint64_t first = 100;
  std::uint64_t last = 1600;
};
/// Looks at `first` replicates, twice, four times as many …, and at `last`. Throws ConfigError
/// unless 2 <= first <= last and the half-width is above 0.
StoppingPlan make_doubling_plan(const LookRange& range, double half_width,
                                double level = kUsualLevel);

/// The level to compute every look's interval at; its interval is reported at `plan.level`.
double look_level(const StoppingPlan& plan);

/// At the last look, or where the half-width is reached. Precondition: `estimate` has the n of a
/// look and the level of looks.
bool should_stop(const StoppingPlan& plan, const Estimate& estimate);

}  // namespace pahunch
