/// \file
/// A month as it was observed: the inundated fractions of the table, while closures of roads stay
/// random, as nobody recorded them.
#pragma once

#include <string>
#include <vector>

#include "sim/flood/flood_table.h"

namespace pahunch {

struct FloodReplay {
  YearMonth month;
  std::vector<double> frac;        ///< by block
  std::uint64_t n_unobserved = 0;  ///< blocks whose fraction is an estimate, or 0 for want of one
  std::string note = {};           ///< what an output must say of it
};

/// Throws ConfigError, naming the months there are, where the table does not show this one.
FloodReplay replay_month(const FloodTable& table, YearMonth month);

}  // namespace pahunch
