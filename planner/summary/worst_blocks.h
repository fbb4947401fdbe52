/// \file
/// The areas worst off under a set of centres.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "geo/coverage/run_coverage.h"

namespace pahunch {

struct WorstArea {
  AreaIdx area;
  Persons women = 0;
  Persons beyond = 0;  ///< women not within the headline's limit
  /// The time that half of all women there need at most; none where half have no way at all.
  std::optional<double> half_min;
};

/// As many as a summary shows.
inline constexpr std::size_t kWorstBlocks = 10;

/// The first `n` of the level with the longest time for half of the women; areas where half have no
/// way come first; ties: more women beyond, then the smaller index. Areas without women are passed
/// over.
std::vector<WorstArea> find_worst_areas(const CoverageResult& coverage, const SetCoverage& set,
                                        const Dataset& dataset, std::size_t n);

}  // namespace pahunch
