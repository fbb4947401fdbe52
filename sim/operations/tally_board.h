/// \file
/// Keeps the tallies of a run while it goes on: what the event loop tells, counted and integrated.
#pragma once

#include <utility>
#include <vector>

#include "sim/operations/case_table.h"
#include "sim/operations/gauge.h"
#include "sim/operations/tally.h"
#include "sim/operations/week_tally.h"

namespace pahunch {

/// What a run covers.
struct RunWindow {
  Span year = {0, kYearMs};             ///< counts are of the cases called in it, integrals over it
  TimeMs stop_at = 3 * kYearMs;         ///< nothing happens from then on
  TimeMs longest_wait_ms = 2 * kDayMs;  ///< a longer wait is late
};

class TallyBoard {
 public:
  TallyBoard(const CarePlan& plan, std::size_t n_centres, const RunWindow& window);

  void note_call(TimeMs now, const CaseState& what);
  void note_asked(TimeMs now, const CaseState& what, StepIdx step);
  void note_refused(TimeMs now, const CaseState& what, StepIdx step);
  /// Preconditions: `state` holds when it was asked, and the pool where there is one.
  void note_started(TimeMs now, const CaseState& what, StepIdx step, const StepState& state);
  void note_ended(TimeMs now, const CaseState& what, StepIdx step, const StepState& state);
  void note_disposed(TimeMs now, const CaseState& what);
  void note_over(TimeMs now, const CaseState& what);
  /// Of a case under way when the run stops.
  void note_unfinished(TimeMs now, const CaseState& what);
  ProbeTally& probes(CentreIdx centre) { return tallies_[centre].probes; }

  [[nodiscard]] bool is_own(const CaseState& what) const {
    return window_.year.holds(what.called_at);
  }
  /// The tallies with all integrals up to `now`. Once, at the end.
  IdxVector<CentreIdx, CentreTally> close(TimeMs now);
  /// The same week by week, without the number of beds. Once, after `close`.
  IdxVector<CentreIdx, YearWeeks> take_weeks() { return std::move(weeks_); }

 private:
  struct StepGauges {
    Gauge waiting;
    Gauge serving;
  };
  [[nodiscard]] std::size_t place(CentreIdx centre, StepIdx step) const {
    return centre.value() * plan_.n_steps() + step.value();
  }
  StepTally& step_tally(const CaseState& what, StepIdx step) {
    return tallies_[what.centre()].steps[step.value()];
  }
  WeekTally& week_of(CentreIdx centre, TimeMs at) {
    return weeks_[centre].weeks[find_week(at, window_.year)];
  }
  /// Ends of the year, and of years like it, up to a time that is not before the year.
  [[nodiscard]] std::int64_t count_ends(TimeMs until) const {
    return (until - window_.year.begin) / (window_.year.end - window_.year.begin);
  }
  /// The beds of the centre that a pool belongs to; none where it is no pool of beds.
  WeekGauge* find_beds(PoolIdx pool);
  void note_outcome(TimeMs now, const CaseState& what);

  const CarePlan& plan_;
  RunWindow window_;
  IdxVector<CentreIdx, CentreTally> tallies_;
  std::vector<StepGauges> gauges_;  ///< by centre and step
  std::vector<Gauge> busy_;         ///< by pool
  IdxVector<CentreIdx, Gauge> present_;
  IdxVector<CentreIdx, YearWeeks> weeks_;
  IdxVector<CentreIdx, WeekGauge> beds_;
};

}  // namespace pahunch
