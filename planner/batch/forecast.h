/// \file
/// What a batch will take, from a trial of its base on this machine: for `--dry-run`.
#pragma once

#include <filesystem>
#include <string>

#include "planner/batch/run_batch.h"

namespace pahunch {

struct Forecast {
  std::size_t n_scenarios = 0;
  std::size_t n_kept = 0;         ///< finished by an earlier call
  std::size_t n_unread = 0;       ///< that cannot be read, and will fail
  std::string first_unread = {};  ///< its name and why, on a line
  std::size_t n_left = 0;         ///< to be computed; twins once
  std::size_t n_twins = 0;        ///< of the same content as one that is to be computed
  std::size_t n_families = 0;
  std::uint64_t n_set_years = 0;  ///< simulated years of all sets
  double seconds = 0;
  double memory_mib = 0;  ///< peak, of all threads
};

/// Loads the datasets, computes the coverage of a few scenarios and a few simulated years of the
/// base, and scales them up: by families and scenarios, and by years and sets of centres. Other
/// datasets than the base's are taken to cost as much. Changes nothing in the folder. Throws as
/// `run_batch` does.
Forecast forecast_batch(const BatchPlan& plan, LastGround& grounds,
                        const std::filesystem::path& folder, Session& session);

std::string forecast_text(const Forecast& forecast);
std::string forecast_json(const Forecast& forecast);

}  // namespace pahunch
