#include "planner/simulation/threshold_sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "planner/simulation/spread_json.h"

namespace pahunch {

std::vector<double> list_thresholds(double own) {
  std::vector<double> thresholds = {0.7, 0.8, 0.9};
  if (std::ranges::find(thresholds, own) == thresholds.end()) thresholds.push_back(own);
  std::ranges::sort(thresholds);
  return thresholds;
}

std::vector<ThresholdRow> sweep_thresholds(const ExperimentResult& result,
                                           const std::vector<double>& thresholds,
                                           const IdxVector<SettlementIdx, Persons>& rural) {
  std::vector<ThresholdRow> rows;
  for (const double threshold : thresholds) {
    ThresholdRow& row = rows.emplace_back();
    row.min_probability = threshold;
    for (std::size_t set = 0; set < result.p_served.size(); ++set) {
      row.underserved.push_back(spread_of(count_underserved(result, set, threshold, rural)));
    }
  }
  return rows;
}

std::string threshold_text(const std::vector<ThresholdRow>& rows,
                           const std::vector<std::string>& sets) {
  std::string out =
      "## Underserved rural women under other thresholds\n\nMean and 90% of the draws, where the "
      "chance of help must be at least so much for a place to count as served.\n\n| at least |";
  for (const std::string& set : sets) out += " " + set + " |";
  out += "\n|---:|";
  for (std::size_t i = 0; i < sets.size(); ++i) out += "---:|";
  for (const ThresholdRow& row : rows) {
    out += fmt::format("\n| {:.3g} |", row.min_probability);
    for (const Spread& spread : row.underserved) out += " " + spread_text(spread) + " |";
  }
  return out + "\n\n";
}

nlohmann::ordered_json threshold_json(const std::vector<ThresholdRow>& rows) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const ThresholdRow& row : rows) {
    nlohmann::ordered_json sets = nlohmann::ordered_json::array();
    for (const Spread& spread : row.underserved) sets.push_back(spread_json(spread));
    json.push_back({{"min_probability", json_number(row.min_probability, 3)},
                    {"underserved_rural_women", std::move(sets)}});
  }
  return json;
}

}  // namespace pahunch
