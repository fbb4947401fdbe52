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
inline constexpr std::size_t kNChanges = 7;
std::string_view to_string(RowChange change);

/// Why a settlement's time changed, as far as the nearest centre tells.
enum class ChangeReason : std::uint8_t {
  kNone,          ///< it did not
  kNewCentre,     ///< a centre that is open only in the second run
  kClosedCentre,  ///< one that is open only in the first
  kMovedCentre,   ///< one that stands elsewhere in the second
  kOtherCentre,  ///< another centre, or a way to one, that is open in both: the roads or the travel
  kSameCentre,   ///< the same centre in another time: the roads or the travel
  kSettlement,   ///< the settlement is in one run only
};
inline constexpr std::size_t kNReasons = 7;
std::string_view to_string(ChangeReason reason);

struct ComparedRow {
  std::string id;
  RunRow row;  ///< of the second run, or of the first where the second lacks it
  std::optional<double> before_min, after_min;
  RowChange change = RowChange::kSame;
  std::string centre_before = {}, centre_after = {};  ///< ids of the nearest, "" for none
  ChangeReason reason = ChangeReason::kNone;
};

/// By id. Times that differ by less than a thousandth of a minute are the same.
std::vector<ComparedRow> compare_rows(const RunRows& before, const RunRows& after);

/// Gives each row that changed its reason. Where a centre that opened, closed or moved is among the
/// nearest before and after, it is that: of those who gain the one that they now have is asked
/// first, of those who lose the one that they had.
void find_reasons(const RunCentres& before, const RunCentres& after,
                  std::vector<ComparedRow>& rows);

/// At least a metre apart.
bool has_moved(const RunCentre& before, const RunCentre& after);

/// Women within one limit (inclusive). Those gained are within it in the second run and not in the
/// first, those lost the other way round; where the runs count other women in a settlement, the
/// difference is gained or lost. Gained less lost is after less before.
struct ComparedLimit {
  double limit_min = 0;
  std::int64_t before = 0, after = 0, gained = 0, lost = 0;  ///< women
  std::int64_t rural_before = 0, rural_after = 0, rural_gained = 0, rural_lost = 0;
};
std::vector<ComparedLimit> compare_limits(const RunRows& before, const RunRows& after,
                                          const std::vector<double>& limits_min);

/// Rows that changed, as points.
Table make_changes_table(const std::vector<ComparedRow>& rows, const Projection& projection);

}  // namespace pahunch
