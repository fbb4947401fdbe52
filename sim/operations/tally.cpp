#include "sim/operations/tally.h"

#include <cassert>

namespace pahunch {
namespace {

template <class Numbers>
void add_each(Numbers& to, const Numbers& from) {
  assert(to.size() == from.size());
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

}  // namespace

StepTally& StepTally::operator+=(const StepTally& other) {
  n_asked += other.n_asked;
  n_started += other.n_started;
  n_elsewhere += other.n_elsewhere;
  n_refused += other.n_refused;
  n_ended += other.n_ended;
  n_late += other.n_late;
  wait_ms += other.wait_ms;
  add_each(n_by_wait, other.n_by_wait);
  waiting_ms += other.waiting_ms;
  serving_ms += other.serving_ms;
  return *this;
}

PoolTally& PoolTally::operator+=(const PoolTally& other) {
  busy_ms += other.busy_ms;
  n_started += other.n_started;
  return *this;
}

ProbeTally& ProbeTally::operator+=(const ProbeTally& other) {
  n += other.n;
  n_full_here += other.n_full_here;
  n_full += other.n_full;
  n_vehicle_out += other.n_vehicle_out;
  n_late += other.n_late;
  n_late_or_full += other.n_late_or_full;
  wait_ms += other.wait_ms;
  n_helped += other.n_helped;
  return *this;
}

CentreTally& CentreTally::operator+=(const CentreTally& other) {
  n_cases += other.n_cases;
  n_reached += other.n_reached;
  reach_ms += other.reach_ms;
  n_helped_late += other.n_helped_late;
  n_turned_away += other.n_turned_away;
  n_disposed_own += other.n_disposed_own;
  n_disposed_any += other.n_disposed_any;
  n_open_at_start += other.n_open_at_start;
  n_open_at_end += other.n_open_at_end;
  n_unfinished += other.n_unfinished;
  present_ms += other.present_ms;
  add_each(steps, other.steps);
  add_each(pools, other.pools);
  probes += other.probes;
  return *this;
}

double estimate_p_not_helped(const ProbeTally& probes, double p_sheltered) {
  assert(probes.n > 0);
  const auto n_late = static_cast<double>(probes.n_late);
  const auto n_either = static_cast<double>(probes.n_late_or_full);
  // Exact where all are late: shares that add up to 1 by rounding alone would not be.
  return (n_late + p_sheltered * (n_either - n_late)) / static_cast<double>(probes.n);
}

}  // namespace pahunch
