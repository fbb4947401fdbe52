#include "planner/tables/coverage_curve.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

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

Table make_coverage_curve_table(const Study& study, const CoverageResult& coverage) {
  const CoverageCurve curve = make_coverage_curve(coverage);
  using At = std::size_t;
  TableSpec<At> spec;
  spec.add(real_column("minutes", "min", "to the nearest centre, at most"),
           [&curve](At at) { return Cell(curve.minutes[at]); });
  for (std::size_t set = 0; set < coverage.sets.size(); ++set) {
    const auto& within = curve.within[set];
    spec.add(integer_column("women_" + coverage.sets[set].name, "women", "within the minutes"),
             [&within](At at) { return count_cell(within[at].all); });
    spec.add(integer_column("rural_" + coverage.sets[set].name, "women", "rural, within them"),
             [&within](At at) { return count_cell(within[at].rural); });
  }
  spec.add(modelled_column(study.dataset), [&study](At) { return modelled_cell(study.dataset); });
  std::vector<At> rows(curve.minutes.size());
  std::iota(rows.begin(), rows.end(), At{0});
  return spec.make("coverage_curve", rows);
}

}  // namespace pahunch
