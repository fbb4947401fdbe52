#include "sim/operations/centre_simulator.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "sim/operations/probe_times.h"
#include "tests/sim/operations/care_network.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

OperationsResult run_network(const OperationsModel& model, const CareNetwork& network,
                             const std::vector<CaseArrival>& cases, RecordSink* sink = nullptr) {
  const CentreSimulator simulator(model, network.centres());
  ListedArrivals arrivals(cases);
  return simulator.run({.seed = 8, .replicate = 3}, arrivals, {}, sink);
}

CentreTally add_centres(const OperationsResult& result) {
  CentreTally sum = result.centres[CentreIdx(0)];
  for (std::size_t i = 1; i < result.centres.size(); ++i) sum += result.centres[CentreIdx(i)];
  return sum;
}

/// Everybody needs a bed for five days, at her own centre or not at all.
OperationsModel all_sheltered(double n_beds) {
  OperationsModel model = read_default_operations();
  model.shelter.p_sheltered.value = 1;
  model.shelter.beds.value = n_beds;
  model.shelter.stay.shape = LawShape::kFixed;
  model.shelter.stay.mean.value = 5;
  model.shelter.p_extended.value = 0;
  model.shelter.centres_asked.value = 1;
  return model;
}

double refused_share(double n_beds) {
  const OperationsModel model = all_sheltered(n_beds);
  const CareNetwork network(model, 39);
  const auto cases = network.draw_cases(8888.0 / 39, {-kYearMs / 12, kYearMs}, 17);
  const CentreTally sum = add_centres(run_network(model, network, cases));
  return static_cast<double>(sum.n_turned_away) / static_cast<double>(sum.n_cases);
}

std::vector<std::pair<std::uint64_t, TimeMs>> outcomes_of(const RecordList& records,
                                                          CentreIdx centre) {
  std::vector<std::pair<std::uint64_t, TimeMs>> outcomes;
  for (const CaseRecord& record : records.cases) {
    if (record.centre == centre) outcomes.emplace_back(record.key, record.over_at);
  }
  std::sort(outcomes.begin(), outcomes.end());
  return outcomes;
}

}  // namespace

TEST_CASE("with three, five and eight beds 36, 12 and 1 per cent find none, as Erlang says") {
  CHECK(refused_share(3) == Approx(0.36).margin(0.02));
  CHECK(refused_share(5) == Approx(0.12).margin(0.012));
  CHECK(refused_share(8) == Approx(0.01).margin(0.006));
}

TEST_CASE("cases add up at each centre, and those of the year are followed to their end") {
  const OperationsModel model = read_default_operations();
  const CareNetwork network(model, 5);
  const auto cases = network.draw_cases(228, {-kYearMs, 2 * kYearMs}, 4);
  const OperationsResult result = run_network(model, network, cases);
  for (const CentreTally& centre : result.centres) {
    CHECK(centre.n_open_at_start + centre.n_cases == centre.n_disposed_any + centre.n_open_at_end);
    CHECK(centre.n_disposed_own <= centre.n_disposed_any);
    CHECK(centre.n_disposed_own < centre.n_cases);
    CHECK(centre.n_reached == centre.n_cases);
    CHECK(centre.n_unfinished <= 1);
    for (const StepTally& step : centre.steps) {
      CHECK(step.n_asked == step.n_started + step.n_refused);
      CHECK(step.n_started - step.n_ended <= centre.n_unfinished);
    }
  }
}

TEST_CASE("every disposed case is followed up for six months, also when the year is over") {
  const OperationsModel model = read_default_operations();
  const CareNetwork network(model, 3);
  const auto cases = network.draw_cases(228, {-kYearMs, kYearMs}, 4);
  RecordList records;
  run_network(model, network, cases, &records);
  TimeMs shortest = kNeverMs;
  for (const CaseRecord& record : records.cases) {
    if (record.called_at < 0 || record.over_at == kNeverMs) continue;
    shortest = std::min(shortest, record.over_at - record.disposed_at);
  }
  CHECK(shortest >= kYearMs / 2);
  CHECK(shortest < kYearMs / 2 + 5 * kDayMs);
}

TEST_CASE("a far-off centre and its cases change nothing here") {
  const OperationsModel model = read_default_operations();
  const CareNetwork small(model, 3);
  const CareNetwork large(model, 5);
  const auto few = small.draw_cases(300, {-kYearMs / 4, kYearMs}, 6);
  std::vector<CaseArrival> more = large.draw_cases(300, {-kYearMs / 4, kYearMs}, 6);
  // The ring of five sends the women of the first three elsewhere: give them their options back.
  for (CaseArrival& one : more) {
    const std::size_t centre = one.options.front().centre.value();
    one.options = centre < 3 ? small.options(centre) : one.options.first(1);
  }
  RecordList alone, beside;
  run_network(model, small, few, &alone);
  run_network(model, large, more, &beside);
  for (std::size_t i = 0; i < 3; ++i) {
    REQUIRE_FALSE(outcomes_of(alone, CentreIdx(i)).empty());
    CHECK(outcomes_of(alone, CentreIdx(i)) == outcomes_of(beside, CentreIdx(i)));
  }
}

TEST_CASE("one more bed changes no need and no length of any step") {
  OperationsModel model = all_sheltered(3);
  const CareNetwork few(model, 2);
  const auto cases = few.draw_cases(300, {0, kYearMs}, 6);
  RecordList with_three, with_four;
  run_network(model, few, cases, &with_three);
  model.shelter.beds.value = 4;
  const CareNetwork more(model, 2);
  run_network(model, more, cases, &with_four);
  const auto lengths = [](const RecordList& records) {
    std::vector<std::tuple<std::uint64_t, StepIdx, int, TimeMs>> all;
    for (const StepRecord& one : records.steps) {
      if (one.step == StepIdx(3)) continue;  // shelter itself
      all.emplace_back(one.case_number, one.step, one.session, one.ended_at - one.started_at);
    }
    std::sort(all.begin(), all.end());
    return all;
  };
  CHECK(lengths(with_three) == lengths(with_four));
}

TEST_CASE("a run is a function of seed and replicate") {
  const OperationsModel model = read_default_operations();
  const CareNetwork network(model, 2);
  const CentreSimulator simulator(model, network.centres());
  const auto cases = network.draw_cases(300, {0, kYearMs}, 6);
  const auto present = [&](std::uint64_t replicate) {
    ListedArrivals arrivals(cases);
    return simulator.run({.seed = 8, .replicate = replicate}, arrivals)
        .centres[CentreIdx(1)]
        .present_ms;
  };
  CHECK(present(1) == present(1));
  CHECK(present(1) != present(2));
}

TEST_CASE("with more women waits grow, and with one bed few find shelter") {
  OperationsModel model = read_default_operations();
  const CareNetwork network(model, 3);
  const CentreTally calm =
      add_centres(run_network(model, network, network.draw_cases(100, {0, kYearMs}, 6)));
  const CentreTally busy =
      add_centres(run_network(model, network, network.draw_cases(1500, {0, kYearMs}, 6)));
  const auto mean_wait = [&](const CentreTally& tally) {
    const StepTally& counselling = tally.steps[7];
    return static_cast<double>(counselling.wait_ms) / static_cast<double>(counselling.n_started);
  };
  CHECK(mean_wait(busy) > 2 * mean_wait(calm));
  CHECK(busy.n_turned_away * calm.n_cases > calm.n_turned_away * busy.n_cases);
}

TEST_CASE("food is by the night and clothes by the woman") {
  CentreTally tally;
  tally.pools.resize(2);
  tally.pools[kBedPool.value()] = {.busy_ms = 10 * kDayMs, .n_started = 4};
  ShelterModel shelter;
  shelter.meals_per_day.value = 3;
  shelter.clothing_sets.value = 1.5;
  const Consumables used = estimate_consumables(tally, shelter);
  CHECK(used.bed_nights == Approx(10));
  CHECK(used.meals == Approx(30));
  CHECK(used.clothing_sets == Approx(6));
}
