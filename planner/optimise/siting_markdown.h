/// \file
/// siting.md: which sites, how sure, what they are worth, and the official rule beside them; for a
/// committee. And the same for a terminal, shorter.
#pragma once

#include <string>

#include "planner/optimise/siting_result.h"

namespace pahunch {

std::string siting_markdown(const SitingResult& result);
std::string siting_text(const SitingResult& result);
/// siting.json, also printed by `--json`: `objective`, `bound`, `gap`, `sites` among the rest.
std::string siting_json(const SitingResult& result);

}  // namespace pahunch
