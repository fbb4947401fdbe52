/// \file
/// Whether beds decide who is helped: the share of cases turned away against the number of beds and
/// the share of women who need one, neither of which is known.
///
/// Twice: by Erlang's loss formula for a centre with the mean number of cases, and from the draws
/// of the simulation, which differ in both inputs, in thirds of each range. The formula knows no
/// busier centres, which refuse more, and no second centre with room, which refuses fewer.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "geo/model/operations.h"
#include "planner/simulation/block_figures.h"
#include "sim/flood/uncertain_parameter.h"

namespace pahunch {

inline constexpr std::size_t kThirds = 3;

/// Some draws, all under one set.
struct DrawGroup {
  std::size_t n = 0;       ///< draws
  double turned_away = 0;  ///< share of the cases, mean over the draws; 0 of no draw
};

/// By thirds of the beds, then of the share sheltered: low, middle, high.
using DrawGroups = std::array<std::array<DrawGroup, kThirds>, kThirds>;
/// Shares of cases turned away by the formula, at the low end, middle and high end of both.
using LossGrid = std::array<std::array<double, kThirds>, kThirds>;

struct SetCapacity {
  std::string name;
  double cases_per_centre = 0;  ///< a year, mean over the draws
  LossGrid formula{};
  DrawGroups draws{};
  Spread turned_away = {};      ///< share of the cases, over the draws
  double most_turned_away = 0;  ///< in any draw
  Spread helped_late = {};      ///< share of the cases helped later than the longest wait, or never
};

struct CapacityCheck {
  std::array<double, kThirds> beds{}, p_sheltered{};  ///< low end, middle, high end
  double stay_days = 0;                               ///< mean, middle values, extensions included
  std::vector<SetCapacity> sets;
};

/// Refusals below this share in every draw are no constraint.
inline constexpr double kNegligible = 0.01;

/// What the check is made from; the references are used during the call only.
struct CapacityInputs {
  const OperationsModel& operations;                  ///< as believed, before any draw
  const std::vector<UncertainParameter>& parameters;  ///< in the order of the draws' places
  const ExperimentResult& result;
  const std::vector<std::string>& sets;       ///< names
  const std::vector<std::size_t>& n_centres;  ///< by set
};
CapacityCheck check_capacity(const CapacityInputs& inputs);

}  // namespace pahunch
