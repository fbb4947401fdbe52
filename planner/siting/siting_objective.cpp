#include "planner/siting/siting_objective.h"

#include <algorithm>
#include <cmath>

#include "geo/base/error.h"

namespace pahunch {

std::int64_t target_weight(double target, std::int64_t total) {
  constexpr double kSlack = 1e-9;
  const auto whole = static_cast<double>(total);
  return std::min(total, static_cast<std::int64_t>(std::ceil(target * whole - kSlack * whole)));
}

std::int64_t worst_weight(double share, std::int64_t total) {
  return std::min(total, std::max(std::int64_t{1}, target_weight(share, total)));
}

double share_at(const SitingObjective& objective, double cost) {
  if (objective.kind != ObjectiveKind::kGradual) return cost <= objective.limit ? 1 : 0;
  const auto step = std::ranges::find_if(objective.steps,
                                         [&](const CoverStep& item) { return cost <= item.limit; });
  return step == objective.steps.end() ? 0 : step->share;
}

void check_objective(const SitingObjective& objective) {
  if (std::isnan(objective.limit) || objective.limit < 0) {
    throw UsageError({.what = "the limit is negative or no number"});
  }
  if (!(objective.target >= 0 && objective.target <= 1)) {
    throw UsageError({.what = "the target is not within 0 .. 1",
                      .hint = "give the share of the weight to cover, such as 0.95"});
  }
  if (!(objective.worst > 0 && objective.worst <= 1)) {
    throw UsageError({.what = "the worst-off share is not above 0 and up to 1",
                      .hint = "give a share of the weight, such as 0.1"});
  }
  if (objective.kind != ObjectiveKind::kGradual) return;
  CoverStep before = {.limit = -1, .share = 1};
  for (const CoverStep& step : objective.steps) {
    const bool fits = step.limit > before.limit && step.share >= 0 && step.share <= before.share;
    if (!fits) {
      throw UsageError({.what = "the steps do not rise in cost and fall in share within 0 .. 1",
                        .hint = "such as 30:1,60:0.5,90:0.2"});
    }
    before = step;
  }
  if (objective.steps.empty()) {
    throw UsageError({.what = "gradual covering needs steps", .hint = "such as 30:1,60:0.5"});
  }
}

}  // namespace pahunch
