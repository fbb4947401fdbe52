/// \file
/// Figures of a simulation that tables and summaries share.
#pragma once

#include <vector>

#include "planner/simulation/block_figures.h"
#include "planner/simulation/simulate_study.h"

namespace pahunch {

/// How many more rural women the last set serves than the first; at the level of looks where there
/// were looks.
Estimate estimate_gain(const SimulationReport& report);

std::vector<std::string> set_names(const SimulationReport& report);

/// Rural women in settlements with a verdict, under one set.
Persons count_rural(const Verdicts& verdicts, Verdict verdict, const WomenBySettlement& women);

/// A figure of each draw: the mean over its years.
template <class Pick>
std::vector<double> by_draw(const ExperimentResult& result, std::size_t set, Pick pick) {
  std::vector<double> values;
  for (const DrawSummary& draw : result.draws) values.push_back(pick(draw.sets[set]).mean());
  return values;
}

/// Spearman's rank correlation of a parameter's place with the women underserved, over the draws.
double correlate(const SimulationReport& report, std::size_t parameter, std::size_t set);

}  // namespace pahunch
