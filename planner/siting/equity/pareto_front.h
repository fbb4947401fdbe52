/// \file
/// What covering costs in a second respect: choices of which none is better in both (Haimes,
/// Lasdon, Wismer 1971, the epsilon-constraint method).
///
///     const ParetoFront front = solve_front(
///         problem, {.n_new = 26}, {.kind = ObjectiveKind::kCover, .limit = 60},
///         {.kind = CriterionKind::kMean, .n_points = 8});
///
/// The first point covers most, and of all that do so has the best second value; the last one has
/// the best second value at all, and of all that do so covers most. Between them the second value
/// may be no worse than levels at equal distances, and each point covers most of what keeps to its
/// level, with a bound. For mean and longest only choices count that serve every point. A level
/// whose best is that of another, or is no better than another in either respect, is dropped and
/// counted.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "planner/siting/equity/second_criterion.h"
#include "planner/siting/solve_siting.h"

namespace pahunch {

struct ParetoOptions {
  CriterionKind kind = CriterionKind::kMean;
  std::size_t n_points = 8;             ///< levels, the two ends among them; at least 2
  std::vector<DemandArea> areas = {};   ///< of worst-area
  SolveLimits limits = {};              ///< for the whole front
  std::function<void()> on_point = {};  ///< told when a level is done
};

struct ParetoPoint {
  std::vector<SiteIdx> sites;  ///< open ones, the locked among them, by id
  double covered = 0;
  double bound = 0;   ///< no choice that keeps to the level covers more
  double second = 0;  ///< as of CriterionKind; of worst-area the share itself
  double level = 0;   ///< the second value was to be no worse than this

  [[nodiscard]] double gap() const { return bound - covered; }
};

struct ParetoFront {
  std::vector<ParetoPoint> points;  ///< from the most covered to the best second value
  std::size_t n_dropped = 0;
  double second_bound = 0;   ///< no choice has a better second value
  bool was_stopped = false;  ///< by time or a word: gaps may be larger, levels may be missing
  std::optional<Infeasibility> infeasible = {};
};

/// Throws as solve_siting does. Every point is reckoned again by other code.
ParetoFront solve_front(const SitingProblem& problem, const SitingRules& rules,
                        const SitingObjective& cover, const ParetoOptions& options);

}  // namespace pahunch
