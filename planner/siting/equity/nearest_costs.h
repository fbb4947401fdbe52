/// \file
/// What the nearest open site costs each point, and the sums over the worst-off that follow.
#pragma once

#include <cstdint>
#include <vector>

#include "planner/siting/choice_rules.h"

namespace pahunch {

/// The sum of cost over the worst-off weight, and the cost at which that weight is full (the value
/// at risk): the least of those that do.
struct WorstSum {
  double sum = 0;
  double threshold = 0;
};

struct WeightedCost {
  double cost = 0;
  std::int64_t weight = 0;
};

/// The last of the worst-off counts in part. Precondition: the items weigh no less together.
WorstSum sum_worst(std::vector<WeightedCost> items, std::int64_t weight);

class NearestCosts {
 public:
  /// Pairs beyond the limit count as missing. Both must outlive it.
  NearestCosts(const SitingProblem& problem, const ChoiceRules& rules, double limit)
      : problem_(problem), rules_(rules), limit_(limit) {}

  /// By demand point; infinity: none. Locked sites are open.
  [[nodiscard]] std::vector<double> of(const std::vector<SiteColumn>& open) const;

  [[nodiscard]] WorstSum worst_of(const std::vector<SiteColumn>& open, std::int64_t weight) const;

  /// The distinct costs that a point with weight can have, ascending.
  [[nodiscard]] std::vector<double> distinct() const;

 private:
  const SitingProblem& problem_;
  const ChoiceRules& rules_;
  double limit_;
};

}  // namespace pahunch
