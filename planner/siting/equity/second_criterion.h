/// \file
/// What covering is weighed against on a Pareto front. All values are the smaller the better.
#pragma once

#include <memory>

#include "planner/siting/equity/fairness.h"
#include "planner/siting/loss_model.h"
#include "planner/siting/siting_objective.h"
#include "planner/siting/solve_loss.h"

namespace pahunch {

enum class CriterionKind : std::uint8_t {
  kMean,       ///< sum of weight times cost of the nearest site
  kWorstArea,  ///< the least share covered of any area, negative
  kLongest     ///< largest cost of the nearest site
};

class SecondCriterion {
 public:
  SecondCriterion() = default;
  SecondCriterion(const SecondCriterion&) = delete;
  SecondCriterion& operator=(const SecondCriterion&) = delete;
  virtual ~SecondCriterion() = default;

  /// Infinity: it does not serve all points that must be.
  [[nodiscard]] virtual double of(const std::vector<SiteColumn>& open) const = 0;
  /// The least weight not covered at all, which is the loss.
  [[nodiscard]] virtual Solution most_covered(const std::vector<SiteColumn>& start,
                                              const StopSignal& signal) = 0;
  /// The choice with the best value; the loss is the value.
  [[nodiscard]] virtual Solution best(const std::vector<SiteColumn>& start,
                                      const StopSignal& signal) = 0;
  /// The least weight not covered, which is the loss, among choices with no larger value than
  /// `most`. `start`: one of them. `least`: no choice loses less, whatever its value.
  [[nodiscard]] virtual Solution least_lost(double most, const std::vector<SiteColumn>& start,
                                            double least, const StopSignal& signal) = 0;
};

/// The problem of a front; what it refers to must outlive its criterion.
struct FrontProblem {
  const SitingProblem& problem;
  const ChoiceRules& rules;
  const SitingObjective& cover;
  const std::vector<DemandArea>& areas;  ///< of worst-area only

  /// What a choice loses of covering that serves all points within `limit`.
  [[nodiscard]] LossModel lost_within(double limit) const;
};

std::unique_ptr<SecondCriterion> make_mean_criterion(const FrontProblem& front);
std::unique_ptr<SecondCriterion> make_longest_criterion(const FrontProblem& front);
std::unique_ptr<SecondCriterion> make_worst_area_criterion(const FrontProblem& front);

}  // namespace pahunch
