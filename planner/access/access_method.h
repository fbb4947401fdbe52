/// \file
/// Which accessibility is asked for, and with which pull of distance.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/coverage/floating_catchment.h"

namespace pahunch {

/// As on the command line; what is not given stays empty.
struct AccessChoice {
  std::string method = "2sfca";      ///< 2sfca, e2sfca, e2sfca-gauss, 3sfca, gravity
  std::optional<double> limit = {};  ///< cost, inclusive
  std::string steps = {};            ///< "10:1,20:0.68,30:0.22": cost, inclusive, and weight
  std::optional<double> sigma = {};  ///< of a Gaussian
  std::optional<double> power = {};  ///< of a power, Hansen's
  std::optional<double> rate = {};   ///< of an exponential
};

/// The score of each demand point. Failure: UsageError when the method lacks an option, or is given
/// one that it does not use; ConfigError for one out of range.
std::vector<double> compute_access(const AccessInputs& inputs, const AccessChoice& choice);

/// Checks the choice without data.
void check_access_choice(const AccessChoice& choice);

}  // namespace pahunch
