// How cases and probes get a place in a pool, or wait for one.
#include "sim/operations/operations_loop.h"

#include <algorithm>

namespace pahunch {

std::size_t OperationsLoop::count_candidates(std::span<const CentreOption> options,
                                             StepIdx step) const {
  const StepPlan& what = plan_.step(step);
  const std::size_t n_options =
      what.seek == Seek::kOwnCentre ? 1 : std::min<std::size_t>(options.size(), what.most_options);
  return std::min(n_options * what.served_by.size(), CarePlan::kMostCandidates);
}

PoolIdx OperationsLoop::candidate(std::span<const CentreOption> options, StepIdx step,
                                  std::size_t i) const {
  const auto& kinds = plan_.step(step).served_by;
  const CentreIdx centre = options[i / kinds.size()].centre;
  return PoolIdx(centre.value() * plan_.n_pool_kinds() + kinds[i % kinds.size()].value());
}

PoolIdx OperationsLoop::find_free(std::span<const CentreOption> options, StepIdx step) {
  const std::size_t n = count_candidates(options, step);
  for (std::size_t i = 0; i < n; ++i) {
    const PoolIdx pool = candidate(options, step, i);
    if (is_free(pool)) return pool;
  }
  return PoolIdx();
}

/// Free, and nobody waits: at the instant a shift begins those in the line come first.
bool OperationsLoop::is_free(PoolIdx pool) {
  if (!pools_[pool].has_free(now_)) return false;
  if (pools_[pool].line.empty()) return true;
  serve_line(pool);
  return pools_[pool].has_free(now_);
}

/// Somebody is there, or will be.
bool OperationsLoop::is_worth_waiting(Pool& pool, Absence absence) {
  if (absence == Absence::kRefuse) return pool.count_on_duty(now_) > 0;
  return pool.timetable().n_posts() > 0;
}

void OperationsLoop::join_lines(std::uint32_t slot, StepIdx step) {
  const CaseState& what = cases_[slot];
  const StepPlan& plan = plan_.step(step);
  StepState& state = cases_.step(slot, step);
  const std::size_t n = count_candidates(what.options, step);
  const std::uint64_t ticket = ++last_ticket_;
  for (std::size_t i = 0; i < n; ++i) {
    const PoolIdx at = candidate(what.options, step, i);
    Pool& pool = pools_[at];
    if (pool.n_waiting >= plan.room || !is_worth_waiting(pool, plan.absence)) continue;
    pool.line.join({ticket, slot, static_cast<std::uint16_t>(step.value())}, plan.priority);
    ++pool.n_waiting;
    state.joined |= static_cast<std::uint16_t>(1U << i);
    state.ticket = ticket;
    foresee_duty(at);
  }
  if (state.joined == 0) refuse(slot, step);
}

void OperationsLoop::leave_lines(std::uint32_t slot, StepIdx step) {
  StepState& state = cases_.step(slot, step);
  const std::uint32_t joined = state.joined;
  for (std::size_t i = 0; (joined >> i) != 0; ++i) {
    if (((joined >> i) & 1U) == 0) continue;
    --pools_[candidate(cases_[slot].options, step, i)].n_waiting;
  }
  state.joined = 0;
  state.ticket = 0;
}

void OperationsLoop::serve_line(PoolIdx at) {
  Pool& pool = pools_[at];
  while (pool.has_free(now_)) {
    const auto entry =
        pool.line.take(discipline_, [this](const WaitingEntry& who) { return holds(who); });
    if (!entry) return;
    if (entry->probe) {
      start_probe(entry->slot);
    } else {
      leave_lines(entry->slot, StepIdx(entry->step));
      start(entry->slot, StepIdx(entry->step), at);
    }
  }
  foresee_duty(at);
}

bool OperationsLoop::holds(const WaitingEntry& entry) {
  const std::uint64_t ticket = entry.probe ? probes_[entry.slot].ticket
                                           : cases_.step(entry.slot, StepIdx(entry.step)).ticket;
  return ticket == entry.ticket;
}

/// Shifts make events only where somebody waits for one.
void OperationsLoop::foresee_duty(PoolIdx at) {
  Pool& pool = pools_[at];
  if (pool.wake_at > now_ || pool.line.empty()) return;
  pool.wake_at = pool.timetable().find_rise(now_, window_.stop_at);
  if (pool.wake_at != kNeverMs) push(pool.wake_at, {EventKind::kDutyBegins, at.value(), 0, 0});
}

TimeMs OperationsLoop::find_travel(const CaseState& what, StepIdx step, PoolIdx pool) const {
  const Travel travel = plan_.step(step).travel;
  if (travel == Travel::kNone) return 0;
  const TimeMs home = what.options.front().travel_ms;
  if (travel == Travel::kToCentre) return home;
  const CentreIdx from(pool.value() / plan_.n_pool_kinds());
  const auto option = std::find_if(what.options.begin(), what.options.end(),
                                   [&](const auto& one) { return one.centre == from; });
  return option->travel_ms + home;
}

}  // namespace pahunch
