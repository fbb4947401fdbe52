#include "sim/statistics/stopping.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "geo/base/error.h"

namespace pahunch {

StoppingPlan make_doubling_plan(const LookRange& range, double half_width, double level) {
  if (range.first < 2 || range.first > range.last) {
    throw ConfigError({.what = fmt::format("looks from {} to {} replicates cannot be scheduled",
                                           range.first, range.last),
                       .why = "an interval needs 2 replicates, and the last look ends the run",
                       .hint = "give a first look of 2 or more, and a last one not before it"});
  }
  if (!(half_width > 0)) {
    throw ConfigError({.what = fmt::format("no run reaches a half-width of {}", half_width),
                       .hint = "give a half-width above 0, or the number of replicates"});
  }
  StoppingPlan plan = {.looks = {}, .half_width = half_width, .level = level};
  for (std::uint64_t n = range.first; n < range.last; n *= 2) plan.looks.push_back(n);
  plan.looks.push_back(range.last);
  return plan;
}

double look_level(const StoppingPlan& plan) {
  return 1 - (1 - plan.level) / static_cast<double>(plan.looks.size());
}

bool should_stop(const StoppingPlan& plan, const Estimate& estimate) {
  assert(std::find(plan.looks.begin(), plan.looks.end(), estimate.n) != plan.looks.end());
  return estimate.n == plan.looks.back() || estimate.half_width() <= plan.half_width;
}

}  // namespace pahunch
