/// \file
/// A batch in words and for machines.
#pragma once

#include <string>

#include "planner/batch/batch_result.h"

namespace pahunch {

/// Scenarios that are done and not the base, by what they change within the headline limit: most
/// rural women more first; ties by the order of the plan. Numbers of the plan.
std::vector<std::size_t> rank_scenarios(const BatchResult& result);

/// "26 of 30 scenarios are done, 4 failed".
std::string count_words(const BatchResult& result);

/// For a terminal; batch.md; batch.json, also printed by `--json` (data/schema/batch.schema.json).
std::string batch_text(const BatchResult& result);
std::string batch_markdown(const BatchResult& result);
std::string batch_json(const BatchResult& result);

}  // namespace pahunch
