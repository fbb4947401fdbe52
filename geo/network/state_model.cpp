#include "geo/network/state_model.h"

#include <cassert>
#include <utility>

#include "geo/base/error.h"
#include "geo/network/access_memo.h"

namespace pahunch {
namespace {

Sense sense_of(Direction direction) {
  if (direction == Direction::kRoundTrip) {
    throw ConfigError({.what = "floods cannot be simulated for round trips",
                       .why = "out and back may be by different centres' roads",
                       .hint = "choose travel.direction to-centre or from-centre"});
  }
  return direction == Direction::kToCentre ? Sense::kToSites : Sense::kFromSites;
}

}  // namespace

/// One profile's roads, and the sweeps over them.
struct StateModel::ModeRoads {
  ModeRoads(const TravelInputs& inputs, const TravelOptions& options, const Profile& with,
            const std::vector<SiteSet>& sets, Progress& progress)
      : profile(with),
        metric(make_metric(inputs.network, profile, options.season)),
        access(get_road_access(inputs, {profile, metric, options.main_component_only}, progress)),
        sweeps({inputs.network, profile, metric, *access}, sense_of(options.direction),
               inputs.hierarchy->get(inputs.network), sets) {}

  Profile profile;
  Metric metric;
  std::shared_ptr<const RoadAccess> access;
  StateSweeps sweeps;
};

StateModel::StateModel(const TravelInputs& inputs, const TravelOptions& options,
                       std::vector<SiteSet> sets, Progress& progress)
    : n_places_(inputs.places.size()), n_sets_(sets.size()) {
  assert(inputs.hierarchy != nullptr);
  const auto add = [&](Mode mode, const Profile& profile) {
    modes_.emplace_back(
        mode, std::make_unique<const ModeRoads>(inputs, options, profile, sets, progress));
  };
  if (!is_out_of_service(options)) add(Mode::kMain, options.profile);
  if (options.fallback) add(Mode::kFallback, *options.fallback);
}

StateModel::~StateModel() = default;

std::size_t StateModel::get_batch_bytes() const {
  std::size_t n_bytes = 0;
  for (const auto& [mode, roads] : modes_) n_bytes += roads->sweeps.get_batch_bytes();
  return n_bytes;
}

StateModel::Batch::Batch(const StateModel& model) {
  for (const auto& [mode, roads] : model.modes_) {
    modes_.emplace_back(mode, std::make_unique<StateSweeps::Batch>(roads->sweeps));
  }
}

StateModel::Batch::~Batch() = default;

void StateModel::Batch::set_states(std::span<const RoadState> states) {
  for (const auto& [mode, batch] : modes_) batch->set_states(states);
}

void StateModel::Batch::find_nearest(std::size_t set) {
  for (const auto& [mode, batch] : modes_) batch->find_nearest(set);
}

StateModel::NearestInStates StateModel::Batch::nearest(PlaceIdx place) const {
  NearestInStates best;
  for (const auto& [mode, batch] : modes_) {
    const StateLanes found = batch->arrive(place);
    for (std::size_t lane = 0; lane < kStates; ++lane) {
      const TravelTime time(found.time[lane]);
      if (time < best[lane].time) best[lane] = {time, SiteIdx(found.site[lane]), mode};
    }
  }
  return best;
}

}  // namespace pahunch
