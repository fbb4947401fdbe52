/// \file
/// Observed floods again: a month as it was, while closures of roads stay random, as nobody
/// recorded them; and whole years drawn from those observed, the baseline that the flood model has
/// to beat.
#pragma once

#include <string>
#include <vector>

#include "sim/flood/flood_sampler.h"
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

/// A year with these floods in their month, the other months dry. `flooded_days_frac`: share of the
/// month that they last, which nobody recorded.
FloodYear make_replay_year(const FloodReplay& replay, double flooded_days_frac);

/// One of the observed years, each as likely; months that it does not show are dry, which the
/// baseline cannot know better. Precondition: the table has a month.
FloodYear resample_year(const FloodTable& table, std::uint64_t seed, std::uint64_t replicate);

}  // namespace pahunch
