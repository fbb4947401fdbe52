/// \file
/// What the tests of the plans share: objectives, and a problem of a district's shape.
#pragma once

#include "tests/planner/siting/random_siting.h"

namespace pahunch::test {

/// Those that the loss model stands for and that gain by more sites.
inline std::vector<SitingObjective> plan_objectives() {
  return {{.kind = ObjectiveKind::kCover, .limit = 2.5},
          {.kind = ObjectiveKind::kGradual, .steps = {{1, 1}, {3, 0.5}, {4, 0.3}}},
          {.kind = ObjectiveKind::kMedian}};
}

/// Points and sites strewn over a square, each point reached by some `n_near` sites on average.
inline SitingProblem strewn_problem(std::size_t n_sites, std::size_t n_locked, std::size_t n_demand,
                                    double n_near) {
  SitingDice dice(1);
  const auto share = [&] { return static_cast<double>(dice.below(1'000'000)) / 1e6; };
  const double limit = std::sqrt(n_near / (3.14159 * static_cast<double>(n_sites)));
  SitingProblem problem;
  std::vector<std::pair<double, double>> places;
  for (std::size_t i = 0; i < n_sites; ++i) {
    Site site = {.id = std::to_string(100'000 + i)};
    if (i < n_locked) site.status = SiteStatus::kLocked;
    problem.sites.push_back(site);
    places.emplace_back(share(), share());
  }
  std::vector<ReachPair> pairs;
  for (std::size_t i = 0; i < n_demand; ++i) {
    problem.weights.push_back(static_cast<std::int64_t>(1 + dice.below(1000)));
    const double x = share(), y = share();
    for (std::size_t j = 0; j < n_sites; ++j) {
      const double away = std::hypot(places[j].first - x, places[j].second - y) / limit;
      if (away <= 1) pairs.push_back({DemandIdx(i), SiteIdx(j), away});
    }
  }
  problem.reach = ReachTable(n_demand, n_sites, pairs);
  return problem;
}

}  // namespace pahunch::test
