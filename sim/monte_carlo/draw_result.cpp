#include "sim/monte_carlo/draw_result.h"

#include <fmt/format.h>

#include "geo/base/error.h"

namespace pahunch {
namespace {

void check_ledger(const Ledger& found, const Ledger& expected) {
  if (found.total() == expected.total()) return;
  throw InvariantError({.what = fmt::format("the classes of the ledger add up to {} and not {}",
                                            found.total(), expected.total()),
                        .where = "a replicate year, thousandths of a woman-month"});
}

void add_standings(const Standings& year, SetResult& result) {
  for (const SettlementIdx at : indices(year.p_served)) {
    result.p_served[at].add(year.p_served[at]);
  }
  for (std::size_t limit = 0; limit < year.p_within.size(); ++limit) {
    for (const SettlementIdx at : indices(year.p_within[limit])) {
      result.p_within[limit][at].add(year.p_within[limit][at]);
    }
  }
  for (std::size_t i = 0; i < kNStandings; ++i) {
    result.all[i].add(year.total.all.women(static_cast<Standing>(i)));
    result.rural[i].add(year.total.rural.women(static_cast<Standing>(i)));
  }
  for (const AreaIdx at : indices(year.by_block)) {
    const Ledger& rural = year.by_block[at].rural;
    double not_served = 0;
    for (std::size_t i = 0; i < kNStandings; ++i) {
      const double women = rural.women(static_cast<Standing>(i));
      result.blocks[at].women[i] += women;
      if (static_cast<Standing>(i) != Standing::kServed) not_served += women;
    }
    result.blocks[at].not_served.add(not_served);
  }
}

void add_centres(const SetYear& year, SetResult& result) {
  std::int64_t disposed_own = 0;
  std::int64_t disposed_any = 0;
  for (const CentreIdx at : indices(result.centres)) {
    const CentreTally& tally = year.operations.centres[at];
    CentreMoments& moments = result.centres[at];
    if (moments.cases.n() == 0) {
      moments.sums = tally;  // as many steps and pools as the plan has
    } else {
      moments.sums += tally;
    }
    moments.cases.add(static_cast<double>(tally.n_cases));
    moments.p_not_helped.add(year.p_not_helped[SiteIdx(at.value())]);
    disposed_own += tally.n_disposed_own;
    disposed_any += tally.n_disposed_any;
  }
  result.disposed_own.add(static_cast<double>(disposed_own));
  result.disposed_any.add(static_cast<double>(disposed_any));
  result.n_events += year.operations.n_events;
}

void add_cases(const CaseCounts& counts, SetResult& result) {
  result.need.add(static_cast<double>(counts.n_need));
  result.registered.add(static_cast<double>(counts.n_registered));
  result.unreported.add(static_cast<double>(counts.n_unreported));
  result.unreachable.add(static_cast<double>(counts.n_unreachable));
}

}  // namespace

void CentreMoments::merge(const CentreMoments& later) {
  if (later.cases.n() == 0) return;
  if (cases.n() == 0) {
    sums = later.sums;
  } else {
    sums += later.sums;
  }
  cases.merge(later.cases);
  p_not_helped.merge(later.p_not_helped);
}

void BlockMoments::merge(const BlockMoments& later) {
  for (std::size_t i = 0; i < kNStandings; ++i) women[i] += later.women[i];
  not_served.merge(later.not_served);
}

void SetResult::merge_totals(const SetResult& later) {
  for (std::size_t i = 0; i < kNStandings; ++i) {
    rural[i].merge(later.rural[i]);
    all[i].merge(later.all[i]);
  }
  for (const AreaIdx at : indices(blocks)) blocks[at].merge(later.blocks[at]);
  for (const CentreIdx at : indices(centres)) centres[at].merge(later.centres[at]);
  need.merge(later.need);
  registered.merge(later.registered);
  unreported.merge(later.unreported);
  unreachable.merge(later.unreachable);
  disposed_own.merge(later.disposed_own);
  disposed_any.merge(later.disposed_any);
  n_events += later.n_events;
}

DrawResult make_draw_result(const ResultSize& size) {
  DrawResult result;
  for (std::size_t set = 0; set < size.n_sets; ++set) {
    SetResult& made = result.sets.emplace_back();
    made.p_served = IdxVector<SettlementIdx, RunningMoments>(size.n_settlements);
    made.p_within.assign(size.n_other_limits,
                         IdxVector<SettlementIdx, ShareSums>(size.n_settlements));
    made.blocks = IdxVector<AreaIdx, BlockMoments>(size.n_blocks);
    made.centres = IdxVector<CentreIdx, CentreMoments>(size.n_centres);
    made.weeks = WeekBook(size.n_week_areas);
  }
  result.served_by_first_and.resize(size.n_sets);
  return result;
}

void add_year(const std::vector<SetYear>& sets, const LedgerPair& expected, DrawResult& result) {
  constexpr auto kServed = Standing::kServed;
  for (std::size_t set = 0; set < sets.size(); ++set) {
    check_ledger(sets[set].standings.total.all, expected.all);
    check_ledger(sets[set].standings.total.rural, expected.rural);
    add_standings(sets[set].standings, result.sets[set]);
    add_centres(sets[set], result.sets[set]);
    add_cases(sets[set].cases, result.sets[set]);
    add_year(sets[set].weeks, result.sets[set].weeks);
    result.served_by_first_and[set].add(sets[0].standings.total.rural.women(kServed),
                                        sets[set].standings.total.rural.women(kServed));
  }
}

}  // namespace pahunch
