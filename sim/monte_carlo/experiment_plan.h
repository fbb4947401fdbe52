/// \file
/// How large an experiment is, and in what order its years are worked off.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/statistics/stopping.h"

namespace pahunch {

struct ExperimentSize {
  std::uint64_t n_draws = 25;           ///< of the parameters, at least 2
  std::uint64_t n_years_per_draw = 40;  ///< replicate years of each, at least 2
  [[nodiscard]] std::uint64_t n_years() const { return n_draws * n_years_per_draw; }
  friend bool operator==(const ExperimentSize&, const ExperimentSize&) = default;
};

struct ExperimentPlan {
  ExperimentSize size;  ///< at most
  /// Ends the experiment at a look where the 95% interval of chance alone of the rural women whom
  /// the last set serves more than the first (of those served, with one set) reaches so far to each
  /// side. None: all years are simulated.
  std::optional<double> until_half_width = {};
};

/// Years of every draw, one draw after another: [first_year, first_year + n_years) of each.
struct Round {
  std::uint64_t first_year = 0;
  std::uint64_t n_years = 0;
  bool is_look = false;
};

/// Throws ConfigError for a size that is too small, or a half-width not above 0. Rounds have at
/// most 40 years, so that little is lost when the work is cut short.
std::vector<Round> list_rounds(const ExperimentPlan& plan);

/// The looks, in years of all draws; none without a half-width. Throws as `list_rounds` does.
std::optional<StoppingPlan> find_looks(const ExperimentPlan& plan);

}  // namespace pahunch
