/// \file
/// What the replicate years of one parameter draw come to. Memory: flat in the years.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/monte_carlo/share_sums.h"
#include "sim/monte_carlo/week_figures.h"
#include "sim/monte_carlo/year_cases.h"
#include "sim/monte_carlo/year_standing.h"
#include "sim/operations/centre_simulator.h"
#include "sim/statistics/running_moments.h"

namespace pahunch {

/// Of one centre, by year.
struct CentreMoments {
  RunningMoments cases, p_not_helped;
  CentreTally sums;
  void merge(const CentreMoments& later);
};

/// Of one block, by year, in women.
struct BlockMoments {
  std::array<double, kNStandings> women{};  ///< sums over the years, rural
  RunningMoments not_served;                ///< rural women, of the year
  void merge(const BlockMoments& later);
};

/// One set of centres under one draw.
struct SetResult {
  IdxVector<SettlementIdx, RunningMoments> p_served;          ///< of a year
  std::vector<IdxVector<SettlementIdx, ShareSums>> p_within;  ///< by other limit of the rules
  std::array<RunningMoments, kNStandings> rural;              ///< women in each class, of a year
  std::array<RunningMoments, kNStandings> all;
  IdxVector<AreaIdx, BlockMoments> blocks;
  IdxVector<CentreIdx, CentreMoments> centres;
  RunningMoments need, registered, unreported, unreachable, disposed_own, disposed_any;
  std::uint64_t n_events = 0;
  WeekBook weeks;

  /// Adds the years that follow these, but for what is kept by settlement or by week.
  void merge_totals(const SetResult& later);
};

struct DrawResult {
  std::vector<SetResult> sets;
  /// Rural women served, by year: the first set and each of the others, on the same draws.
  std::vector<PairMoments> served_by_first_and;
  std::uint64_t n_states = 0;  ///< that were routed
};

/// What one year under one set comes to.
struct SetYear {
  Standings standings;
  CaseCounts cases;
  OperationsResult operations;
  IdxVector<SiteIdx, double> p_not_helped;
  WeeksByArea weeks = {};
};

/// A result for so many settlements, blocks and centres, of no year yet.
struct ResultSize {
  std::size_t n_settlements = 0, n_blocks = 0, n_centres = 0, n_sets = 0, n_other_limits = 0,
              n_week_areas = 0;
};
DrawResult make_draw_result(const ResultSize& size);

/// Throws InvariantError where a ledger does not add up to `expected`.
void add_year(const std::vector<SetYear>& sets, const LedgerPair& expected, DrawResult& result);

}  // namespace pahunch
