/// \file
/// From inundation to roads: which links close and which slow down in a month of a drawn year.
///
/// Fragility (a lognormal curve, the form that is usual for bridges; Shinozuka et al. 2000, there
/// for earthquakes): each link has an inundated fraction of its block above which it is closed,
///
///   threshold = half_frac exp(log_spread z),  so that
///   P(closed | fraction) = Phi(log(fraction / half_frac) / log_spread),
///
/// half_frac by class; more on an embankment, less beside a bridge; bridges and centres have their
/// own. z is normal, and of a road's links sqrt(t) z_road + sqrt(1 - t) z_link: links of one source
/// feature fail together. Below its threshold a link is slower by 1 + (slow_factor - 1) fraction /
/// threshold. Which roads lie on an embankment is not known: each does with its class's chance, the
/// same in all years of a parameter draw.
///
/// Thresholds hold for a whole year, so that more water never opens a road. No number here is
/// identified by any file: all of it is assumed.
///
/// Streams: (seed, replicate, purpose, road, link or centre id), and (seed, draw, kParameter, road)
/// for embankments. A year costs about 0.3 us for each link of a block with water.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/model/hazard_prior.h"
#include "geo/network/road_state.h"
#include "sim/flood/flood_sampler.h"
#include "sim/flood/road_exposure.h"
#include "sim/flood/uncertain_parameter.h"
#include "sim/random/random_stream.h"

namespace pahunch {

/// One parameter draw.
struct RoadTheta {
  std::vector<double> half_frac, embanked_frac;  ///< by class of the exposure
  double log_spread = 0.6;
  double embankment_gain = 2;
  double bridge_half_frac = 0.6;
  double approach_gain = 0.8;
  double together_frac = 0.8;
  double slow_factor = 2;
  double centre_half_frac = 0.5;
};

/// One place in the range of each is a parameter draw. Those of all classes move together: the
/// ranges of the first two are places in each class's own range.
std::vector<UncertainParameter> list_road_parameters(const RoadPrior& prior);

RoadTheta make_road_theta(const RoadPrior& prior, const RoadExposure& exposure,
                          std::span<const double> places);

/// The roads under one parameter draw. Immutable; threads may share it. `exposure` must outlive it.
class RoadClosures {
 public:
  /// What the streams are keyed by, besides replicate and thing.
  struct Key {
    std::uint64_t seed = 0;
    std::uint64_t draw = 0;  ///< of the parameters
  };
  RoadClosures(const RoadExposure& exposure, RoadTheta theta, const Key& key);

  /// The state of a month of the replicate's year. Precondition: a fraction for each block.
  [[nodiscard]] RoadState draw_month(FloodMonth month, std::uint64_t replicate) const;
  /// The states of all months: the same ones, at a fraction of the cost.
  [[nodiscard]] std::vector<RoadState> draw_year(const FloodYear& year,
                                                 std::uint64_t replicate) const;

  /// P(closed | fraction) of such a link.
  [[nodiscard]] double get_p_closed(double frac, std::uint32_t road_class, LinkSetting setting,
                                    bool embanked) const;

 private:
  [[nodiscard]] double get_half_frac(const ExposedLink& link, bool embanked) const;
  [[nodiscard]] double draw_normal(Purpose purpose, std::uint64_t entity,
                                   std::uint64_t replicate) const;
  void draw_thresholds(std::size_t block, std::uint64_t replicate,
                       std::vector<double>& thresholds) const;
  void draw_centres(std::span<const FloodMonth> months, std::uint64_t replicate,
                    std::vector<RoadState>& states) const;
  [[nodiscard]] std::vector<RoadState> draw_states(std::span<const FloodMonth> months,
                                                   std::uint64_t replicate) const;

  const RoadExposure& exposure_;
  RoadTheta theta_;
  Key key_;
  std::vector<double> half_frac_;  ///< by link of the exposure
};

}  // namespace pahunch
