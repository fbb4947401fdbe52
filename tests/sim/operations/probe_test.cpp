// Virtual cases: they see what a real one would, and change nothing.
#include <catch2/catch.hpp>

#include <algorithm>

#include "sim/operations/probe_times.h"
#include "tests/sim/operations/care_network.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const std::vector<CentreOption> kHere = {{CentreIdx(0), 0}};

/// One server, exponential service of a mean hour, busy four fifths of the time, open office hours.
struct Office {
  CarePlan plan{{{.name = "help",
                  .served_by = {PoolKind(0)},
                  .duration = ServiceLaw(
                      {.shape = LawShape::kExponential, .mean_ms = static_cast<double>(kHourMs)}),
                  .milestone = Milestone::kFirstHelp}},
                1,
                {.help = {StepIdx(0)}, .shelter = StepIdx(0)}};
  std::vector<CaseArrival> cases;

  explicit Office(std::uint64_t seed) {
    RandomStream random({.seed = seed});
    const ExponentialDistribution gap_ms(static_cast<double>(kHourMs) * 4);
    double at = 0;
    for (std::uint64_t i = 0; (at += gap_ms(random)) < 3e9; ++i) {
      cases.push_back({.key = i, .called_at = static_cast<TimeMs>(at), .options = kHere});
    }
  }

  IdxVector<CentreIdx, CentreTally> run(const std::vector<CaseArrival>& all,
                                        const std::vector<ProbeArrival>& probes,
                                        RecordSink* sink = nullptr) const {
    Post post{.weekly = {}};
    for (TimeMs day = 0; day < 6; ++day) {
      post.weekly.push_back({day * kDayMs + 9 * kHourMs, day * kDayMs + 18 * kHourMs});
    }
    IdxVector<PoolIdx, Timetable> pools;
    pools.push_back(Timetable({post}, 0));
    OperationsLoop loop({.plan = plan,
                         .timetables = std::move(pools),
                         .window = {{0, 3'000'000'000}, 9'000'000'000, kDayMs},
                         .draws = CaseDraws(5, 0)});
    ListedArrivals arrivals(all);
    return loop.run(arrivals, probes, sink);
  }
};

/// When the case with that key was first helped.
TimeMs find_helped_at(const RecordList& records, std::uint64_t key) {
  for (const CaseRecord& record : records.cases) {
    if (record.key == key) return record.helped_at;
  }
  return kNeverMs;
}

}  // namespace

TEST_CASE("a probe waits exactly as long as a real case that comes at its time would") {
  const Office office(3);
  RandomStream random({.seed = 9});
  for (int round = 0; round < 25; ++round) {
    const auto at = static_cast<TimeMs>(random.uniform_index(2'500'000'000));
    const auto probed = office.run(office.cases, {{at, kHere}})[CentreIdx(0)].probes;
    std::vector<CaseArrival> with_real = office.cases;
    const auto place = std::find_if(with_real.begin(), with_real.end(),
                                    [&](const CaseArrival& one) { return one.called_at > at; });
    with_real.insert(place, {.key = 999'999, .called_at = at, .options = kHere});
    RecordList records;
    office.run(with_real, {}, &records);
    REQUIRE(probed.n_helped == 1);
    REQUIRE(probed.wait_ms == find_helped_at(records, 999'999) - at);
    REQUIRE(probed.n_late == (probed.wait_ms > kDayMs ? 1 : 0));
  }
}

TEST_CASE("probes change nothing for the cases") {
  const OperationsModel model = read_default_operations();
  const CareNetwork network(model, 3);
  const CentreSimulator simulator(model, network.centres());
  const auto cases = network.draw_cases(800, {-kYearMs / 4, kYearMs}, 2);
  std::vector<ProbedCentre> probed;
  for (std::size_t i = 0; i < 3; ++i) {
    probed.push_back({network.centres()[CentreIdx(i)].key, network.options(i)});
  }
  RecordList without, with;
  ListedArrivals first(cases), second(cases);
  simulator.run({.seed = 4}, first, {}, &without);
  const auto result = simulator.run({.seed = 4}, second, make_probes(probed, {.seed = 4}), &with);
  CHECK(result.centres[CentreIdx(1)].probes.n == 365);
  REQUIRE(with.steps.size() == without.steps.size());
  for (std::size_t i = 0; i < with.steps.size(); ++i) {
    REQUIRE(with.steps[i].case_number == without.steps[i].case_number);
    REQUIRE(with.steps[i].started_at == without.steps[i].started_at);
    REQUIRE(with.steps[i].ended_at == without.steps[i].ended_at);
  }
}

TEST_CASE("the share of probes that find a place full is the share of the time that it is") {
  const Office office(3);
  const auto probes = make_probes(std::vector<ProbedCentre>{{7, kHere}},
                                  {.seed = 1, .year = {0, 3'000'000'000}, .n = 20'000});
  const CentreTally tally = office.run(office.cases, probes)[CentreIdx(0)];
  // No place is free when it is in use or the office is closed; service goes on after hours.
  CHECK(tally.probes.n_full == tally.probes.n_full_here);
  CHECK(tally.probes.n_full > tally.probes.n * tally.pools[0].busy_ms / 3'000'000'000);
  CHECK(tally.probes.n_late_or_full >= tally.probes.n_full);
  CHECK(tally.probes.n_late_or_full <= tally.probes.n_full + tally.probes.n_late);
}

TEST_CASE("probes are spread one to each part of the year, and sorted over the centres") {
  const std::vector<ProbedCentre> centres = {{1, kHere}, {2, kHere}};
  const auto probes = make_probes(centres, {.seed = 1, .n = 52});
  REQUIRE(probes.size() == 104);
  for (std::size_t i = 0; i < probes.size(); ++i) {
    CHECK(probes[i].at / (kYearMs / 52) == static_cast<TimeMs>(i / 2));
  }
  CHECK(std::is_sorted(probes.begin(), probes.end(),
                       [](const auto& a, const auto& b) { return a.at < b.at; }));
  CHECK(make_probes(centres, {.seed = 2, .n = 52}).front().at != probes.front().at);
}

TEST_CASE("where nobody will ever help a probe is late") {
  OperationsModel model = read_default_operations();
  const CareNetwork network(model, 1);
  IdxVector<CentreIdx, CentreResources> nobody = network.centres();
  for (auto& n : nobody[CentreIdx(0)].n_posts) n = 0;
  const CentreSimulator simulator(model, nobody);
  const std::vector<ProbeArrival> probes = {{100, network.options(0)}};
  ListedArrivals none({});
  const ProbeTally tally = simulator.run({}, none, probes).centres[CentreIdx(0)].probes;
  CHECK(tally.n_late == 1);
  CHECK(tally.n_helped == 0);
}
