/// \file
/// What plots are drawn from: the small tables of a run and its summaries, as its files have them.
#pragma once

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "planner/plot/csv_table.h"

namespace pahunch {

struct RunData {
  nlohmann::ordered_json summary = {};  ///< summary.json
  nlohmann::ordered_json siting = {};   ///< siting.json; null where no sites were chosen
  std::string version = {};             ///< of the program that made the run
  std::map<std::string, CsvTable, std::less<>> tables = {};

  /// Null where the run has no such table, or one without rows.
  [[nodiscard]] const CsvTable* find(std::string_view table) const;
  /// "baseline", "plan": the sets of centres, in their order.
  [[nodiscard]] std::vector<std::string> sets() const;
};

/// Throws DataError when the folder holds no run, or a file was changed since the run.
RunData read_run_data(const std::filesystem::path& run);

/// Below a plot: what it rests on, as sentences; and what is modelled.
std::string provenance_words(const RunData& run);
std::string notice_words(const RunData& run);

}  // namespace pahunch
