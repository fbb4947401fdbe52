/// \file
/// What changed between two runs, settlement by settlement.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/io/projection.h"
#include "geo/io/table.h"
#include "planner/compare/run_rows.h"

namespace pahunch {

/// Of a settlement, from the first run to the second.
enum class RowChange : std::uint8_t {
  kSame,
  kFaster,
  kSlower,
  kWayFound,  ///< a time only in the second
  kWayLost,   ///< a time only in the first
  kOnlyFirst,
  kOnlySecond,
};
std::string_view to_string(RowChange change);

struct ComparedRow {
  std::string id;
  RunRow row;  ///< of the second run, or of the first where the second lacks it
  std::optional<double> before_min, after_min;
  RowChange change = RowChange::kSame;
};

/// By id. Times that differ by less than a thousandth of a minute are the same.
std::vector<ComparedRow> compare_rows(const RunRows& before, const RunRows& after);

/// Women within one limit (inclusive).
struct ComparedLimit {
  double limit_min = 0;
  std::int64_t before = 0, after = 0;              ///< women
  std::int64_t rural_before = 0, rural_after = 0;  ///< rural women
};
std::vector<ComparedLimit> compare_limits(const RunRows& before, const RunRows& after,
                                          const std::vector<double>& limits_min);

/// Rows that changed, as points.
Table make_changes_table(const std::vector<ComparedRow>& rows, const Projection& projection);

}  // namespace pahunch
