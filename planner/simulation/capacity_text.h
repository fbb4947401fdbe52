/// \file
/// What the check of the beds says.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "planner/simulation/capacity_check.h"

namespace pahunch {

/// A part of the summary in Markdown. Says that capacity is not the constraint for a set under
/// which no draw turns away `kNegligible` of the cases.
std::string capacity_text(const CapacityCheck& check);
nlohmann::ordered_json capacity_json(const CapacityCheck& check);

}  // namespace pahunch
