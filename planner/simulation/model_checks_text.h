/// \file
/// What the checks of a model say, and which conclusions rest on each.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "planner/simulation/model_checks.h"

namespace pahunch {

/// A part of the summary in Markdown.
std::string model_checks_text(const ModelChecks& checks);
nlohmann::ordered_json model_checks_json(const ModelChecks& checks);

}  // namespace pahunch
