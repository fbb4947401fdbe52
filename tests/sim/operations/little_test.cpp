// Little's law without an error: the integral of the number present, kept by the loop while it goes
// on, equals the sum of the sojourns cut to the year, added up here from the records of the cases.
#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/sim/operations/care_network.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Milliseconds of [from, to) within [begin, end).
TimeMs overlap(TimeMs from, TimeMs to, const Span& year) {
  return std::max<TimeMs>(std::min(to, year.end) - std::max(from, year.begin), 0);
}

struct SojournSums {
  std::vector<TimeMs> waiting;  ///< by centre and step
  std::vector<TimeMs> serving;
  std::vector<TimeMs> busy_at;  ///< by centre that serves: all steps that take a place there
  std::vector<TimeMs> present;
};

SojournSums add_up(const RecordList& records, const CarePlan& plan, std::size_t n_centres,
                   const Span& year) {
  const std::size_t n = n_centres * plan.n_steps();
  SojournSums sums{std::vector<TimeMs>(n), std::vector<TimeMs>(n), std::vector<TimeMs>(n_centres),
                   std::vector<TimeMs>(n_centres)};
  for (const StepRecord& record : records.steps) {
    if (record.refused) continue;
    const std::size_t place = record.centre.value() * plan.n_steps() + record.step.value();
    const TimeMs served = overlap(record.started_at, record.ended_at, year);
    sums.waiting[place] += overlap(record.asked_at, record.started_at, year);
    sums.serving[place] += served;
    if (record.served_at.valid()) sums.busy_at[record.served_at.value()] += served;
  }
  for (const CaseRecord& record : records.cases) {
    sums.present[record.centre.value()] += overlap(record.called_at, record.over_at, year);
  }
  return sums;
}

void check_little(const OperationsResult& result, const SojournSums& sums, std::size_t n_steps) {
  for (const CentreIdx centre : indices(result.centres)) {
    const CentreTally& tally = result.centres[centre];
    TimeMs busy = 0;
    for (const PoolTally& pool : tally.pools) busy += pool.busy_ms;
    CHECK(busy == sums.busy_at[centre.value()]);
    CHECK(tally.present_ms == sums.present[centre.value()]);
    for (std::size_t step = 0; step < n_steps; ++step) {
      CHECK(tally.steps[step].waiting_ms == sums.waiting[centre.value() * n_steps + step]);
      CHECK(tally.steps[step].serving_ms == sums.serving[centre.value() * n_steps + step]);
    }
  }
}

void run_and_check(const OperationsModel& model, double per_year, TimeMs run_out_ms) {
  const CareNetwork network(model, 4);
  const CentreSimulator simulator(model, network.centres());
  const ReplicateYear year{.seed = 3, .run_out_ms = run_out_ms};
  const auto cases = network.draw_cases(per_year, {-kYearMs, kYearMs + kYearMs / 2}, 5);
  ListedArrivals arrivals(cases);
  RecordList records;
  const OperationsResult result = simulator.run(year, arrivals, {}, &records);
  check_little(result, add_up(records, simulator.plan(), 4, year.year), simulator.plan().n_steps());
}

}  // namespace

TEST_CASE("the integral of the number present is the sum of the sojourns, to the millisecond") {
  run_and_check(read_default_operations(), 300, kYearMs);
}

TEST_CASE("so it is with lines that never end, shared vehicles and a run cut short") {
  OperationsModel model = read_default_operations();
  model.rescue.sharing = VehicleSharing::kNeighbours;
  model.shelter.beds.value = 2;
  run_and_check(model, 3000, 0);
}
