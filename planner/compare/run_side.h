/// \file
/// One of the two runs that are compared.
#pragma once

#include <filesystem>
#include <string>

#include "planner/compare/run_rows.h"
#include "planner/run/manifest.h"

namespace pahunch {

struct RunSide {
  std::filesystem::path folder;
  Manifest manifest;
  std::string manifest_sha256;  ///< which holds the checksums of all its files
  std::string set;              ///< of centres, that is compared
  RunRows rows;
  RunCentres centres;  ///< open under the set
};

/// `set` "": the last one. Throws UsageError where the run has no such set; DataError where there
/// is no run, it has no such tables, or one of them was changed since.
RunSide read_side(const std::filesystem::path& run, const std::string& set);

/// "monsoon, set plan".
std::string side_words(const RunSide& side);

}  // namespace pahunch
