/// \file
/// Women within each limit by district and by block, in two runs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/io/table.h"
#include "planner/compare/compare_runs.h"

namespace pahunch {

struct AreaChanges {
  std::string district;
  std::string block;  ///< "" of a whole district
  std::vector<ComparedLimit> limits;
};

/// As the settlements of the two runs say they lie, by name; their sums are those of
/// `compare_limits`. A settlement that lies elsewhere in the second run is lost by the one area and
/// gained by the other.
std::vector<AreaChanges> compare_districts(const RunRows& before, const RunRows& after,
                                           const std::vector<double>& limits_min);
std::vector<AreaChanges> compare_blocks(const RunRows& before, const RunRows& after,
                                        const std::vector<double>& limits_min);

/// A row an area; all and rural women before, after, the change, gained and lost, for each limit.
Table make_area_changes_table(const std::string& name, const std::vector<AreaChanges>& areas,
                              const std::vector<double>& limits_min);

}  // namespace pahunch
