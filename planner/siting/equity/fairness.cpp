#include "planner/siting/equity/fairness.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/base/error.h"
#include "planner/siting/equity/area_cover.h"
#include "planner/siting/siting_objective.h"

namespace pahunch {
namespace {

double share(const CoveredAreas& of, std::size_t area) {
  return static_cast<double>(of.covered[area]) / static_cast<double>(of.weight[area]);
}

double gini_by_pairs(const CoveredAreas& of) {
  double differences = 0, total = 0, covered = 0;
  for (std::size_t a = 0; a < of.weight.size(); ++a) {
    total += static_cast<double>(of.weight[a]);
    covered += static_cast<double>(of.covered[a]);
    for (std::size_t b = 0; b < a; ++b) {
      if (of.weight[a] == 0 || of.weight[b] == 0) continue;
      differences += static_cast<double>(of.weight[a]) * static_cast<double>(of.weight[b]) *
                     std::abs(share(of, a) - share(of, b));
    }
  }
  return covered == 0 ? 0 : differences / total / covered;
}

void require_share(std::optional<double> value, const char* what) {
  if (!value || (*value >= 0 && *value <= 1)) return;
  throw UsageError(
      {.what = fmt::format("{} is not within 0 .. 1", what), .hint = "give a share such as 0.25"});
}

}  // namespace

std::vector<double> CoveredAreas::shares() const {
  std::vector<double> shares;
  for (std::size_t area = 0; area < weight.size(); ++area) {
    shares.push_back(weight[area] == 0 ? 0 : share(*this, area));
  }
  return shares;
}

double CoveredAreas::least_share() const {
  double least = 1;
  for (std::size_t area = 0; area < weight.size(); ++area) {
    if (weight[area] > 0) least = std::min(least, share(*this, area));
  }
  return least;
}

double CoveredAreas::gini() const { return AreaOrder(*this).gini(shares()); }

CoveredAreas cover_areas(const SitingProblem& problem, const std::vector<DemandArea>& areas,
                         double limit, const std::vector<SiteIdx>& sites) {
  std::vector<bool> is_covered(problem.weights.size(), false);
  for (const SiteIdx site : sites) {
    for (const DemandCost& item : problem.reach.of(site)) {
      if (item.cost <= limit) is_covered[item.demand.value()] = true;
    }
  }
  CoveredAreas found;
  for (const DemandArea& area : areas) {
    found.covered.push_back(0);
    found.weight.push_back(0);
    for (const DemandIdx at : area.points) {
      found.weight.back() += problem.weights[at];
      if (is_covered[at.value()]) found.covered.back() += problem.weights[at];
    }
  }
  return found;
}

std::vector<std::int64_t> weights_owed(const CoveredAreas& areas, double least_share) {
  std::vector<std::int64_t> owed;
  for (const std::int64_t weight : areas.weight) {
    owed.push_back(target_weight(least_share, weight));
  }
  return owed;
}

void check_fairness(const SitingProblem& problem, const Fairness& fairness) {
  require_share(fairness.least_share, "the least share of each area");
  require_share(fairness.most_gini, "the largest Gini coefficient");
  std::vector<bool> is_taken(problem.weights.size(), false);
  for (const DemandArea& area : fairness.areas) {
    for (const DemandIdx at : area.points) {
      if (is_taken[at.value()]) {
        throw DataError({.what = "a demand point is in two areas",
                         .where = fmt::format("area '{}'", area.name),
                         .hint = "give each point one area"});
      }
      is_taken[at.value()] = true;
    }
  }
}

std::optional<std::string> find_unfair(const CoveredAreas& coverage, const Fairness& fairness) {
  constexpr double kTolerance = 1e-9;
  for (std::size_t area = 0; fairness.least_share && area < coverage.weight.size(); ++area) {
    if (coverage.covered[area] < target_weight(*fairness.least_share, coverage.weight[area])) {
      return fmt::format("area '{}' is covered too little", fairness.areas[area].name);
    }
  }
  if (!fairness.most_gini) return std::nullopt;
  const double gini = gini_by_pairs(coverage);
  if (gini <= *fairness.most_gini + kTolerance) return std::nullopt;
  return fmt::format("the Gini coefficient is {}", gini);
}

}  // namespace pahunch
