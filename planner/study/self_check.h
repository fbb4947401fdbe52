/// \file
/// The self-check of each centre: an answer that looks right but is not often begins with a centre
/// that hangs in the air.
#pragma once

#include <optional>
#include <string>

#include "geo/coverage/run_coverage.h"
#include "geo/network/travel_model.h"
#include "planner/privacy/privacy_settings.h"

namespace pahunch {

struct CentreCheck {
  std::optional<double> snap_m;  ///< straight line to the road
  std::string finding;           ///< "ok" or what is wrong
  bool is_far = false;           ///< from the road: that is what is wrong
  [[nodiscard]] bool ok() const { return finding == "ok"; }
};

using CentreChecks = IdxVector<CentreIdx, CentreCheck>;

/// A centre farther than this from a road (inclusive limit) is worth a look.
inline constexpr double kPlausibleSnapM = 2000;

/// A finding is the first of: no usable road near, nobody can get there at all, far from a road.
CentreChecks check_centres(const TravelModel& model);

/// Where the outputs are public, without the distances: with a road map they narrow down where a
/// centre is.
CentreChecks shown_checks(const PrivacySettings& privacy, CentreChecks checks);

}  // namespace pahunch
