/// \file
/// The answer under other thresholds: how the rural women underserved depend on the chance that
/// counts as served.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "planner/simulation/block_figures.h"
#include "sim/monte_carlo/verdict.h"

namespace pahunch {

/// One threshold.
struct ThresholdRow {
  double min_probability = 0;
  std::vector<Spread> underserved;  ///< rural women, by set
};

/// 0.7, 0.8, 0.9 and the scenario's own, ascending.
std::vector<double> list_thresholds(double own);

/// `rural`: women of each settlement. Cost: a pass over settlements and draws for each set and
/// threshold.
std::vector<ThresholdRow> sweep_thresholds(const ExperimentResult& result,
                                           const std::vector<double>& thresholds,
                                           const IdxVector<SettlementIdx, Persons>& rural);

/// A part of the summary in Markdown; `sets`: their names.
std::string threshold_text(const std::vector<ThresholdRow>& rows,
                           const std::vector<std::string>& sets);
nlohmann::ordered_json threshold_json(const std::vector<ThresholdRow>& rows);

}  // namespace pahunch
