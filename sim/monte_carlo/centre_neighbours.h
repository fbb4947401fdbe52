/// \file
/// Where a centre that is full sends a woman: the other open centres, nearest first by dry roads.
#pragma once

#include <span>
#include <vector>

#include "geo/network/travel_model.h"
#include "sim/operations/arrival.h"

namespace pahunch {

class CentreNeighbours {
 public:
  /// At most this many are kept for each centre, itself among them.
  static constexpr std::size_t kMost = 4;

  /// `between`: times from each centre (a place) to each of the open ones, a row each in the order
  /// of `open`.
  CentreNeighbours(std::span<const SiteIdx> open, const TimeRows& between);

  /// The options of a woman whose centre this is: it, then its neighbours, each farther by the way
  /// between them. Reachable ones only.
  [[nodiscard]] std::vector<CentreOption> options_from(SiteIdx centre, TravelTime to_centre) const;

 private:
  struct Neighbour {
    SiteIdx centre;
    TravelTime away;
  };
  IdxVector<SiteIdx, std::vector<Neighbour>> nearest_;  ///< empty for centres that are not open
};

}  // namespace pahunch
