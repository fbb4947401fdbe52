/// \file
/// What sets of sites cover over draws, as figures with intervals of chance.
#pragma once

#include <vector>

#include "planner/siting/risk/draw_cover.h"
#include "sim/statistics/estimate.h"

namespace pahunch {

/// The mean with Student's interval at the usual level.
Estimate mean_of(const std::vector<double>& values);

/// By draw.
std::vector<double> women_by_draw(const SitingProblem& problem, const ReachDraws& draws,
                                  const std::vector<SiteIdx>& sites);

}  // namespace pahunch
