/// \file
/// A problem whose answer is at hand, in the solver's terms: where every analysis upon an answer
/// begins. The model and the multipliers are made once and serve them all.
///
/// Losses are those of loss_model.h. A share of loss is of the gain over the locked sites where
/// the objective is a maximum, else of the objective, as in `SitingAnswer::gap_share`.
#pragma once

#include "planner/siting/loss_model.h"
#include "planner/siting/siting_answer.h"
#include "planner/siting/siting_rules.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

/// The problem, rules and objective behind an answer; they outlive what is made of them.
struct AnsweredProblem {
  const SitingProblem& problem;
  const SitingRules& rules;
  const SitingObjective& objective;
  const SitingAnswer& answer;
};

struct SolvedPlan {
  AnsweredProblem of;
  ChoiceRules rules;
  LossModel model = {};
  std::vector<SiteColumn> open = {};     ///< of the answer, ascending
  double loss = 0;                       ///< of it
  double bound = 0;                      ///< no choice loses less
  double total = 0;                      ///< of a maximum: what nothing lost would come to
  double base = 0;                       ///< what shares of loss are of; not negative
  double tolerance = 0;                  ///< losses that differ by no more differ by round-off
  std::vector<double> multipliers = {};  ///< good ones for the Lagrangian relaxation, by row

  [[nodiscard]] double objective_of(double loss) const;
  /// What this much more loss than the answer's is as a share.
  [[nodiscard]] double share_of(double more_loss) const;
  /// The greatest loss of a plan that loses at most this share against the answer.
  [[nodiscard]] double loss_within(double share) const;
  /// Locked sites and these, by id.
  [[nodiscard]] std::vector<SiteIdx> sites_of(const std::vector<SiteColumn>& columns) const;
};

/// A stopped signal leaves the multipliers weaker, and nothing else. Complexity: of a linear
/// relaxation and a Lagrangian bound, a part of solving the problem.
/// Throws UsageError for an objective without a loss model and an answer without sites.
SolvedPlan make_solved_plan(const AnsweredProblem& of, const StopSignal& signal);

/// Throws UsageError unless the objective is cover, gradual, median or facility.
void check_has_loss_model(const SitingObjective& objective);

/// Throws UsageError for a share that is not within 0 .. 1, 1 left out.
void check_loss_share(double share);

}  // namespace pahunch
