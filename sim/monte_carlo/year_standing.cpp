#include "sim/monte_carlo/year_standing.h"

#include <cassert>

#include "geo/coverage/reach.h"

namespace pahunch {
namespace {

/// Whom no dry road leads to a centre of the set: the same class as in the coverage of the set.
Standing judge_without_way(const StandingInputs& in, SettlementIdx at) {
  switch (judge_unreachable({.place = in.service.places[PlaceIdx(at.value())],
                             .any_open = !in.world.sets[in.set].empty(),
                             .out_of_service = in.service.out_of_service})) {
    case ReachStatus::kOffNetwork:
      return Standing::kOffNetwork;
    case ReachStatus::kCutOff:
      return Standing::kCutOff;
    case ReachStatus::kReached:
    case ReachStatus::kBeyond:
    case ReachStatus::kNoService:
      break;
  }
  return Standing::kOutOfReach;
}

/// How many months a settlement spends on each kind of road, and what that makes of its women.
class SettlementYear {
 public:
  SettlementYear(const StandingInputs& in, SettlementIdx at)
      : in_(in),
        dry_(in.year.trips.of(kDryState, in.set)[at]),
        without_way_(judge_without_way(in, at)) {
    for (std::size_t month = 0; month < kMonths; ++month) {
      const StateIdx state = in.year.roads.state[month];
      const StateIdx dry = in.year.roads.dry;
      const double flooded = state == dry ? 0 : in.year.roads.flooded_frac;
      if (flooded > 0) add(in.year.trips.of(state, in.set)[at], flooded);
      add(in.year.trips.of(dry, in.set)[at], 1 - flooded);
    }
  }

  [[nodiscard]] double p_served() const { return served_months_ / kMonthsInYear; }
  [[nodiscard]] double p_within(std::size_t limit) const {
    return months_within_[limit] / kMonthsInYear;
  }

  /// The women-months of a number of women; what rounding leaves goes to the commonest class.
  [[nodiscard]] Ledger spread(Persons women) const {
    Ledger ledger;
    std::int64_t left = women * kWomanMonth * kMonthsInYear;
    std::size_t most = 0;
    for (std::size_t i = 0; i < kNStandings; ++i) {
      ledger.thousandths[i] =
          split_off(women * kWomanMonth * kMonthsInYear, months_[i] / kMonthsInYear);
      left -= ledger.thousandths[i];
      if (months_[i] > months_[most]) most = i;
    }
    ledger.thousandths[most] += left;
    return ledger;
  }

 private:
  void add(const Trip& trip, double months) {
    if (!dry_.time.reachable()) return add(without_way_, months);
    add_within(trip, months);
    const TravelTime limit = in_.world.rules.limit;
    if (trip.time > limit) {
      return add(dry_.time > limit ? Standing::kOutOfReach : Standing::kCutOff, months);
    }
    const double p_not_helped = in_.p_not_helped[trip.site];
    add(Standing::kFull, months * p_not_helped);
    add(Standing::kServed, months * (1 - p_not_helped));
    served_months_ += months * (1 - p_not_helped);
  }
  void add_within(const Trip& trip, double months) {
    const auto& limits = in_.world.rules.other_limits;
    for (std::size_t i = 0; i < limits.size(); ++i) {
      if (trip.time <= limits[i]) months_within_[i] += months * (1 - in_.p_not_helped[trip.site]);
    }
  }
  void add(Standing standing, double months) {
    months_[static_cast<std::size_t>(standing)] += months;
  }

  const StandingInputs& in_;
  Trip dry_;  ///< on roads as ever
  Standing without_way_;
  std::array<double, kNStandings> months_{};
  double served_months_ = 0;
  std::array<double, kMostOtherLimits> months_within_{};
};

}  // namespace

Standings find_standings(const StandingInputs& inputs) {
  const auto& women = inputs.world.women;
  const auto& settlements = inputs.world.dataset.settlements.settlements;
  Standings found{.p_served = IdxVector<SettlementIdx, double>(women.size()),
                  .total = {},
                  .by_block = IdxVector<AreaIdx, LedgerPair>(inputs.world.blocks.size())};
  const std::size_t n_limits = inputs.world.rules.other_limits.size();
  assert(n_limits <= kMostOtherLimits);
  found.p_within.assign(n_limits, IdxVector<SettlementIdx, double>(women.size()));
  for (const SettlementIdx at : indices(women)) {
    const SettlementYear year(inputs, at);
    found.p_served[at] = year.p_served();
    for (std::size_t i = 0; i < n_limits; ++i) found.p_within[i][at] = year.p_within(i);
    const LedgerPair ledger{year.spread(women[at].all), year.spread(women[at].rural)};
    found.total += ledger;
    const AreaIdx block = settlements[at].block;
    if (block.valid()) found.by_block[block] += ledger;
  }
  return found;
}

}  // namespace pahunch
