/// \file
/// Figures over the draws as JSON writes them.
#pragma once

#include "planner/json_text.h"
#include "planner/simulation/block_figures.h"

namespace pahunch {

inline nlohmann::ordered_json spread_json(const Spread& spread, int decimals = 1) {
  return {{"mean", json_number(spread.mean, decimals)},
          {"low", json_number(spread.low, decimals)},
          {"high", json_number(spread.high, decimals)}};
}

}  // namespace pahunch
