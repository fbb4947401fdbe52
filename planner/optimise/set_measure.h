/// \file
/// How a set of open centres does, for many sets of the same sites: each site's times are asked
/// once.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "geo/base/progress.h"
#include "planner/optimise/study_problem.h"

namespace pahunch {

struct SetMeasure {
  Persons within = 0;                       ///< women within the limit, inclusive
  std::optional<double> mean_min, p90_min;  ///< over the women who reach a centre at all
  AreaIdx worst_district = {};              ///< where the smallest share is within the limit
  double worst_share = 1;                   ///< there, 0 to 1
};

/// Memory: 4 bytes a settlement and site.
class SetMeasurer {
 public:
  struct Options {
    TravelTime limit;
    WomenCounted counted = WomenCounted::kRural;
  };
  /// Of all sets `always` is open.
  SetMeasurer(const Study& study, const TravelModel& model, std::span<const CentreIdx> always,
              const Options& options);

  /// Asks for the times of sites that are new to it.
  void learn(std::span<const CentreIdx> sites, Progress& progress);
  /// Precondition: it has learnt the sites. May be called from several threads.
  [[nodiscard]] SetMeasure measure(std::span<const CentreIdx> sites) const;

 private:
  using Times = std::vector<TravelTime>;  ///< by settlement

  [[nodiscard]] Times nearest(std::span<const CentreIdx> sites) const;
  void find_worst_district(const Times& times, SetMeasure& measure) const;

  const Study& study_;
  const TravelModel& model_;
  Options options_;
  std::vector<Persons> women_;  ///< by settlement, those counted
  Times always_;
  std::map<CentreIdx, Times> times_;
};

}  // namespace pahunch
