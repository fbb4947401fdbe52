/// \file
/// Which conclusions hold whatever the inputs are within their ranges: in how many of the draws
/// each is true.
#pragma once

#include <string>
#include <vector>

#include "planner/simulation/simulation_tables.h"

namespace pahunch {

struct Conclusion {
  std::string words;        ///< a sentence without its end; as Markdown
  std::size_t n_holds = 0;  ///< draws in which it is true
  std::size_t n_draws = 0;
  [[nodiscard]] bool survives() const { return n_holds == n_draws; }
};

/// Each is worded the way round in which more draws have it; a draw in which both sides are equal
/// has it neither way.
std::vector<Conclusion> find_conclusions(const SimulatedStudy& simulated);

/// A part of simulation.md.
std::string conclusions_lines(const SimulatedStudy& simulated);

}  // namespace pahunch
