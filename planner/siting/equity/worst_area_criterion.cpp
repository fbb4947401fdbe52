#include <algorithm>
#include <cmath>

#include "planner/siting/equity/fairest.h"
#include "planner/siting/equity/second_criterion.h"

namespace pahunch {
namespace {

/// That the least share is large is a floor for each area.
class WorstAreaCriterion final : public SecondCriterion {
 public:
  explicit WorstAreaCriterion(const FrontProblem& front)
      : front_(front),
        rules_(front.rules),
        model_(make_area_cover(front.problem, front.rules, front.cover.limit, front.areas)) {}

  [[nodiscard]] double of(const std::vector<SiteColumn>& open) const override {
    return -coverage_of(model_, open).least_share();
  }

  [[nodiscard]] Solution most_covered(const std::vector<SiteColumn>& start,
                                      const StopSignal& signal) override {
    return solve_loss(make_loss_model(front_.problem, front_.cover, rules_), rules_,
                      {.start = start}, signal);
  }

  [[nodiscard]] Solution best(const std::vector<SiteColumn>& start,
                              const StopSignal& signal) override {
    const double most = bound_floor(model_, rules_, signal);
    const Fairest found = find_largest_floor(model_, rules_, start, signal);
    return {.open = found.open,
            .loss = -found.value,
            .bound = found.is_proven ? -found.value : -std::max(most, found.value)};
  }

  [[nodiscard]] Solution least_lost(double most, const std::vector<SiteColumn>& start, double least,
                                    const StopSignal& signal) override {
    const FairLimits limits = {.owed = owed_from(model_.locked.weight, -most)};
    return solve_fair(model_, rules_, limits, {.start = start, .least_loss = least}, signal);
  }

 private:
  FrontProblem front_;
  const ChoiceRules& rules_;
  AreaCover model_;
};

}  // namespace

std::unique_ptr<SecondCriterion> make_worst_area_criterion(const FrontProblem& front) {
  return std::make_unique<WorstAreaCriterion>(front);
}

}  // namespace pahunch
