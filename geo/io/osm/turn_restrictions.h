/// \file
/// Turn restrictions: counted, not honoured, with what honouring them would cost.
///
/// A turn is forbidden by giving the road that leads to it a copy of the junction of its own: for
/// `no_*` a node and a link for each other road of the junction, for `only_*` a node and one link.
/// Restrictions over a way, and those that hold at hours or for some vehicles, need more.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "geo/io/osm/tags.h"

namespace pahunch::osm {

struct TurnRestriction {
  std::string kind;  ///< "no_left_turn"
  std::int64_t from_way = 0, to_way = 0;
  std::int64_t via_node = 0;  ///< 0 where it goes over a way
  bool partial = false;       ///< conditional, or with exceptions
};

/// "" when the relation is no turn restriction, or of no known kind (reported).
std::string find_restriction_kind(const Tags& tags, TagReport& report);

struct RestrictionReport {
  std::map<std::string, std::uint64_t> by_kind;
  std::uint64_t n_on_network = 0;  ///< with a single node that joins roads that were read
  std::uint64_t n_over_way = 0;    ///< more than a junction is needed to say
  std::uint64_t n_partial = 0;     ///< at hours, or with exceptions
  std::uint64_t n_extra_nodes = 0, n_extra_links = 0;  ///< what honouring the first would add
};

/// `degree`: of a node, how many road arms meet there; 0 where it is on no road.
template <class Degree>
RestrictionReport count_restrictions(const std::vector<TurnRestriction>& restrictions,
                                     const Degree& degree) {
  RestrictionReport report;
  for (const TurnRestriction& restriction : restrictions) {
    ++report.by_kind[restriction.kind];
    if (restriction.partial) ++report.n_partial;
    if (restriction.via_node == 0) {
      ++report.n_over_way;
      continue;
    }
    const std::uint64_t n_arms = degree(restriction.via_node);
    if (n_arms < 2) continue;
    ++report.n_on_network;
    ++report.n_extra_nodes;
    report.n_extra_links += restriction.kind.starts_with("only_") ? 1 : n_arms - 1;
  }
  return report;
}

}  // namespace pahunch::osm
