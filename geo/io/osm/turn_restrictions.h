/// \file
/// Turn restrictions: relations of type `restriction` between a way, a node and a way.
///
/// Honoured are `restriction=` and `restriction:MODE=` with `no_*` and `only_*` for the vehicles
/// that MODE means (for all but those on foot without it), less those of `except=`. The ways begin
/// or end at the node; one that goes on through it is told by its one-way or else not honoured.
/// `no_entry` may have several ways `from`, `no_exit` several `to`.
///
/// Not honoured, and counted by reason: restrictions over a way, at hours or under conditions, of
/// unknown kinds, for vehicles that are not modelled only, and broken ones.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "geo/io/osm/tags.h"
#include "geo/model/vehicle.h"

namespace pahunch::osm {

/// The members of a relation that matter.
struct RestrictionMembers {
  std::vector<std::int64_t> from_ways, to_ways, via_nodes;
  bool over_way = false;
};

/// One value of a relation's tags with its members, as it stands in the file.
struct Restriction {
  std::string kind;  ///< "no_left_turn"
  VehicleSet vehicles;
  RestrictionMembers members;
  std::string refusal;  ///< why it is not honoured, whatever the roads are; "" for none
};

/// Empty when the relation is no turn restriction. Unknown values are reported too.
std::vector<Restriction> find_restrictions(const Tags& tags, const RestrictionMembers& members,
                                           TagReport& report);

}  // namespace pahunch::osm
