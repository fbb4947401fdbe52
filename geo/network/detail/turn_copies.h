/// \file
/// Junctions where a turn is restricted, taken apart into copies.
///
/// The links that arrive at such a junction are sorted by where they may go on to, for each
/// vehicle, and those that depart from it by who may come to them. Each class of arrivals and each
/// of departures is a node; turns lead from an arrival to a departure for those who may. A class of
/// arrivals shares the node of a class of departures where nobody gains or loses a way by it, which
/// leaves one copy and two turns for a single restriction. U-turns are turns like any other.
#pragma once

#include <vector>

#include "geo/network/network.h"

namespace pahunch::detail {

struct LinkWay {
  LinkIdx link;
  Heading heading = Heading::kForward;
  friend bool operator==(const LinkWay&, const LinkWay&) = default;
};

/// `from` arrives at the junction from which `to` departs.
struct LinkTurn {
  TurnKind kind = TurnKind::kNo;
  LinkWay from, to;
  VehicleSet vehicles;
};

/// Adds the copies and turns that the restrictions need, by ascending junction. Precondition: the
/// network has none yet. Cost: O(links) and a little for each restricted junction.
void add_turn_copies(std::vector<LinkTurn> turns, Network& network);

}  // namespace pahunch::detail
