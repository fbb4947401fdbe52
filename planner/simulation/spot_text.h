/// \file
/// Where the underserved lie together, in words and numbers.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "planner/simulation/simulate_study.h"

namespace pahunch {

/// Some sentences in Markdown.
std::string spot_text(const AreaLayer& blocks, const SimulationReport& report);
/// By set.
nlohmann::ordered_json spot_json(const AreaLayer& blocks, const SimulationReport& report);

}  // namespace pahunch
