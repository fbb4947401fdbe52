/// \file
/// Siting problems made up by seeded rules, for sizes that no public case has.
#pragma once

#include "planner/siting/siting_problem.h"

namespace pahunch::bench {

/// A median problem as Beasley (1985) made those of OR-Library: the nodes of a random graph with
/// n^2 / 50 edges of 1 to 100, connected by a path through all, are points and sites.
SitingProblem make_random_graph(std::size_t n_nodes, std::uint64_t seed);

/// Points and sites strewn evenly over a square, with weights of 1 to 1000. Costs are straight
/// lines; a limit of 1 holds `n_near` sites on average, away from the edges.
SitingProblem make_strewn(std::size_t n_points, std::size_t n_sites, double n_near,
                          std::uint64_t seed);

/// A country of 1500 by 1500 km: of its settlements, of 10 to 1000 persons, two in five lie evenly,
/// the others around 20 000 market towns, most within 15 km. The first towns have a site. Costs are
/// straight lines in km, of pairs up to the limit.
SitingProblem make_country(std::size_t n_settlements, std::size_t n_sites, double limit_km,
                           std::uint64_t seed);

}  // namespace pahunch::bench
