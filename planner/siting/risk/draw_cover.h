/// \file
/// What open sites cover in each draw, counted point by point from the draws themselves and without
/// any of the solvers' models: the independent check of every answer here.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "planner/siting/risk/reach_draws.h"

namespace pahunch {

/// Of the problem its weights and sites are used; who reaches whom is what the draws say.
/// Throws DataError where the draws are not of its points and sites or the problem makes no sense,
/// UsageError where there is no draw, or where the total weight times the number of draws is 2^52
/// or more and sums over the draws might not be exact.
void check_draws(const SitingProblem& problem, const ReachDraws& draws);

/// By draw: the weight of the points that one of the sites covers in it.
std::vector<std::int64_t> covered_by_draw(const SitingProblem& problem, const ReachDraws& draws,
                                          std::span<const SiteIdx> sites);

}  // namespace pahunch
