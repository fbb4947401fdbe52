// Prints how fast the event loop of the centres is, against a bare hold model in the same run.
//
// usage: bench_operations
//
// The hold model (Vaucher and Duval 1975) takes the first event off the heap and puts one back an
// exponential time later: the least that any simulation of that many pending events does. The loop
// runs replicate years of 39 centres with the bundled parameters and 8 888 cases a year. Times are
// processor time of one thread, medians of five.
#include <fmt/core.h>

#include <vector>

#include "sim/operations/probe_times.h"
#include "sim/random/exponential.h"
#include "tests/bench/measure.h"
#include "tests/sim/operations/care_network.h"

namespace {

using namespace pahunch;
using namespace pahunch::bench;

constexpr std::size_t kNCentres = 39;
constexpr double kCasesAYear = 8888;
constexpr TimeMs kWarmUpMs = 270 * kDayMs;
constexpr TimeMs kLateArrivalsMs = 60 * kDayMs;

struct LoopCost {
  double ms = 0;
  std::uint64_t n_events = 0;
  std::size_t mean_pending = 0;
};

/// One replicate year, cases until two months after it.
LoopCost measure_loop() {
  const OperationsModel model = test::read_default_operations();
  const test::CareNetwork network(model, kNCentres);
  const CentreSimulator simulator(model, network.centres());
  const auto cases =
      network.draw_cases(kCasesAYear / kNCentres, {-kWarmUpMs, kYearMs + kLateArrivalsMs}, 5);
  LoopCost cost;
  cost.ms = repeat_ms([&] {
    ListedArrivals arrivals(cases);
    const auto result = simulator.run({.seed = 1, .warm_up_ms = kWarmUpMs}, arrivals);
    cost.n_events = result.n_events + cases.size();
    double present = 0;
    for (const CentreTally& centre : result.centres) {
      present += static_cast<double>(centre.present_ms) / static_cast<double>(kYearMs);
    }
    cost.mean_pending = static_cast<std::size_t>(present);  // about one event a case present
  });
  fmt::print(
      "replicate year of {} centres: {:.1f} ms, {} cases with warm-up and run-out, {:.1f} "
      "events a case\n",
      kNCentres, cost.ms, cases.size(),
      static_cast<double>(cost.n_events) / static_cast<double>(cases.size()));
  return cost;
}

/// The same loop as a plain queue: one step, one place.
LoopCost measure_many_servers(std::uint32_t n_servers) {
  const CarePlan plan({{.name = "service",
                        .served_by = {PoolKind(0)},
                        .duration = ServiceLaw({.shape = LawShape::kExponential,
                                                .mean_ms = static_cast<double>(kDayMs)})}},
                      1);
  const std::vector<CentreOption> options = {{CentreIdx(0), 0}};
  std::vector<CaseArrival> cases;
  const TimeMs gap_ms = kDayMs / n_servers;
  for (TimeMs at = -10 * kDayMs; at < 40 * kDayMs; at += gap_ms) {
    cases.push_back({.key = static_cast<std::uint64_t>(at), .called_at = at, .options = options});
  }
  LoopCost cost{.mean_pending = n_servers};
  cost.ms = repeat_ms([&] {
    IdxVector<PoolIdx, Timetable> pools;
    pools.push_back(Timetable::always(2 * n_servers));
    OperationsLoop loop({.plan = plan,
                         .timetables = std::move(pools),
                         .window = {{0, 40 * kDayMs}, 80 * kDayMs},
                         .draws = CaseDraws(1, 0)});
    ListedArrivals arrivals(cases);
    loop.run(arrivals);
    cost.n_events = loop.n_events() + cases.size();
  });
  return cost;
}

/// Nanoseconds an event.
double measure_hold(std::size_t n_pending) {
  constexpr int kEvents = 2'000'000;
  RandomStream random({.seed = 1});
  const ExponentialDistribution law(static_cast<double>(kDayMs));
  EventHeap heap;
  for (std::uint32_t i = 0; i < n_pending; ++i) {
    heap.push(Event(static_cast<TimeMs>(law(random)), {EventKind::kStepDue, i, 0, i}));
  }
  const double ms = repeat_ms([&] {
    for (int i = 0; i < kEvents; ++i) {
      const Event event = heap.pop();
      heap.push(Event(event.at() + static_cast<TimeMs>(law(random)), event.subject()));
    }
  });
  return ms * 1e6 / kEvents;
}

void compare(const char* what, const LoopCost& cost) {
  const double loop_ns = cost.ms * 1e6 / static_cast<double>(cost.n_events);
  const double hold_ns = measure_hold(cost.mean_pending);
  fmt::print("| {} | {} | {:.2f} | {:.2f} | {:.2f} |\n", what, cost.mean_pending, 1e3 / loop_ns,
             1e3 / hold_ns, hold_ns / loop_ns);
}

}  // namespace

int main() {
  const LoopCost centres = measure_loop();
  fmt::print(
      "| loop | pending | million events a second | hold model | share of it |\n"
      "|---|---|---|---|---|\n");
  compare("centres", centres);
  compare("one queue", measure_many_servers(6000));
  compare("one queue", measure_many_servers(10));
  return 0;
}
