#include "planner/simulation/threshold_sweep.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "planner/simulation/spread_json.h"
#include "planner/tables/run_tables.h"

namespace pahunch {

std::vector<double> list_thresholds(double own) {
  std::vector<double> thresholds = {0.7, 0.8, 0.9};
  if (std::ranges::find(thresholds, own) == thresholds.end()) thresholds.push_back(own);
  std::ranges::sort(thresholds);
  return thresholds;
}

std::vector<double> list_other_limits(double own_minutes) {
  std::vector<double> limits = {45, 60, 90};
  std::erase(limits, own_minutes);
  return limits;
}

std::vector<ThresholdRow> sweep_thresholds(const ExperimentResult& result, const OwnThresholds& own,
                                           const IdxVector<SettlementIdx, Persons>& rural) {
  std::vector<ThresholdRow> rows;
  for (const double chance : list_thresholds(own.min_probability)) {
    ThresholdRow& row = rows.emplace_back(ThresholdRow{own.max_minutes, chance, {}});
    for (std::size_t set = 0; set < result.p_served.size(); ++set) {
      row.underserved.push_back(spread_of(count_underserved(result, set, chance, rural)));
    }
  }
  const auto limits = list_other_limits(own.max_minutes);
  for (std::size_t limit = 0; limit < result.within.size(); ++limit) {
    for (const double chance : list_thresholds(own.min_probability)) {
      ThresholdRow& row = rows.emplace_back(ThresholdRow{limits[limit], chance, {}});
      for (const ServedByDraw& served : result.within[limit]) {
        row.underserved.push_back(spread_of(count_underserved(served, chance, rural)));
      }
    }
  }
  std::ranges::stable_sort(rows, {}, &ThresholdRow::max_minutes);
  return rows;
}

std::string threshold_text(const std::vector<ThresholdRow>& rows,
                           const std::vector<std::string>& sets) {
  std::string out =
      "## Underserved rural women under other thresholds\n\nMean and 90% of the draws, where the "
      "chance of help within so many minutes must be at least so much for a place to count as "
      "served.\n\n| minutes | at least |";
  for (const std::string& set : sets) out += " " + set + " |";
  out += "\n|---:|---:|";
  for (std::size_t i = 0; i < sets.size(); ++i) out += "---:|";
  for (const ThresholdRow& row : rows) {
    out += fmt::format("\n| {} | {:.3g} |", limit_text(row.max_minutes), row.min_probability);
    for (const Spread& spread : row.underserved) out += " " + spread_text(spread) + " |";
  }
  return out + "\n\n";
}

nlohmann::ordered_json threshold_json(const std::vector<ThresholdRow>& rows) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const ThresholdRow& row : rows) {
    nlohmann::ordered_json sets = nlohmann::ordered_json::array();
    for (const Spread& spread : row.underserved) sets.push_back(spread_json(spread));
    json.push_back({{"max_minutes", json_number(row.max_minutes, 1)},
                    {"min_probability", json_number(row.min_probability, 3)},
                    {"underserved_rural_women", std::move(sets)}});
  }
  return json;
}

}  // namespace pahunch
