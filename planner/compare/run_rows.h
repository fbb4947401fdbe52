/// \file
/// A run's settlements and centres as its tables tell them, for comparing two runs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/point.h"

namespace pahunch {

struct RunRow {
  std::string name, district, subdivision, block;
  std::int64_t women = 0;
  std::int64_t rural_women = 0;
  LonLat at;
  std::optional<double> minutes;  ///< under the set asked for, rounded as the table has it
  std::string band = {};          ///< "30-60", "over 120": exact, as the run decided it
  std::string centre = {};        ///< id of the nearest one under that set; "" for none
};

using RunRows = std::map<std::string, RunRow>;  ///< by id of the settlement

/// Inclusive. By the band where that decides, as minutes on a limit are rounded; else by minutes.
bool is_within(const RunRow& row, double limit_min);

/// `set`: whose minutes. Throws DataError when the table has no such set, or is not one of a run. A
/// moved centre has the id that it had before.
RunRows read_run_rows(std::istream& in, const std::string& file, const std::string& set);

struct RunCentre {
  std::string name;
  LonLat at;
};

using RunCentres = std::map<std::string, RunCentre>;  ///< open ones, by id

/// From centres.csv; throws as `read_run_rows`.
RunCentres read_run_centres(std::istream& in, const std::string& file, const std::string& set);

}  // namespace pahunch
