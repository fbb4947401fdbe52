// The event loop on cases that can be followed by hand: all lengths are fixed.
#include "sim/operations/operations_loop.h"

#include <catch2/catch.hpp>

#include "tests/sim/operations/care_network.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

const std::vector<CentreOption> kOne = {{CentreIdx(0), 5}};
const std::vector<CentreOption> kTwo = {{CentreIdx(0), 5}, {CentreIdx(1), 7}};
const std::vector<CentreOption> kOther = {{CentreIdx(1), 5}};

StepPlan make_fixed(const std::string& name, TimeMs length) {
  return {.name = name,
          .served_by = {PoolKind(0)},
          .duration = ServiceLaw({.mean_ms = static_cast<double>(length)})};
}

/// A run over [0, 1000) with one kind of pool.
struct HandRun {
  std::vector<StepPlan> steps;
  std::vector<Timetable> pools = {Timetable::always(1)};
  std::vector<ProbeArrival> probes = {};
  ProbePlan probe = {};
  RecordList records = {};
  IdxVector<CentreIdx, CentreTally> tallies = {};

  void run(const std::vector<CaseArrival>& cases) {
    const CarePlan plan(steps, 1, probe);
    OperationsLoop loop({.plan = plan,
                         .timetables = IdxVector<PoolIdx, Timetable>(pools),
                         .window = {{0, 1000}, 2000, 20},
                         .draws = CaseDraws(1, 0)});
    ListedArrivals arrivals(cases);
    tallies = loop.run(arrivals, probes, &records);
  }
  [[nodiscard]] const StepTally& step(std::size_t i = 0) const {
    return tallies[CentreIdx(0)].steps[i];
  }
};

std::vector<TimeMs> starts_of(const RecordList& records, StepIdx step = StepIdx(0)) {
  std::vector<TimeMs> starts;
  for (const StepRecord& record : records.steps) {
    if (record.step == step && !record.refused) starts.push_back(record.started_at);
  }
  return starts;
}

Timetable shift(TimeMs from, TimeMs to) { return Timetable({Post{.weekly = {{from, to}}}}, 0); }

using Times = std::vector<TimeMs>;

}  // namespace

TEST_CASE("one server takes them in turn, and the waits are the textbook's") {
  HandRun run{.steps = {make_fixed("a", 10)}};
  run.run({{1, 0, {}, kOne}, {2, 4, {}, kOne}, {3, 5, {}, kOne}, {4, 100, {}, kOne}});
  CHECK(starts_of(run.records) == Times{0, 10, 20, 100});
  CHECK(run.step().wait_ms == 6 + 15);
  CHECK(run.step().n_by_wait[0] == 2);
  CHECK(run.step().n_late == 0);
  CHECK(run.step().waiting_ms == 21);
  CHECK(run.step().serving_ms == 40);
  CHECK(run.tallies[CentreIdx(0)].pools[0].busy_ms == 40);
  CHECK(run.tallies[CentreIdx(0)].present_ms == 61);
}

TEST_CASE("who comes at the instant another leaves does not wait") {
  HandRun run{.steps = {make_fixed("a", 10)}};
  run.run({{1, 0, {}, kOne}, {2, 10, {}, kOne}});
  CHECK(run.step().n_by_wait[0] == 2);
}

TEST_CASE("without room to wait she is refused, and may get something else instead") {
  StepPlan tight = make_fixed("a", 10);
  tight.room = 0;
  tight.instead = StepIdx(1);
  StepPlan other = make_fixed("b", 3);
  other.choice = "never";
  other.bands = {Band{0, 0}, {0, 0}, {0, 0}};
  other.served_by = {};
  HandRun run{.steps = {tight, other}};
  run.run({{1, 0, {}, kOne}, {2, 4, {}, kOne}});
  CHECK(run.step().n_refused == 1);
  CHECK(run.step(1).n_started == 1);
  CHECK(starts_of(run.records, StepIdx(1)) == Times{4});
  CHECK(run.records.cases.front().over_at == 7);
  CHECK(run.records.cases.front().refused == 1);
}

TEST_CASE("steps begin when all that they come after are over") {
  StepPlan slow = make_fixed("slow", 30);
  slow.served_by = {};
  StepPlan last = make_fixed("last", 5);
  last.after = {StepIdx(0), StepIdx(1)};
  HandRun run{.steps = {make_fixed("quick", 10), slow, last}};
  run.run({{1, 100, {}, kOne}});
  CHECK(starts_of(run.records, StepIdx(1)) == Times{100});
  CHECK(starts_of(run.records, StepIdx(2)) == Times{130});
}

TEST_CASE("sessions come one after another with their gaps, the first after its lead") {
  StepPlan talk = make_fixed("talk", 10);
  talk.sessions = {.mean = 3, .most = 3, .lead_ms = 7, .gap_ms = 50};
  HandRun run{.steps = {talk}};
  run.run({{1, 100, {}, kOne}});
  CHECK(starts_of(run.records) == Times{107, 167, 227});
  CHECK(run.step().n_ended == 3);
}

TEST_CASE("she waits until the shift begins, and goes on over its end") {
  HandRun run{.steps = {make_fixed("a", 30)}, .pools = {shift(100, 150)}};
  run.run({{1, 10, {}, kOne}, {2, 20, {}, kOne}, {3, 30, {}, kOne}});
  CHECK(starts_of(run.records) == Times{100, 130, kNeverMs});  // the third: in the next week
  CHECK(run.step().n_late == 2);
  CHECK(run.tallies[CentreIdx(0)].n_unfinished == 1);
}

TEST_CASE("at the instant a shift begins, those who wait come before who comes then") {
  HandRun run{.steps = {make_fixed("a", 10)}, .pools = {shift(100, 900)}};
  run.run({{1, 50, {}, kOne}, {2, 100, {}, kOne}});
  CHECK(run.records.steps[0].case_number == 0);
  CHECK(starts_of(run.records) == Times{100, 110});
}

TEST_CASE("where nobody is on duty a step that cannot wait is refused") {
  StepPlan step = make_fixed("a", 10);
  step.absence = Absence::kRefuse;
  HandRun run{.steps = {step}, .pools = {shift(100, 900)}};
  run.run({{1, 50, {}, kOne}, {2, 100, {}, kOne}, {3, 105, {}, kOne}});
  CHECK(run.step().n_refused == 1);
  CHECK(starts_of(run.records) == Times{100, 110});
}

TEST_CASE("where there is no post at all she is not kept waiting for ever") {
  HandRun run{.steps = {make_fixed("a", 10)}, .pools = {Timetable()}};
  run.run({{1, 50, {}, kOne}});
  CHECK(run.step().n_refused == 1);
  CHECK(run.records.cases.front().over_at == 50);
}

TEST_CASE("the more urgent step is served first at a shared place") {
  StepPlan later = make_fixed("later", 10);
  later.priority = 1;
  later.choice = "class";
  later.bands = {Band{0, 1}, {0, 0}, {0, 0}};
  StepPlan urgent = make_fixed("urgent", 10);
  urgent.choice = "class";
  urgent.bands = {Band{0, 0}, {0, 1}, {0, 0}};
  HandRun run{.steps = {later, urgent}};
  run.run({{1, 0, Channel::kHelpline, kOne},
           {2, 1, Channel::kHelpline, kOne},
           {3, 2, Channel::kEmergency, kOne}});
  CHECK(starts_of(run.records, StepIdx(0)) == Times{0, 20});
  CHECK(starts_of(run.records, StepIdx(1)) == Times{10});
}

TEST_CASE("the first centre with room takes her, in her order") {
  StepPlan step = make_fixed("bed", 100);
  step.seek = Seek::kAllOfOptions;
  step.room = 0;
  HandRun run{.steps = {step}, .pools = {Timetable::always(1), Timetable::always(1)}};
  run.run({{1, 0, {}, kTwo}, {2, 10, {}, kTwo}, {3, 20, {}, kTwo}, {4, 105, {}, kTwo}});
  CHECK(run.step().n_started == 3);
  CHECK(run.step().n_elsewhere == 1);
  CHECK(run.step().n_refused == 1);
  CHECK(run.tallies[CentreIdx(1)].pools[0].n_started == 1);
  CHECK(run.tallies[CentreIdx(1)].n_cases == 0);
}

TEST_CASE("who waits in several lines is taken once, from the first that is free") {
  StepPlan step = make_fixed("a", 40);
  step.seek = Seek::kAllOfOptions;
  HandRun run{.steps = {step}, .pools = {Timetable::always(1), Timetable::always(1)}};
  run.run({{1, 0, {}, kOne}, {2, 10, {}, kOther}, {3, 15, {}, kTwo}, {4, 16, {}, kTwo}});
  CHECK(starts_of(run.records) == Times{0, 10, 40, 50});
  CHECK(run.step().n_elsewhere == 1);
  CHECK(run.step().n_ended + run.tallies[CentreIdx(1)].steps[0].n_ended == 4);
}

TEST_CASE("a stand-in takes over where the first is busy") {
  StepPlan step = make_fixed("a", 40);
  step.served_by = {PoolKind(0), PoolKind(1)};
  const CarePlan plan({step}, 2);
  IdxVector<PoolIdx, Timetable> pools;
  pools.push_back(Timetable::always(1));
  pools.push_back(Timetable::always(1));
  OperationsLoop loop({.plan = plan,
                       .timetables = std::move(pools),
                       .window = {{0, 1000}, 2000, 20},
                       .draws = CaseDraws(1, 0)});
  const std::vector<CaseArrival> cases = {{1, 0, {}, kOne}, {2, 5, {}, kOne}, {3, 6, {}, kOne}};
  ListedArrivals arrivals(cases);
  RecordList records;
  const auto tallies = loop.run(arrivals, {}, &records);
  CHECK(starts_of(records) == Times{0, 5, 40});
  CHECK(tallies[CentreIdx(0)].pools[0].n_started == 2);
  CHECK(tallies[CentreIdx(0)].pools[1].n_started == 1);
}

TEST_CASE("a vehicle is away out and back, and she has arrived when it is back") {
  StepPlan rescue = make_fixed("rescue", 3);
  rescue.travel = Travel::kOutAndBack;
  rescue.seek = Seek::kAllOfOptions;
  rescue.milestone = Milestone::kArrival;
  HandRun run{.steps = {rescue}, .pools = {Timetable::always(1), Timetable::always(1)}};
  run.run({{1, 0, {}, kTwo}, {2, 1, {}, kTwo}});
  CHECK(run.records.cases[0].reached_at == 5 + 3 + 5);
  CHECK(run.records.cases[1].reached_at == 1 + 7 + 3 + 5);  // from the other centre to her own
  CHECK(run.tallies[CentreIdx(0)].reach_ms == 13 + 15);
  CHECK(run.tallies[CentreIdx(0)].n_reached == 2);
}

TEST_CASE("counts are of those who call within the year, disposals under both readings") {
  StepPlan step = make_fixed("a", 30);
  step.served_by = {};
  step.milestone = Milestone::kDisposal;
  HandRun run{.steps = {step}};
  run.run({{1, -50, {}, kOne},
           {2, -10, {}, kOne},
           {3, 500, {}, kOne},
           {4, 990, {}, kOne},
           {5, 1000, {}, kOne}});
  const CentreTally& tally = run.tallies[CentreIdx(0)];
  CHECK(tally.n_cases == 2);
  CHECK(tally.n_open_at_start == 1);
  CHECK(tally.n_disposed_own == 1);
  CHECK(tally.n_disposed_any == 2);
  CHECK(tally.n_open_at_end == 1);
  CHECK(tally.n_unfinished == 0);
  CHECK(tally.present_ms == 20 + 30 + 10);
}

TEST_CASE("help that begins too late after her arrival is counted, and help that never comes") {
  StepPlan journey = make_fixed("journey", 100);
  journey.served_by = {};
  journey.milestone = Milestone::kArrival;
  StepPlan help = make_fixed("help", 30);
  help.after = {StepIdx(0)};
  help.milestone = Milestone::kFirstHelp;
  HandRun run{.steps = {journey, help}};
  run.run({{1, 0, {}, kOne}, {2, 10, {}, kOne}, {3, 11, {}, kOne}});
  CHECK(run.tallies[CentreIdx(0)].n_helped_late == 1);  // waits of 0, 20 and 49
  HandRun never{.steps = {journey, help}, .pools = {Timetable()}};
  never.run({{1, 0, {}, kOne}});
  CHECK(never.tallies[CentreIdx(0)].n_helped_late == 1);
}

TEST_CASE("follow-ups are counted in the week they are due") {
  StepPlan contact = make_fixed("follow-up", 10);
  contact.sessions = {.mean = 2, .most = 2, .lead_ms = 0, .gap_ms = kWeekMs};
  contact.milestone = Milestone::kFollowUp;
  const CarePlan plan({contact}, 1);
  IdxVector<PoolIdx, Timetable> pools;
  pools.push_back(Timetable::always(1));
  OperationsLoop loop(
      {.plan = plan, .timetables = std::move(pools), .window = {}, .draws = CaseDraws(1, 0)});
  const std::vector<CaseArrival> cases = {{1, -kWeekMs + 5, {}, kOne}, {2, 20, {}, kOne}};
  ListedArrivals arrivals(cases);
  loop.run(arrivals);
  const auto weeks = loop.take_weeks()[CentreIdx(0)].weeks;
  CHECK(weeks[0].n_follow_ups == 1);  // the other's case is of the year before
  CHECK(weeks[1].n_follow_ups == 1);
}
