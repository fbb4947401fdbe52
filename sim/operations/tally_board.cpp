#include "sim/operations/tally_board.h"

#include <algorithm>

namespace pahunch {

TallyBoard::TallyBoard(const CarePlan& plan, std::size_t n_centres, const RunWindow& window)
    : plan_(plan),
      window_(window),
      tallies_(n_centres),
      gauges_(n_centres * plan.n_steps()),
      busy_(n_centres * plan.n_pool_kinds()),
      present_(n_centres),
      weeks_(n_centres),
      beds_(n_centres) {
  for (CentreTally& tally : tallies_) {
    tally.steps.resize(plan.n_steps());
    tally.pools.resize(plan.n_pool_kinds());
  }
}

void TallyBoard::note_call(TimeMs now, const CaseState& what) {
  CentreTally& tally = tallies_[what.centre()];
  present_[what.centre()].add(now, window_.year);
  if (is_own(what)) {
    ++tally.n_cases;
    ++week_of(what.centre(), now).n_cases;
  }
  if (now < window_.year.begin) ++tally.n_open_at_start;
  if (now < window_.year.end) ++tally.n_open_at_end;
}

void TallyBoard::note_asked(TimeMs now, const CaseState& what, StepIdx step) {
  gauges_[place(what.centre(), step)].waiting.add(now, window_.year);
  if (is_own(what)) ++step_tally(what, step).n_asked;
  if (plan_.step(step).milestone == Milestone::kFollowUp && is_own(what)) {
    ++week_of(what.centre(), now).n_follow_ups;
  }
}

void TallyBoard::note_refused(TimeMs now, const CaseState& what, StepIdx step) {
  gauges_[place(what.centre(), step)].waiting.remove(now, window_.year);
  if (is_own(what)) ++step_tally(what, step).n_refused;
}

void TallyBoard::note_started(TimeMs now, const CaseState& what, StepIdx step,
                              const StepState& state) {
  StepGauges& gauges = gauges_[place(what.centre(), step)];
  gauges.waiting.remove(now, window_.year);
  gauges.serving.add(now, window_.year);
  if (state.pool.valid()) busy_[state.pool.value()].add(now, window_.year);
  if (WeekGauge* beds = find_beds(state.pool)) beds->add(now, window_.year);
  if (!is_own(what)) return;
  StepTally& tally = step_tally(what, step);
  const TimeMs wait = now - state.asked_at;
  ++tally.n_started;
  tally.wait_ms += wait;
  ++tally.n_by_wait[find_wait_class(wait)];
  if (wait > window_.longest_wait_ms) ++tally.n_late;
  if (!state.pool.valid()) return;
  const CentreIdx served_at(state.pool.value() / plan_.n_pool_kinds());
  if (served_at != what.centre()) ++tally.n_elsewhere;
  ++tallies_[served_at].pools[state.pool.value() % plan_.n_pool_kinds()].n_started;
}

void TallyBoard::note_ended(TimeMs now, const CaseState& what, StepIdx step,
                            const StepState& state) {
  gauges_[place(what.centre(), step)].serving.remove(now, window_.year);
  if (state.pool.valid()) busy_[state.pool.value()].remove(now, window_.year);
  if (WeekGauge* beds = find_beds(state.pool)) beds->remove(now, window_.year);
  if (is_own(what)) ++step_tally(what, step).n_ended;
}

void TallyBoard::note_disposed(TimeMs now, const CaseState& what) {
  CentreTally& tally = tallies_[what.centre()];
  if (now < window_.year.begin) --tally.n_open_at_start;
  if (now < window_.year.end) --tally.n_open_at_end;
  if (is_own(what)) {
    ++week_of(what.centre(), now).n_disposed;
    weeks_[what.centre()].n_open_at_start += count_ends(now);
  }
  if (!window_.year.holds(now)) return;
  ++tally.n_disposed_any;
  if (is_own(what)) ++tally.n_disposed_own;
}

void TallyBoard::note_over(TimeMs now, const CaseState& what) {
  present_[what.centre()].remove(now, window_.year);
  if (is_own(what)) note_outcome(kNeverMs, what);
}

void TallyBoard::note_unfinished(TimeMs now, const CaseState& what) {
  if (!is_own(what)) return;
  ++tallies_[what.centre()].n_unfinished;
  if (what.disposed_at == kNeverMs) weeks_[what.centre()].n_open_at_start += count_ends(now);
  note_outcome(now, what);
}

WeekGauge* TallyBoard::find_beds(PoolIdx pool) {
  const StepIdx shelter = plan_.probe().shelter;
  if (!pool.valid() || !shelter.valid()) return nullptr;
  const PoolKind kind(pool.value() % plan_.n_pool_kinds());
  if (std::ranges::count(plan_.step(shelter).served_by, kind) == 0) return nullptr;
  return &beds_[CentreIdx(pool.value() / plan_.n_pool_kinds())];
}

/// Who is still under way and not helped has waited until `now` at least.
void TallyBoard::note_outcome(TimeMs now, const CaseState& what) {
  CentreTally& tally = tallies_[what.centre()];
  const StepIdx shelter = plan_.probe().shelter;
  if (shelter.valid() && (what.refused & bit_of(shelter)) != 0) ++tally.n_turned_away;
  if (what.reached_at == kNeverMs) return;
  ++tally.n_reached;
  tally.reach_ms += what.reached_at - what.called_at;
  const TimeMs latest = what.reached_at + window_.longest_wait_ms;
  if (std::min(now, what.helped_at) > latest) ++tally.n_helped_late;
  if (what.helped_at == kNeverMs) return;
  WeekTally& week = week_of(what.centre(), what.called_at);
  ++week.n_helped;
  week.wait_ms += std::max<TimeMs>(what.helped_at - what.reached_at, 0);
}

IdxVector<CentreIdx, CentreTally> TallyBoard::close(TimeMs now) {
  for (const CentreIdx centre : indices(tallies_)) {
    CentreTally& tally = tallies_[centre];
    beds_[centre].settle(now, window_.year);
    for (std::size_t week = 0; week < kNWeeks; ++week) {
      weeks_[centre].weeks[week].bed_ms = beds_[centre].integral(week);
    }
    tally.present_ms = present_[centre].integral(now, window_.year);
    for (std::size_t i = 0; i < plan_.n_steps(); ++i) {
      const StepGauges& gauges = gauges_[place(centre, StepIdx(i))];
      tally.steps[i].waiting_ms = gauges.waiting.integral(now, window_.year);
      tally.steps[i].serving_ms = gauges.serving.integral(now, window_.year);
    }
    for (std::size_t i = 0; i < plan_.n_pool_kinds(); ++i) {
      const Gauge& busy = busy_[centre.value() * plan_.n_pool_kinds() + i];
      tally.pools[i].busy_ms = busy.integral(now, window_.year);
    }
  }
  return std::move(tallies_);
}

}  // namespace pahunch
