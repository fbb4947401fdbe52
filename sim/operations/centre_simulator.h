/// \file
/// Replicate years of a network of centres under one draw of the parameters.
///
/// \code
///   const CentreSimulator simulator(model, resources);
///   ListedArrivals arrivals(cases);                     // warm-up cases at negative times
///   const auto result = simulator.run({.seed = seed, .replicate = 7}, arrivals, probes);
///   result.centres[centre].n_disposed_own …             // see tally.h
///   estimate_p_not_helped(result.centres[centre].probes, model.shelter.p_sheltered.value)
/// \endcode
///
/// *Warm-up.* Cases of at least the months before the year should arrive too, so that beds, diaries
/// and follow-ups are as full at its start as in any year. *Run-out.* After the year the run goes
/// on until its own cases are over, follow-up of six months among it, at the latest `run_out_ms`
/// after it; who is not through then is counted as unfinished. Cases that arrive in that time keep
/// the centres busy and are not counted; without any, late cases of the year meet emptier lines.
///
/// A run is a function of its arguments, whatever thread it runs on. Runs of one simulator may go
/// on at the same time.
#pragma once

#include <span>

#include "sim/operations/centre_plan.h"
#include "sim/operations/centre_pools.h"
#include "sim/operations/operations_loop.h"

namespace pahunch {

struct ReplicateYear {
  std::uint64_t seed = 0;
  std::uint64_t replicate = 0;
  Span year = {0, kYearMs};
  TimeMs warm_up_ms = kYearMs;  ///< before the year; staff and vehicles are drawn from its start
  TimeMs run_out_ms = 2 * kYearMs;
  TimeMs longest_wait_ms = 2 * kDayMs;  ///< `max_wait_days` of a scenario
  TimeMs week_offset_ms = 0;            ///< how far into a week, from Monday 0:00, time 0 lies
};

struct OperationsResult {
  IdxVector<CentreIdx, CentreTally> centres;
  IdxVector<CentreIdx, YearWeeks> weeks = {};
  std::uint64_t n_events = 0;
};

class CentreSimulator {
 public:
  CentreSimulator(const OperationsModel& model, IdxVector<CentreIdx, CentreResources> centres)
      : model_(model), centres_(std::move(centres)), plan_(make_centre_plan(model)) {}

  [[nodiscard]] const CarePlan& plan() const { return plan_; }
  [[nodiscard]] const IdxVector<CentreIdx, CentreResources>& centres() const { return centres_; }

  /// Arrivals and probes in order of time, from the warm-up on. `sink` may be null.
  OperationsResult run(const ReplicateYear& year, ArrivalSource& arrivals,
                       std::span<const ProbeArrival> probes = {}, RecordSink* sink = nullptr) const;

 private:
  OperationsModel model_;
  IdxVector<CentreIdx, CentreResources> centres_;
  CarePlan plan_;
};

/// What sheltering used up at a centre within the year.
struct Consumables {
  double bed_nights = 0;
  double meals = 0;
  double clothing_sets = 0;
};
Consumables estimate_consumables(const CentreTally& centre, const ShelterModel& shelter);

}  // namespace pahunch
