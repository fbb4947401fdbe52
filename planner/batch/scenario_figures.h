/// \file
/// What a batch keeps of each scenario: the headline of its first and its last set, and of a
/// simulation the figures by parameter draw.
///
/// Kept as JSON, and always read back from it, so that what was computed before and what is
/// computed now come to the same bytes.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planner/summary/headline.h"
#include "sim/monte_carlo/experiment_result.h"

namespace pahunch {

/// Of the last set, each by parameter draw: the mean over its years.
enum class SimulatedFigure : std::uint8_t {
  kUnderserved,  ///< rural women in underserved settlements
  kServed,       ///< rural women served in time
  kTurnedAway,   ///< rural women who find the centre full
  kCutOff,       ///< rural women whom floods cut off
  kRegistered,   ///< cases a year
  kDisposed,     ///< cases a year
};
inline constexpr std::size_t kNSimulatedFigures = 6;
std::string_view to_string(SimulatedFigure figure);  ///< "underserved", "served", …

struct SimulatedFigures {
  std::uint64_t n_years = 0;
  std::array<std::vector<double>, kNSimulatedFigures> by_draw = {};  ///< at 3 decimals
  /// Rural women served more than under the first set; low and high of chance alone.
  double more_served = 0;
  std::optional<double> more_served_low = {}, more_served_high = {};

  [[nodiscard]] const std::vector<double>& of(SimulatedFigure figure) const {
    return by_draw[static_cast<std::size_t>(figure)];
  }
};

struct CoveredWomen {
  double minutes = 0;  ///< inclusive
  Women women;
};

/// Under the last set.
struct ScenarioFigures {
  std::int64_t n_centres = 0;
  double limit_min = 0;              ///< the headline's
  std::vector<CoveredWomen> within;  ///< each limit, ascending
  Women total, reached, beyond, no_service, cut_off, off_network;
  std::optional<double> mean_min, median_min, p90_min;
  Women newly_covered, lost;  ///< within the headline's limit, against the first set
  std::string no_simulation;  ///< why there is none; "" where there is, or none was asked
  std::optional<SimulatedFigures> simulated;

  [[nodiscard]] std::optional<Women> within_minutes(double minutes) const;
};

/// `headline`: of the first and the last set.
nlohmann::ordered_json figures_json(const Headline& headline);
nlohmann::ordered_json simulated_json(const SimulatedFigures& simulated);

/// Throws StoreError where it is not one that this version wrote.
ScenarioFigures read_figures(const std::string& json);

}  // namespace pahunch
