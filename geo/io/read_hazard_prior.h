/// \file
/// Reading `hazard.toml`: what is believed of floods and of roads under water.
///
/// \code
///   format = 1
///   [flood]
///   copula = "gaussian"                    # or "t"
///   unobserved_months = "prior"            # or "dry"
///   year_sd = { value = 0.2, low = 0.1, high = 0.45, source = "..." }
///   flooded_days_frac = 0.5                # short for value = low = high, source "given"
///   [roads]
///   slow_factor = { value = 2, low = 1, high = 4, source = "..." }
///   [[roads.class]]
///   class = "primary"                      # "*": every class that is not named
///   half_frac = { value = 0.4, low = 0.2, high = 0.8, source = "..." }
///   embanked_frac = 0.7
/// \endcode
///
/// A missing key keeps its default (see geo/model/hazard_prior.h). Everything wrong is a
/// `ConfigError` that names file, line, key and what to try: unknown keys, a range that does not
/// hold its value, fractions outside 0-1, a class named twice.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "geo/model/hazard_prior.h"

namespace pahunch {

HazardPrior read_hazard_prior(const std::filesystem::path& file);

/// The same from text; `name` stands for the file in messages.
HazardPrior parse_hazard_prior(std::string_view content, const std::string& name);

}  // namespace pahunch
