/// \file
/// All uncertain inputs of the simulation in one row, and what a point of their unit cube means.
///
/// The outer level draws points; each coordinate is a place in one range, 0 low, 1/2 the middle
/// value, 1 high (uncertain_parameter.h). Inputs without a range (low = high) are left out.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "geo/model/demand_prior.h"
#include "geo/model/hazard_prior.h"
#include "geo/model/operations.h"
#include "geo/network/travel_model.h"
#include "sim/flood/flood_fit.h"
#include "sim/flood/road_closures.h"
#include "sim/flood/uncertain_parameter.h"
#include "sim/monte_carlo/theta.h"

namespace pahunch {

/// What is believed before anything is drawn.
struct Priors {
  const FloodFit& flood;
  const RoadPrior& road;
  const RoadExposure& exposure;
  const DemandPrior& demand;
  SourcedValue registered_per_year;  ///< from the yearly totals
  const OperationsModel& operations;
  const TravelOptions& travel;
};

class ParameterSpace {
 public:
  /// The priors must outlive it.
  explicit ParameterSpace(const Priors& priors);

  [[nodiscard]] const std::vector<UncertainParameter>& parameters() const { return parameters_; }

  struct Draw {
    std::uint64_t seed = 0;
    std::uint64_t number = 0;
  };
  /// `places`: one a parameter. Errors of the flood surface are drawn beside them.
  [[nodiscard]] Theta make_theta(std::span<const double> places, const Draw& draw) const;

 private:
  void add(std::vector<UncertainParameter> more);

  Priors priors_;
  std::vector<UncertainParameter> parameters_;
  std::vector<UncertainParameter> operations_;  ///< all, those without a range too
};

}  // namespace pahunch
