/// \file
/// A scenario: which centres are compared, how she travels, whom we count.
///
/// Every key has a default; the defaults compare the existing with the existing and planned centres
/// of the bundled dataset.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/point.h"
#include "geo/coverage/reach.h"
#include "geo/coverage/women.h"
#include "geo/io/source_home.h"
#include "geo/model/profile.h"
#include "planner/privacy/privacy_settings.h"
#include "planner/scenario/closure_spec.h"
#include "planner/scenario/hazard_settings.h"
#include "planner/scenario/sensitivity_settings.h"

namespace pahunch {

/// A set as written: statuses ("existing") and ids of centres.
struct CentreSetSpec {
  std::string name;
  std::vector<std::string> members;
  friend bool operator==(const CentreSetSpec&, const CentreSetSpec&) = default;
};

/// A place for a centre, new (with a name) or moved.
struct SiteSpec {
  std::string id;
  std::string name;
  LonLat at;
  friend bool operator==(const SiteSpec&, const SiteSpec&) = default;
};

/// Changes to every set but the first.
struct WhatIf {
  std::vector<std::string> add;     ///< ids of the dataset's centres
  std::vector<SiteSpec> add_sites;  ///< new ones
  std::vector<std::string> close;
  std::vector<SiteSpec> move;
  [[nodiscard]] bool empty() const {
    return add.empty() && add_sites.empty() && close.empty() && move.empty();
  }
  friend bool operator==(const WhatIf&, const WhatIf&) = default;
};

/// Which part of the network places may be attached to.
enum class ComponentRule : std::uint8_t { kMain, kAny };
std::string_view to_string(ComponentRule rule);  ///< "main", "any"

/// How lines become a network: as the dataset says, or otherwise.
enum class NodingRule : std::uint8_t { kDataset, kEnds, kPlanar };
std::string_view to_string(NodingRule rule);  ///< "dataset", "ends", "planar"

struct TravelSettings {
  std::string profile = "shared-auto";
  Season season = Season::kDry;
  std::optional<Direction> direction;  ///< none: the profile's own
  std::vector<double> bands_min = {30, 60, 90, 120};
  std::optional<double> depart_hour;
  Assignment assignment = Assignment::kNearest;
  ComponentRule component = ComponentRule::kMain;
  NodingRule noding = NodingRule::kDataset;
  std::vector<std::filesystem::path> profiles;  ///< more profile files
  friend bool operator==(const TravelSettings&, const TravelSettings&) = default;
};

/// How isochrones are drawn.
struct IsochroneSettings {
  bool in_run = true;          ///< a run writes them too
  double cell_m = 0;           ///< side of the smallest cells; 0: by the size of the area
  double min_hole_km2 = 0.25;  ///< smaller holes are filled
  friend bool operator==(const IsochroneSettings&, const IsochroneSettings&) = default;
};

/// How years are simulated.
struct SimulationSettings {
  bool in_run = true;               ///< a run simulates too, where the dataset can
  std::uint64_t replicates = 1000;  ///< years in all
  std::uint64_t draws = 25;         ///< of the parameters; each has as many of the years
  /// Stop as soon as the plan's gain is known to so many women on each side; 0: never before the
  /// end.
  double until_women = 0;
  double max_wait_days = 2;
  double min_probability = 0.8;  ///< underserved: served with less than this
  bool induced_demand = true;    ///< nearer centres bring forward cases untold before
  HazardSettings hazard;
  std::optional<std::filesystem::path> demand, operations;  ///< instead of the defaults
  SensitivitySettings sensitivity;
  friend bool operator==(const SimulationSettings&, const SimulationSettings&) = default;
};

struct Scenario {
  std::string name = "existing-vs-planned";
  std::filesystem::path dataset;  ///< resolved
  SourceRules sources = {};       ///< never of the file: whoever runs it says so
  std::vector<CentreSetSpec> sets = {{"baseline", {"existing"}}, {"plan", {"existing", "planned"}}};
  WhatIf what_if;
  std::vector<ClosureSpec> closures;
  TravelSettings travel;
  PopulationBasis population = PopulationBasis::kAll;
  double max_minutes = 60;  ///< the headline's limit, inclusive
  IsochroneSettings isochrones;
  SimulationSettings simulation;
  PrivacySettings privacy;
  std::uint64_t permutations = 999;
  std::uint64_t seed = 20260118;
  friend bool operator==(const Scenario&, const Scenario&) = default;
};

}  // namespace pahunch
