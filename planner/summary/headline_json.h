/// \file
/// The headline as JSON: people by limit and class of the ledger under each set, minutes at 3
/// decimals, and what the last set changes.
#pragma once

#include <nlohmann/json.hpp>

#include "planner/summary/headline.h"

namespace pahunch {

nlohmann::ordered_json headline_json(const Headline& headline);

}  // namespace pahunch
