/// \file
/// The answer under other thresholds: how the rural women underserved depend on the limit of time
/// and on the chance that count as served.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "planner/simulation/block_figures.h"
#include "sim/monte_carlo/verdict.h"

namespace pahunch {

/// One pair of thresholds.
struct ThresholdRow {
  double max_minutes = 0;
  double min_probability = 0;
  std::vector<Spread> underserved;  ///< rural women, by set
};

/// 0.7, 0.8, 0.9 and the scenario's own, ascending.
std::vector<double> list_thresholds(double own);

/// Of 45, 60 and 90 minutes those that are not the scenario's own limit.
std::vector<double> list_other_limits(double own_minutes);

/// The scenario's own thresholds. The result keeps chances within `list_other_limits(max_minutes)`,
/// in that order.
struct OwnThresholds {
  double max_minutes = 60;
  double min_probability = 0.8;
};

/// By limit, then by chance, ascending. `rural`: women of each settlement. Cost: a pass over
/// settlements and draws for each row and set.
std::vector<ThresholdRow> sweep_thresholds(const ExperimentResult& result, const OwnThresholds& own,
                                           const IdxVector<SettlementIdx, Persons>& rural);

/// A part of the summary in Markdown; `sets`: their names.
std::string threshold_text(const std::vector<ThresholdRow>& rows,
                           const std::vector<std::string>& sets);
nlohmann::ordered_json threshold_json(const std::vector<ThresholdRow>& rows);

}  // namespace pahunch
