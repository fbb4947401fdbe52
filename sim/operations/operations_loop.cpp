#include "sim/operations/operations_loop.h"

#include <bit>
#include <cassert>

namespace pahunch {
namespace {

IdxVector<PoolIdx, Pool> make_loop_pools(IdxVector<PoolIdx, Timetable>&& timetables) {
  IdxVector<PoolIdx, Pool> pools;
  pools.reserve(timetables.size());
  for (Timetable& timetable : timetables) pools.push_back(Pool(std::move(timetable)));
  return pools;
}

}  // namespace

OperationsLoop::OperationsLoop(LoopSetup setup)
    : plan_(setup.plan),
      window_(setup.window),
      draws_(setup.draws),
      discipline_(setup.discipline),
      pools_(make_loop_pools(std::move(setup.timetables))),
      board_(plan_, plan_.n_pool_kinds() == 0 ? 1 : pools_.size() / plan_.n_pool_kinds(), window_),
      cases_(plan_.n_steps()) {}

// ---- the loop

IdxVector<CentreIdx, CentreTally> OperationsLoop::run(ArrivalSource& arrivals,
                                                      std::span<const ProbeArrival> probes,
                                                      RecordSink* sink) {
  arrivals_ = &arrivals;
  next_arrival_ = arrivals.next();
  coming_probes_ = probes;
  sink_ = sink;
  while (true) {
    switch (find_next()) {
      case Source::kEvents: {
        const Event event = heap_.pop();
        prefetch_next();
        handle(event);
        break;
      }
      case Source::kArrivals:
        now_ = next_arrival_->called_at;
        open_case(*next_arrival_);
        next_arrival_ = arrivals.next();
        break;
      case Source::kProbes:
        open_probe();
        break;
      case Source::kNone:
        stop();
        return board_.close(window_.stop_at);
    }
  }
}

/// Handling one event takes as long as fetching the case of the next.
void OperationsLoop::prefetch_next() const {
  if (heap_.empty()) return;
  const EventSubject subject = heap_.top().subject();
  const bool is_of_case =
      subject.kind == EventKind::kStepEnds || subject.kind == EventKind::kStepDue;
  if (is_of_case) cases_.prefetch(subject.slot, StepIdx(subject.step));
}

/// Where the next thing happens: at one instant events come before arrivals before probes.
OperationsLoop::Source OperationsLoop::find_next() {
  TimeMs at = window_.stop_at;
  Source source = Source::kNone;
  if (!coming_probes_.empty() && coming_probes_.front().at < at) {
    at = coming_probes_.front().at;
    source = Source::kProbes;
  }
  if (next_arrival_ != nullptr && next_arrival_->called_at < window_.stop_at &&
      next_arrival_->called_at <= at) {
    at = next_arrival_->called_at;
    source = Source::kArrivals;
  }
  if (!heap_.empty() && heap_.top().at() < window_.stop_at && heap_.top().at() <= at) {
    at = heap_.top().at();
    source = Source::kEvents;
  }
  const bool is_over =
      at >= window_.year.end && n_own_open_ == 0 && n_probes_open_ == 0 && coming_probes_.empty();
  return is_over ? Source::kNone : source;
}

void OperationsLoop::handle(const Event& event) {
  ++n_events_;
  now_ = event.at();
  const EventSubject subject = event.subject();
  switch (subject.kind) {
    case EventKind::kStepEnds:
      end(subject.slot, StepIdx(subject.step));
      break;
    case EventKind::kDutyBegins:
      serve_line(PoolIdx(subject.number));
      break;
    case EventKind::kStepDue:
      ask(subject.slot, StepIdx(subject.step));
      advance(subject.slot);
      break;
    case EventKind::kProbeDue:
      ask_for_probe(subject.slot);
      break;
  }
}

/// Tells what is still under way, in order of slots.
void OperationsLoop::stop() {
  for (std::uint32_t slot = 0; slot < cases_.n_slots(); ++slot) {
    const CaseState& what = cases_[slot];
    if (!what.open) continue;
    board_.note_unfinished(window_.stop_at, what);
    for (std::size_t i = 0; i < plan_.n_steps(); ++i) {
      const StepState& state = cases_.step(slot, StepIdx(i));
      const bool is_under_way = state.ticket != 0 || state.started_at != kNeverMs;
      if (is_under_way) record_step(slot, StepIdx(i), kNeverMs);
    }
    record_case(what, kNeverMs);
  }
  for (std::uint32_t slot = 0; slot < probes_.size(); ++slot) {
    if (probes_[slot].position < plan_.probe().help.size()) close_probe(slot, kNeverMs);
  }
}

// ---- a case

void OperationsLoop::open_case(const CaseArrival& arrival) {
  assert(!arrival.options.empty());
  const std::uint32_t slot = cases_.open();
  CaseState& what = cases_[slot];
  what.key = arrival.key;
  what.number = n_cases_++;
  what.options = arrival.options;
  what.called_at = arrival.called_at;
  what.needed = draws_.draw_steps(plan_, arrival.key, arrival.channel);
  what.over = plan_.all_steps() & ~what.needed;
  what.asked = what.over;
  const auto takes = [&](Milestone milestone) {
    return (what.needed & plan_.steps_of(milestone)) != 0;
  };
  if (!takes(Milestone::kArrival)) what.reached_at = now_;
  if (!takes(Milestone::kFirstHelp)) what.helped_at = now_;
  board_.note_call(now_, what);
  if (board_.is_own(what)) ++n_own_open_;
  advance(slot);
}

/// Begins every step that may begin. One pass does it: a step comes after earlier ones only, and is
/// replaced by later ones only.
void OperationsLoop::advance(std::uint32_t slot) {
  CaseState& what = cases_[slot];
  std::uint32_t later = plan_.all_steps();
  while (const std::uint32_t left = later & ~what.asked) {
    const StepIdx step(static_cast<std::size_t>(std::countr_zero(left)));
    later &= ~((bit_of(step) << 1U) - 1);
    if ((plan_.predecessors(step) & ~what.over) != 0) continue;
    what.asked |= bit_of(step);
    begin_step(slot, step);
  }
  if (what.over == plan_.all_steps()) close_case(slot);
}

void OperationsLoop::begin_step(std::uint32_t slot, StepIdx step) {
  const CaseState& what = cases_[slot];
  cases_.step(slot, step).n_sessions = draws_.draw_sessions(plan_, step, what.key);
  const TimeMs lead_ms = plan_.step(step).sessions.lead_ms;
  if (lead_ms == 0) return ask(slot, step);
  push(now_ + lead_ms, {EventKind::kStepDue, what.number, step.value(), slot});
}

void OperationsLoop::ask(std::uint32_t slot, StepIdx step) {
  const CaseState& what = cases_[slot];
  cases_.step(slot, step).asked_at = now_;
  board_.note_asked(now_, what, step);
  if (plan_.step(step).served_by.empty()) return start(slot, step, PoolIdx());
  const PoolIdx pool = find_free(what.options, step);
  if (pool.valid()) return start(slot, step, pool);
  join_lines(slot, step);
}

void OperationsLoop::start(std::uint32_t slot, StepIdx step, PoolIdx pool) {
  CaseState& what = cases_[slot];
  StepState& state = cases_.step(slot, step);
  state.started_at = now_;
  state.pool = pool;
  if (pool.valid()) pools_[pool].take_one();
  board_.note_started(now_, what, step, state);
  if (plan_.step(step).milestone == Milestone::kFirstHelp && what.helped_at == kNeverMs) {
    what.helped_at = now_;
  }
  const TimeMs length =
      draws_.draw_duration(plan_, step, what.key, state.session) + find_travel(what, step, pool);
  push(now_ + length, {EventKind::kStepEnds, what.number, step.value(), slot});
}

void OperationsLoop::end(std::uint32_t slot, StepIdx step) {
  StepState& state = cases_.step(slot, step);
  const PoolIdx pool = state.pool;
  board_.note_ended(now_, cases_[slot], step, state);
  record_step(slot, step, now_);
  state.started_at = kNeverMs;
  if (pool.valid()) {
    pools_[pool].free_one();
    serve_line(pool);
  }
  if (++state.session < state.n_sessions) {
    push(now_ + plan_.step(step).sessions.gap_ms,
         {EventKind::kStepDue, cases_[slot].number, step.value(), slot});
    return;
  }
  finish_step(slot, step);
  advance(slot);
}

void OperationsLoop::refuse(std::uint32_t slot, StepIdx step) {
  cases_[slot].refused |= bit_of(step);
  if (const StepIdx instead = plan_.step(step).instead; instead.valid()) {
    cases_[slot].asked &= ~bit_of(instead);
    cases_[slot].over &= ~bit_of(instead);
  }
  board_.note_refused(now_, cases_[slot], step);
  if (sink_ != nullptr) {
    sink_->note_step({.case_number = cases_[slot].number,
                      .step = step,
                      .session = cases_.step(slot, step).session,
                      .centre = cases_[slot].centre(),
                      .asked_at = now_,
                      .refused = true});
  }
  finish_step(slot, step);
}

void OperationsLoop::finish_step(std::uint32_t slot, StepIdx step) {
  CaseState& what = cases_[slot];
  what.over |= bit_of(step);
  const Milestone milestone = plan_.step(step).milestone;
  if (milestone == Milestone::kArrival && what.reached_at == kNeverMs) what.reached_at = now_;
  if (milestone == Milestone::kDisposal && what.disposed_at == kNeverMs) {
    what.disposed_at = now_;
    board_.note_disposed(now_, what);
  }
}

void OperationsLoop::close_case(std::uint32_t slot) {
  const CaseState& what = cases_[slot];
  board_.note_over(now_, what);
  if (board_.is_own(what)) --n_own_open_;
  record_case(what, now_);
  cases_.close(slot);
}

// ---- records

void OperationsLoop::record_step(std::uint32_t slot, StepIdx step, TimeMs ended_at) {
  if (sink_ == nullptr) return;
  const StepState& state = cases_.step(slot, step);
  const bool is_served = state.started_at != kNeverMs && state.pool.valid();
  sink_->note_step(
      {.case_number = cases_[slot].number,
       .step = step,
       .session = state.session,
       .centre = cases_[slot].centre(),
       .served_at = is_served ? CentreIdx(state.pool.value() / plan_.n_pool_kinds()) : CentreIdx(),
       .asked_at = state.asked_at,
       .started_at = state.started_at,
       .ended_at = ended_at});
}

void OperationsLoop::record_case(const CaseState& what, TimeMs over_at) {
  if (sink_ == nullptr) return;
  sink_->note_case({.case_number = what.number,
                    .key = what.key,
                    .centre = what.centre(),
                    .called_at = what.called_at,
                    .reached_at = what.reached_at,
                    .helped_at = what.helped_at,
                    .disposed_at = what.disposed_at,
                    .over_at = over_at,
                    .refused = what.refused});
}

}  // namespace pahunch
