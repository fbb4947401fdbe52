/// \file
/// Sites chosen for floods, in words.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "planner/optimise/siting_result.h"

namespace pahunch {

/// All need a result that was chosen for floods.
std::string flood_markdown(const SitingResult& result);
std::string flood_text(const SitingResult& result);
nlohmann::ordered_json flood_json(const SitingResult& result);

}  // namespace pahunch
