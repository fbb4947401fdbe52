#include "planner/report/coverage_curve.h"

#include <algorithm>
#include <set>

namespace pahunch {
namespace {

constexpr int kSteps = 24;  ///< to the largest band: 5 minutes of 120

std::vector<double> make_minutes(const std::vector<double>& limits_min) {
  std::set<double> minutes(limits_min.begin(), limits_min.end());
  for (int i = 0; i <= 2 * kSteps; ++i) minutes.insert(i * limits_min.back() / kSteps);
  return {minutes.begin(), minutes.end()};
}

std::vector<Women> count_within(const std::vector<double>& minutes, const SetReach& reach,
                                const WomenBySettlement& women) {
  std::vector<TravelTime> limits;
  limits.reserve(minutes.size());
  for (const double limit : minutes) limits.push_back(TravelTime::from_minutes(limit));
  std::vector<Women> within(limits.size());
  for (const SettlementIdx at : indices(women)) {
    const auto first = std::ranges::lower_bound(limits, reach[at].time);
    if (reach[at].time.reachable() && first != limits.end()) {
      within[static_cast<std::size_t>(first - limits.begin())] += women[at];
    }
  }
  for (std::size_t i = 1; i < within.size(); ++i) within[i] += within[i - 1];
  return within;
}

}  // namespace

CoverageCurve make_coverage_curve(const CoverageResult& coverage) {
  CoverageCurve curve;
  curve.minutes = make_minutes(coverage.bands.limits_min());
  for (const SetCoverage& set : coverage.sets) {
    curve.within.push_back(count_within(curve.minutes, set.reach, coverage.women));
  }
  return curve;
}

}  // namespace pahunch
