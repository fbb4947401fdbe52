/// \file
/// What is believed of floods and of what they do to roads before any table is seen: the content of
/// `hazard.toml`. Every number has a range and a source; "assumed" where nothing was found.
///
/// Levels are on the scale of the square root of an inundated fraction: a block is dry while its
/// level is not above 0, and has the fraction level² above (see sim/flood/tobit_fit.h).
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "geo/model/profile.h"

namespace pahunch {

/// How the residuals of blocks depend on each other.
enum class FloodCopula : std::uint8_t { kGaussian, kStudent };

/// What a calendar month is taken to be that no year of the table shows.
enum class UnobservedMonths : std::uint8_t { kPrior, kDry };

struct FloodPrior {
  SourcedValue year_sd{0.2, 0.1, 0.45};         ///< spread of the effect that a year has, levels
  SourcedValue month_persistence{0.3, 0, 0.7};  ///< of the common effect from month to month
  SourcedValue dry_level{-0.95, -1.3, -0.75};   ///< of the months without a flood or not seen
  SourcedValue flooded_days_frac{0.5, 0.2, 1};  ///< share of a month that its state lasts
  SourcedValue tail_dof{5, 3, 30};              ///< of Student's copula
  SourcedValue surface_range_km{60, 60, 60};    ///< of the susceptibility between neighbours
  SourcedValue surface_shared_frac{0.85, 0.85, 0.85};  ///< of its variance that neighbours share
  SourcedValue river_decay_km{10, 10, 10};             ///< over which the nearness of a river fades
  FloodCopula copula = FloodCopula::kGaussian;
  UnobservedMonths unobserved = UnobservedMonths::kPrior;
};

/// Inundated fraction of its block at which half of the roads of a class, at grade, are closed, and
/// how many of them lie on an embankment.
struct ClassFragility {
  SourcedValue half_frac{0.25, 0.1, 0.5};
  SourcedValue embanked_frac{0, 0, 0};
};

struct RoadPrior {
  std::map<std::string, ClassFragility> by_class;  ///< "*": every class that is not named
  SourcedValue log_spread{0.6, 0.3, 1.0};          ///< of the fraction at which a link closes
  SourcedValue embankment_gain{2, 1, 4};           ///< multiplies `half_frac` on an embankment
  SourcedValue bridge_half_frac{0.6, 0.3, 1.0};    ///< of a bridge
  SourcedValue approach_gain{0.8, 0.5, 1};         ///< multiplies `half_frac` beside a bridge
  SourcedValue together_frac{0.8, 0.5, 1};         ///< of a road's log spread that its links share
  SourcedValue slow_factor{2, 1, 4};               ///< time on a road about to close over dry time
  SourcedValue centre_half_frac{0.5, 0.2, 0.9};    ///< at which half of the centres are lost
};

struct HazardPrior {
  FloodPrior flood;
  RoadPrior road;
};

}  // namespace pahunch
