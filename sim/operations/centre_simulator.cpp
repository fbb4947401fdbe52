#include "sim/operations/centre_simulator.h"

namespace pahunch {

OperationsResult CentreSimulator::run(const ReplicateYear& year, ArrivalSource& arrivals,
                                      std::span<const ProbeArrival> probes,
                                      RecordSink* sink) const {
  const TimeMs stop_at = year.year.end + year.run_out_ms;
  OperationsLoop loop(
      {.plan = plan_,
       .timetables = make_timetables(model_, centres_,
                                     {.seed = year.seed,
                                      .replicate = year.replicate,
                                      .when = {year.year.begin - year.warm_up_ms, stop_at},
                                      .week_offset_ms = year.week_offset_ms}),
       .window = {year.year, stop_at, year.longest_wait_ms},
       .draws = CaseDraws(year.seed, year.replicate)});
  OperationsResult result{.centres = loop.run(arrivals, probes, sink)};
  result.weeks = loop.take_weeks();
  for (const CentreIdx at : indices(centres_)) result.weeks[at].n_beds = centres_[at].n_beds;
  result.n_events = loop.n_events();
  return result;
}

Consumables estimate_consumables(const CentreTally& centre, const ShelterModel& shelter) {
  const PoolTally& beds = centre.pools[kBedPool.value()];
  const double nights = static_cast<double>(beds.busy_ms) / static_cast<double>(kDayMs);
  return {.bed_nights = nights,
          .meals = nights * shelter.meals_per_day.value,
          .clothing_sets = static_cast<double>(beds.n_started) * shelter.clothing_sets.value};
}

}  // namespace pahunch
