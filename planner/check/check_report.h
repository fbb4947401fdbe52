/// \file
/// What is suspicious about a dataset, gathered for `check`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/coverage/women.h"
#include "geo/io/table.h"
#include "geo/model/boundary_quality.h"
#include "geo/network/components.h"
#include "planner/study/self_check.h"
#include "planner/study/study.h"

namespace pahunch {

struct LevelTotals {
  AreaLevel level = AreaLevel::kDistrict;
  std::size_t n_areas = 0;
  std::size_t n_empty = 0;  ///< without any settlement
  Women women = {};
  Women unassigned = {};  ///< in no area of this level
};

/// Settlements by the straight distance to the road they use.
struct SnapBin {
  std::optional<double> up_to_m = {};  ///< inclusive; none: farther
  std::size_t n_settlements = 0;
  Women women = {};
};

/// Settlements at the same place, to a metre.
struct DuplicatePlace {
  Xy at = {};
  std::vector<SettlementIdx> settlements = {};
};

struct CheckReport {
  const Study& study;
  std::vector<LevelTotals> levels = {};
  std::vector<BoundaryQuality> boundaries = {};
  Women women = {};
  Components components = {};  ///< strong, of the road network
  double network_km = 0;
  std::vector<LinkIdx> islands = {};  ///< links outside the main component
  double islands_km = 0;
  std::size_t n_on_islands = 0;  ///< settlements whose only roads are islands
  Women on_islands = {};
  std::vector<SnapBin> snaps = {};
  std::size_t n_off_network = 0;
  Women off_network = {};
  std::vector<DuplicatePlace> duplicates = {};
  std::vector<LinkIdx> dead_end_bridges = {};
  CentreChecks centres = {};
};

/// The study must outlive the report. Travels as the scenario says.
CheckReport make_check_report(const Study& study, Progress& progress);

std::string check_text(const CheckReport& report);
std::string check_json(const CheckReport& report);

/// The suspicious features as point and line layers; kinds of which there are none are left out.
std::vector<Table> check_tables(const CheckReport& report);

}  // namespace pahunch
