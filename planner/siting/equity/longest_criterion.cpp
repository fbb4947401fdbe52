#include <algorithm>

#include "planner/siting/equity/nearest_costs.h"
#include "planner/siting/equity/second_criterion.h"
#include "planner/siting/solve_cover.h"

namespace pahunch {
namespace {

/// That the longest is short is that every point is reached within it, so that each level is a
/// covering whose points must all be reached.
class LongestCriterion final : public SecondCriterion {
 public:
  explicit LongestCriterion(const FrontProblem& front)
      : front_(front), nearest_(front.problem, front.rules, kInfinity) {}

  [[nodiscard]] double of(const std::vector<SiteColumn>& open) const override {
    return nearest_.worst_of(open, 1).threshold;
  }

  [[nodiscard]] Solution most_covered(const std::vector<SiteColumn>& start,
                                      const StopSignal& signal) override {
    return least_lost(kInfinity, start, 0, signal);
  }

  [[nodiscard]] Solution best(const std::vector<SiteColumn>& /*start*/,
                              const StopSignal& signal) override {
    return solve_centre(front_.problem, front_.rules, kInfinity, signal);
  }

  [[nodiscard]] Solution least_lost(double most, const std::vector<SiteColumn>& start, double least,
                                    const StopSignal& signal) override {
    Solution found = solve_loss(front_.lost_within(most), front_.rules, {.start = start}, signal);
    found.bound = std::max(found.bound, least);
    return found;
  }

 private:
  FrontProblem front_;
  NearestCosts nearest_;
};

}  // namespace

LossModel FrontProblem::lost_within(double limit) const {
  const double covers = cover.limit;
  return make_loss_model(problem, limit, rules,
                         [=](double cost) { return cost > covers ? 1.0 : 0.0; });
}

std::unique_ptr<SecondCriterion> make_longest_criterion(const FrontProblem& front) {
  return std::make_unique<LongestCriterion>(front);
}

}  // namespace pahunch
