/// \file
/// Distinct states of the roads, each kept once, to be routed once.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "geo/network/road_state.h"

namespace pahunch {

std::uint64_t hash_state(const RoadState& state);

/// Closes links (ascending) on top of a state.
void close_links(const std::vector<LinkIdx>& links, RoadState& state);

using StateIdx = Idx<struct StateTag>;

/// Distinct states, numbered as they first come. Number 0 is the dry state.
class StatePool {
 public:
  StatePool() { add({}); }
  StateIdx add(RoadState state);
  [[nodiscard]] std::size_t size() const { return states_.size(); }
  [[nodiscard]] const RoadState& operator[](StateIdx at) const { return states_[at]; }

 private:
  IdxVector<StateIdx, RoadState> states_;
  std::unordered_multimap<std::uint64_t, StateIdx> by_hash_;
};

}  // namespace pahunch
