#include "geo/coverage/catchment.h"

#include <algorithm>

#include "geo/coverage/coverage_change.h"

namespace pahunch {

namespace {

using Slot = std::uint32_t;  // position of a centre in `open`

/// By settlement: the open centres within the limit, as slots in ascending order.
IdxVector<SettlementIdx, std::vector<Slot>> invert(const CatchmentInputs& inputs) {
  IdxVector<SettlementIdx, std::vector<Slot>> centres_of(inputs.women.size());
  for (Slot slot = 0; slot < inputs.open.size(); ++slot) {
    for (const SettlementTime& pair : inputs.lists[inputs.open[slot]]) {
      if (pair.time <= inputs.limit) centres_of[pair.settlement].push_back(slot);
    }
  }
  return centres_of;
}

void count_nearest(const CatchmentInputs& inputs, std::vector<CentreCatchment>& catchments) {
  std::vector<Slot> slot_of(inputs.lists.size());
  for (Slot slot = 0; slot < inputs.open.size(); ++slot) slot_of[inputs.open[slot].value()] = slot;
  std::vector<std::vector<WeightedTime>> times(catchments.size());
  for (const SettlementIdx s : indices(inputs.reach)) {
    const SettlementReach& reach = inputs.reach[s];
    if (!reach.time.reachable()) continue;
    const Slot slot = slot_of[reach.centre.value()];
    ++catchments[slot].n_settlements;
    catchments[slot].nearest += inputs.women[s];
    if (is_covered(reach, inputs.limit)) catchments[slot].nearest_within += inputs.women[s];
    times[slot].push_back({reach.time, inputs.women[s].all});
  }
  for (std::size_t slot = 0; slot < catchments.size(); ++slot) {
    catchments[slot].times = compute_time_stats(std::move(times[slot]));
  }
}

void sort_overlaps(std::vector<Overlap>& overlaps) {
  std::sort(overlaps.begin(), overlaps.end(), [](const Overlap& a, const Overlap& b) {
    return a.both.all != b.both.all ? a.both.all > b.both.all : a.other < b.other;
  });
}

void count_within(const CatchmentInputs& inputs, std::vector<CentreCatchment>& catchments) {
  const auto centres_of = invert(inputs);
  const std::size_t n = catchments.size();
  std::vector<Women> both(n * n);
  for (const SettlementIdx s : indices(centres_of)) {
    const std::vector<Slot>& slots = centres_of[s];
    const Women women = inputs.women[s];
    const bool was_covered =
        inputs.baseline != nullptr && is_covered((*inputs.baseline)[s], inputs.limit);
    for (const Slot a : slots) {
      catchments[a].within += women;
      if (slots.size() == 1) catchments[a].marginal += women;
      if (inputs.baseline != nullptr && !was_covered) catchments[a].gain_alone += women;
      for (const Slot b : slots) both[a * n + b] += women;
    }
  }
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = 0; b < n; ++b) {
      if (a == b || both[a * n + b].all == 0) continue;
      catchments[a].overlaps.push_back({inputs.open[b], both[a * n + b]});
    }
    sort_overlaps(catchments[a].overlaps);
  }
}

}  // namespace

std::vector<CentreCatchment> compute_catchments(const CatchmentInputs& inputs) {
  std::vector<CentreCatchment> catchments(inputs.open.size());
  for (std::size_t slot = 0; slot < catchments.size(); ++slot) {
    catchments[slot].centre = inputs.open[slot];
  }
  count_nearest(inputs, catchments);
  count_within(inputs, catchments);
  return catchments;
}

}  // namespace pahunch
