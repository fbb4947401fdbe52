/// \file
/// What is said of the inputs that would be worth knowing. Precondition of all: the result has
/// them.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "geo/io/table.h"
#include "planner/optimise/siting_result.h"

namespace pahunch {

/// A part of siting.md.
std::string worth_markdown(const SitingResult& result);
/// A sentence for the terminal.
std::string worth_text(const SitingResult& result);
nlohmann::ordered_json worth_json(const SitingResult& result);

/// "worth_knowing": a row an input.
Table make_worth_table(const SitingResult& result);

}  // namespace pahunch
