/// \file
/// Rural women without help in time and with room: all classes of the ledger but the first.
#pragma once

#include "sim/monte_carlo/draw_result.h"

namespace pahunch {

/// On average over the years.
inline double count_not_served(const SetResult& set) {
  double women = 0;
  for (std::size_t i = 0; i < kNStandings; ++i) {
    if (static_cast<Standing>(i) != Standing::kServed) women += set.rural[i].mean();
  }
  return women;
}

}  // namespace pahunch
