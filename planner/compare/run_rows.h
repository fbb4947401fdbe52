/// \file
/// A run's settlements as its settlements.csv tells them, for comparing two runs.
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
  std::string name, district, block;
  std::int64_t women = 0;
  std::int64_t rural_women = 0;
  LonLat at;
  std::optional<double> minutes;  ///< under the set asked for
};

using RunRows = std::map<std::string, RunRow>;  ///< by id of the settlement

/// `set`: whose minutes. Throws DataError when the table has no such set, or is not one of a run.
RunRows read_run_rows(std::istream& in, const std::string& file, const std::string& set);

}  // namespace pahunch
