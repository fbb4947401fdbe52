/// \file
/// Reading `demand.toml`: what is believed of the need for help and of who reports it.
///
/// The bundled data/defaults/demand.toml is the example: it has every key. A missing key keeps its
/// default (geo/model/demand_prior.h). Everything wrong is a ConfigError that names file, line, key
/// and what to try: unknown keys, a range that does not hold its value, shares outside 0 to 1,
/// channels that come to more than all cases.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "geo/model/demand_prior.h"

namespace pahunch {

DemandPrior read_demand_prior(const std::filesystem::path& file);

/// The same from text; `name` stands for the file in messages.
DemandPrior parse_demand_prior(std::string_view content, const std::string& name);

}  // namespace pahunch
