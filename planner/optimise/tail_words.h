/// \file
/// Sites chosen for the tail of the floods, in words.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "planner/optimise/siting_result.h"

namespace pahunch {

/// All need a result that was chosen for the tail, and was measured.
std::string tail_markdown(const SitingResult& result);
std::string tail_text(const SitingResult& result);
nlohmann::ordered_json tail_json(const SitingResult& result);

}  // namespace pahunch
