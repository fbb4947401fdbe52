/// \file
/// Trips of all settlements to their nearest centres in distinct states of the roads, for several
/// sets of centres: what a replicate year looks up month by month.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/model/settlement.h"
#include "geo/network/state_model.h"
#include "sim/flood/state_pool.h"

namespace pahunch {

/// A trip in few bytes; the default is unreachable.
struct Trip {
  TravelTime time = TravelTime::unreachable();
  SiteIdx site = {};
};
using Trips = IdxVector<SettlementIdx, Trip>;

/// Trips in the states of a pool, by state and set.
class StateTrips {
 public:
  StateTrips(std::size_t n_states, std::size_t n_sets)
      : n_sets_(n_sets), trips_(n_states * n_sets) {}
  [[nodiscard]] const Trips& of(StateIdx state, std::size_t set) const {
    return trips_[state.value() * n_sets_ + set];
  }
  [[nodiscard]] Trips& of(StateIdx state, std::size_t set) {
    return trips_[state.value() * n_sets_ + set];
  }

 private:
  std::size_t n_sets_;
  std::vector<Trips> trips_;
};

/// Routes every state once, sixteen at a time. `batch` is of `model`. Memory: 8 bytes a settlement,
/// state and set.
StateTrips route_states(const StatePool& pool, const StateModel& model, StateModel::Batch& batch);

}  // namespace pahunch
