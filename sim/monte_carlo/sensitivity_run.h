/// \file
/// The simulation as a model for a sensitivity study: a few replicate years at a point of the
/// inputs.
///
/// Noise number n stands for replicates n * years … n * years + years - 1, and for draw number n of
/// what hangs on a draw beside its inputs: errors of the flood surface, which roads lie on an
/// embankment. So the noise's share is that of so few years and of these errors.
#pragma once

#include "sim/monte_carlo/parameter_space.h"
#include "sim/monte_carlo/sensitivity_study.h"
#include "sim/monte_carlo/world.h"

namespace pahunch {

/// Rural women, on average over the years of a run.
enum class RunOutput : std::uint8_t { kNotServedFirst, kNotServedLast, kGain };

/// Outputs in the order of `RunOutput`; the first alone where there is one set. All references must
/// outlive the model. `progress` is told of each year.
SensitivityModel make_sensitivity_model(const World& world, const ParameterSpace& space,
                                        std::uint64_t n_years, Progress& progress);

}  // namespace pahunch
