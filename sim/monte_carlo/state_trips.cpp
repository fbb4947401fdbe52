#include "sim/monte_carlo/state_trips.h"

#include <algorithm>

namespace pahunch {

StateTrips route_states(const StatePool& pool, const StateModel& model, StateModel::Batch& batch) {
  constexpr std::size_t kStates = StateModel::kStates;
  StateTrips trips(pool.size(), model.n_sets());
  for (std::size_t first = 0; first < pool.size(); first += kStates) {
    const std::size_t n = std::min(kStates, pool.size() - first);
    std::vector<RoadState> states;
    for (std::size_t i = 0; i < n; ++i) states.push_back(pool[StateIdx(first + i)]);
    batch.set_states(states);
    for (std::size_t set = 0; set < model.n_sets(); ++set) {
      batch.find_nearest(set);
      for (std::size_t i = 0; i < n; ++i) {
        trips.of(StateIdx(first + i), set) = Trips(model.n_places());
      }
      for (std::size_t place = 0; place < model.n_places(); ++place) {
        const auto nearest = batch.nearest(PlaceIdx(place));
        for (std::size_t i = 0; i < n; ++i) {
          trips.of(StateIdx(first + i), set)[SettlementIdx(place)] = {nearest[i].time,
                                                                      nearest[i].site};
        }
      }
    }
  }
  return trips;
}

}  // namespace pahunch
