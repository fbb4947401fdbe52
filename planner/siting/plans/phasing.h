/// \file
/// An order in which to open the sites of a plan, such that what is open after each step is near
/// the best that so many sites could do (phased roll-out).
///
/// Two ways are tried, and the one whose largest gap is smaller is taken, the first in a tie:
/// - within: an order of the best set of the largest size. Up to 14 new sites it is the order with
///   the smallest largest gap of all, by dynamic programming over the subsets; beyond, the greedy
///   order, bettered by moving single sites while that makes the largest gap smaller, for which
///   nothing is guaranteed but that each gap stated is true;
/// - forward: each step opens the site that gains most; the last set need not be the best.
/// Upper limits of the rules hold in every prefix, lower ones only where the last set keeps them.
#pragma once

#include <optional>
#include <vector>

#include "planner/siting/plans/siting_curve.h"

namespace pahunch {

enum class PhasingWay : std::uint8_t { kWithin, kForward };

struct PhasingStep {
  SiteIdx site;
  double objective =
      0;            ///< of the locked sites and those opened so far; infinity: unreached points
  double best = 0;  ///< the bound of the best of this size, so that gaps are never too small
  double gap = 0;   ///< between them; infinity where points are unreached
  double gap_share = 0;  ///< of the best gain over the locked sites where covering, else of `best`
  /// No answer of this size is known: `best` and the gaps are 0 and do not count.
  bool has_no_best = false;
};

struct Phasing {
  PhasingWay way = PhasingWay::kWithin;
  std::vector<PhasingStep> steps = {};
  double largest_gap_share = 0;
  double price_of_ordering = 0;  ///< `gap` of the last step
  bool is_best_order = false;    ///< of the last set, by dynamic programming
};

/// Phases the largest size of the curve that has an answer. Precondition: the curve is of the same
/// problem, rules and objective (cover, gradual, median or facility). A stop leaves the greedy
/// order; nothing is lost. Complexity of the exact order: O(2^p x rows of a site).
Phasing phase_opening(const SitingProblem& problem, const SitingRules& rules,
                      const SitingObjective& objective, const SitingCurve& curve,
                      const SolveLimits& limits);

}  // namespace pahunch
