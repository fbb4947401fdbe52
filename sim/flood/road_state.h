/// \file
/// What a flood leaves of the roads: the links whose time changes, and the centres that are lost.
///
/// Compact, so that many states can be kept and compared: the links are listed with a time in
/// 256ths of the dry one. `StatePool` keeps each distinct state once, to be routed once.
///
///     Ms weight = change_time(dry_ms, change.time_x256);   // kFarMs: closed
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "geo/model/centre.h"
#include "geo/network/engine/road_graph.h"
#include "geo/network/network.h"

namespace pahunch {

inline constexpr std::uint16_t kLinkClosed = 0;
inline constexpr std::uint16_t kDryTime_x256 = 256;

struct LinkChange {
  LinkIdx link;
  std::uint16_t time_x256 = kLinkClosed;  ///< time over dry time in 256ths; or closed
  friend bool operator==(const LinkChange&, const LinkChange&) = default;
};

/// The dry state has no changes.
struct RoadState {
  std::vector<LinkChange> links;        ///< ascending, each link once
  std::vector<CentreIdx> lost_centres;  ///< ascending
  friend bool operator==(const RoadState&, const RoadState&) = default;
};

std::uint64_t hash_state(const RoadState& state);

/// Closes links (ascending) on top of a state.
void close_links(const std::vector<LinkIdx>& links, RoadState& state);

/// An arc's weight under a change: rounded to the nearest, and far where closed or already far.
inline engine::Ms change_time(engine::Ms dry, std::uint16_t time_x256) {
  if (time_x256 == kLinkClosed || dry >= engine::kFarMs) return engine::kFarMs;
  constexpr std::uint64_t kHalf = kDryTime_x256 / 2;
  const std::uint64_t changed = (std::uint64_t{dry} * time_x256 + kHalf) / kDryTime_x256;
  return changed < engine::kFarMs ? static_cast<engine::Ms>(changed) : engine::kFarMs;
}

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
