/// \file
/// Which uncertain inputs move an answer, and how much of it is chance: Morris first, over all
/// inputs; then Sobol', over the inputs that moved most, what is left of each group, and the noise.
///
/// A group is one column of the Sobol' design: its place is made into places of all of the group's
/// inputs, each by a stream keyed by that place, so that they are independent and uniform, and are
/// exchanged together. Shares of a group are exactly those of its inputs taken as one.
///
/// The model is a function of a design point with a few outputs. Points of one `noise` are to be
/// run on the same random numbers. Runs are independent and made in parallel; the results do not
/// depend on the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "sim/sensitivity/morris.h"
#include "sim/sensitivity/sobol_indices.h"

namespace pahunch {

/// Called from several threads; as many outputs for every point.
using SensitivityModel = std::function<std::vector<double>(const DesignPoint&)>;

/// Inputs that are exchanged together.
struct InputColumn {
  std::string name;
  std::vector<std::size_t> inputs;  ///< of the model, by number
};

struct SensitivitySizes {
  std::size_t n_trajectories = 6;  ///< of Morris, at least 2
  std::size_t n_rows = 0;          ///< of Sobol', at least 2; 0: Morris alone
  std::size_t n_kept = 5;          ///< inputs that get a column of their own
  std::uint64_t seed = 0;
};

struct SensitivityResult {
  std::vector<MorrisEffects> morris;  ///< by output
  std::vector<InputColumn> columns;   ///< of Sobol'; none without it
  std::vector<SobolIndices> sobol;    ///< by output
};

std::uint64_t count_morris_runs(const SensitivitySizes& sizes, std::size_t n_inputs);
std::uint64_t count_sobol_runs(const SensitivitySizes& sizes, std::size_t n_columns);

/// Inputs by the sum, over the outputs, of their part in all mean absolute effects: most first,
/// ties by number.
std::vector<std::size_t> rank_inputs(std::span<const MorrisEffects> morris);

/// The first `n_kept` of the ranks each alone, the others by the part of their name before the
/// first dot: "demand.p_night" is of "demand". A group's name is "demand, the others", or "demand"
/// where all of it is in the group.
std::vector<InputColumn> make_columns(const std::vector<std::string>& inputs,
                                      std::span<const std::size_t> ranked, std::size_t n_kept);

/// The places of all inputs at a point of a design over columns. Precondition: every input is in
/// one column.
std::vector<double> expand_columns(std::span<const InputColumn> columns,
                                   std::span<const double> places, std::uint64_t seed);

/// By output. Throws ConfigError as the designs do.
std::vector<MorrisEffects> study_morris(std::size_t n_inputs, const SensitivitySizes& sizes,
                                        const SensitivityModel& model);
std::vector<SobolIndices> study_sobol(std::span<const InputColumn> columns,
                                      const SensitivitySizes& sizes, const SensitivityModel& model);

}  // namespace pahunch
