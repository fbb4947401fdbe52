// Virtual cases: they wait like others and take up nothing.
#include "sim/operations/operations_loop.h"

#include <algorithm>

namespace pahunch {

void OperationsLoop::open_probe() {
  const ProbePlan& plan = plan_.probe();
  const ProbeArrival& arrival = coming_probes_.front();
  coming_probes_ = coming_probes_.subspan(1);
  now_ = arrival.at;
  const auto is_full = [&](std::span<const CentreOption> options, StepIdx step) {
    return step.valid() && !find_free(options, step).valid();
  };
  const bool full = is_full(arrival.options, plan.shelter);
  ProbeTally& tally = board_.probes(arrival.options.front().centre);
  ++tally.n;
  if (is_full(arrival.options.first(1), plan.shelter)) ++tally.n_full_here;
  if (full) ++tally.n_full;
  if (is_full(arrival.options, plan.vehicle)) ++tally.n_vehicle_out;
  probes_.push_back({.arrival = arrival, .full = full});
  ++n_probes_open_;
  ask_for_probe(static_cast<std::uint32_t>(probes_.size() - 1));
}

void OperationsLoop::ask_for_probe(std::uint32_t slot) {
  const ProbeState& probe = probes_[slot];
  const auto& help = plan_.probe().help;
  if (probe.position >= help.size()) return close_probe(slot, now_);
  const StepIdx step = help[probe.position];
  const auto options = probe.arrival.options;
  if (plan_.step(step).served_by.empty() || find_free(options, step).valid()) {
    return start_probe(slot);
  }
  const std::uint64_t ticket = ++last_ticket_;
  const std::size_t n = count_candidates(options, step);
  for (std::size_t i = 0; i < n; ++i) {
    const PoolIdx at = candidate(options, step, i);
    if (!is_worth_waiting(pools_[at], plan_.step(step).absence)) continue;
    const auto number = static_cast<std::uint16_t>(step.value());
    pools_[at].line.join({ticket, slot, number, true}, plan_.step(step).priority);
    probes_[slot].ticket = ticket;
    foresee_duty(at);
  }
  if (probes_[slot].ticket == 0) close_probe(slot, kNeverMs);  // nobody there will ever help
}

/// Her turn has come; she goes on as if served for the mean time, and nobody is kept busy.
void OperationsLoop::start_probe(std::uint32_t slot) {
  ProbeState& probe = probes_[slot];
  const auto& help = plan_.probe().help;
  const StepIdx step = help[probe.position];
  probe.ticket = 0;
  if (++probe.position == help.size()) return close_probe(slot, now_);
  push(now_ + plan_.step(step).duration.mean_ms(), {EventKind::kProbeDue, slot, 0, slot});
}

void OperationsLoop::close_probe(std::uint32_t slot, TimeMs helped_at) {
  const ProbeState& probe = probes_[slot];
  ProbeTally& tally = board_.probes(probe.arrival.options.front().centre);
  const TimeMs waited = std::min(helped_at, window_.stop_at) - probe.arrival.at;
  const bool is_late = waited > window_.longest_wait_ms;
  if (is_late) ++tally.n_late;
  if (is_late || probe.full) ++tally.n_late_or_full;
  if (helped_at != kNeverMs) {
    ++tally.n_helped;
    tally.wait_ms += waited;
  }
  probes_[slot].position = static_cast<std::uint32_t>(plan_.probe().help.size());
  --n_probes_open_;
}

}  // namespace pahunch
