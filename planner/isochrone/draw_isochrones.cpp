#include "planner/isochrone/draw_isochrones.h"

#include <fmt/format.h>

#include "geo/base/error.h"
#include "geo/coverage/bands.h"
#include "geo/model/inside.h"

namespace pahunch {
namespace {

constexpr double kSquareMetresPerKm2 = 1e6;
constexpr std::size_t kMaxLimits = 31;

std::vector<TravelTime> to_limits(const std::vector<double>& limits_min) {
  const Bands bands = Bands::from_minutes(limits_min);
  if (bands.n_limits() > kMaxLimits) {
    throw ConfigError({.what = fmt::format("{} limits are too many", bands.n_limits()),
                       .hint = fmt::format("give at most {}", kMaxLimits)});
  }
  std::vector<TravelTime> limits;
  for (std::size_t i = 0; i < bands.n_limits(); ++i) limits.push_back(bands.limit(i));
  return limits;
}

std::vector<SiteIdx> to_sites(const CentreSet& set) {
  std::vector<SiteIdx> sites;
  for (const CentreIdx centre : set.open) sites.emplace_back(centre.value());
  return sites;
}

/// Counts the settlements of one limit.
class SideCounter {
 public:
  SideCounter(const IsochroneInputs& inputs, const CentreSet& set)
      : places_(inputs.study.places),
        women_(women_of(inputs.study)),
        nearest_(inputs.model.nearest(to_sites(set))) {}

  void count(TravelTime limit, Isochrone& isochrone) const {
    const std::vector<bool> inside = find_inside(isochrone.area, places_);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const bool reached = nearest_[PlaceIdx(i)].time <= limit;
      const Persons women = women_[SettlementIdx(i)].all;
      if (inside[i]) add(women, isochrone.inside);
      if (reached) add(women, isochrone.reached);
      if (inside[i] != reached) add(women, isochrone.wrong_side);
    }
  }

 private:
  static void add(Persons women, SettlementCount& count) {
    ++count.settlements;
    count.women += women;
  }

  const std::vector<Xy>& places_;
  WomenBySettlement women_;
  IdxVector<PlaceIdx, Nearest> nearest_;
};

std::vector<double> find_lengths_km(const Network& network, const std::vector<ReachedRoad>& roads,
                                    std::size_t n_limits) {
  std::vector<double> length_km(n_limits, 0);
  for (const ReachedRoad& road : roads) {
    for (std::size_t i = road.limit; i < n_limits; ++i) {
      length_km[i] += piece_length_m(network, road.piece) / kMetresPerKm;
    }
  }
  return length_km;
}

/// A study's travels as isochrones want them.
struct StudyTravel {
  explicit StudyTravel(const Study& study)
      : options(travel_options(study, scenario_choice(study.scenario))),
        inputs{study.network, *study.dataset.ground, study.dataset.barriers, {}, study.sites} {
    inputs.state = study.closures.find_certain();
  }
  TravelOptions options;
  TravelInputs inputs;
};

}  // namespace

void check_limits(const std::vector<double>& limits_min) {
  static_cast<void>(to_limits(limits_min));
}

std::vector<SetIsochrones> draw_isochrones(const IsochroneInputs& inputs,
                                           const std::vector<double>& limits_min,
                                           Progress& progress) {
  const Study& study = inputs.study;
  const IsochroneSettings& settings = study.scenario.isochrones;
  const std::vector<TravelTime> limits = to_limits(limits_min);
  const StudyTravel travel(study);
  std::vector<SetIsochrones> sets;
  for (const CentreSet& set : study.sets) {
    const std::vector<SiteIdx> open = to_sites(set);
    Isochrones found =
        find_isochrones({travel.inputs, travel.options, open, limits},
                        {settings.cell_m, settings.min_hole_km2 * kSquareMetresPerKm2}, progress);
    const SideCounter sides(inputs, set);
    SetIsochrones drawn{set.name, found.cell_m, {}};
    for (std::size_t i = 0; i < limits.size(); ++i) {
      Isochrone isochrone{.limit_min = limits_min[i], .area = std::move(found.areas[i])};
      isochrone.area_km2 = study.projection->area_km2(isochrone.area);
      sides.count(limits[i], isochrone);
      drawn.isochrones.push_back(std::move(isochrone));
    }
    sets.push_back(std::move(drawn));
  }
  return sets;
}

std::vector<SetRoads> find_reached_roads(const Study& study, const std::vector<double>& limits_min,
                                         Progress& progress) {
  const std::vector<TravelTime> limits = to_limits(limits_min);
  const StudyTravel travel(study);
  std::vector<SetRoads> sets;
  progress.begin("following the roads", study.sets.size());
  for (const CentreSet& set : study.sets) {
    const std::vector<SiteIdx> open = to_sites(set);
    auto roads = find_reached_roads({travel.inputs, travel.options, open, limits});
    std::vector<double> length_km = find_lengths_km(study.network, roads, limits.size());
    sets.push_back({set.name, std::move(roads), std::move(length_km)});
    progress.advance(1);
  }
  return sets;
}

}  // namespace pahunch
