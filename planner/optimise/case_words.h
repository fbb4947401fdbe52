/// \file
/// Sites chosen for the worst of named cases, in words.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "planner/optimise/siting_result.h"

namespace pahunch {

/// All need a result that was chosen for cases.
std::string cases_markdown(const SitingResult& result);
std::string cases_text(const SitingResult& result);
nlohmann::ordered_json cases_json(const SitingResult& result);

}  // namespace pahunch
