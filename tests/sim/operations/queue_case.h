/// \file
/// Queues with exact answers, as configurations of the shipped event loop, and the check of one.
///
/// Time is in units of the mean service, of `kUnitMs`. A run of a queue is many independent
/// replications, each with a warm-up; a figure is a ratio of sums over them, with the interval of a
/// ratio estimator. The check is one function, so that the same one can be shown to catch mutants.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sim/operations/operations_loop.h"

namespace pahunch::test {

inline constexpr TimeMs kUnitMs = 1'000'000;

/// A Poisson stream of cases.
struct ArrivalClass {
  double rate = 0;  ///< a unit of time
  Channel channel = Channel::kWalkIn;
  std::vector<CentreOption> options = {{CentreIdx(0), 0}};
};

struct QueueModel {
  std::vector<StepPlan> steps;
  std::vector<std::uint32_t> servers = {1};  ///< by centre
  std::vector<ArrivalClass> classes;
  Discipline discipline = Discipline::kFirstCome;
  double longest_wait = 1;  ///< `n_late` counts longer waits
};

/// What one replication showed.
struct Observation {
  IdxVector<CentreIdx, CentreTally> centres;
  std::int64_t n_sojourns = 0;  ///< of customers that came in the window and were served
  double sojourn_units = 0;     ///< their sum
  std::int64_t n_beyond_five = 0;
  std::int64_t n_sent = 0;  ///< customers given to the loop, the warm-up's among them
  std::int64_t n_seen = 0;  ///< that it told of
  double window_units = 0;

  [[nodiscard]] const StepTally& step(std::size_t i = 0) const {
    return centres[CentreIdx(0)].steps[i];
  }
};

struct Ratio {
  double above = 0;
  double below = 0;
};

struct Figure {
  std::string name;
  double expected = 0;
  std::function<Ratio(const Observation&)> ratio_of;
};

struct QueueCase {
  std::string name;
  QueueModel model;
  std::vector<Figure> figures;
  /// Customers times the squared half-width (as a share of the value) that one standard error
  /// takes: how hard the queue is to measure.
  double hardness = 100;
};

/// Makes the source that the loop sees from the one with all customers.
using SourceChange = std::function<std::unique_ptr<ArrivalSource>(ArrivalSource&)>;

struct Effort {
  double max_half_width = 0.01;  ///< as a share of the value
  std::vector<std::uint64_t> seeds;
  int replications = 20;  ///< a seed
  SourceChange change = {};
};

struct FigureResult {
  std::string name;
  double expected = 0;
  double estimate = 0;
  double half_width = 0;
};

struct QueueResult {
  std::vector<FigureResult> figures;
  std::int64_t n_lost = 0;          ///< sent and never told of
  std::vector<std::string> faults;  ///< empty: the queue is as it should be
};

/// The chance of a false alarm over all figures of all queues together.
inline constexpr double kFamilyError = 1e-6;

QueueResult check_queue(const QueueCase& queue, const Effort& effort);

/// All queues of the list, in its order.
std::vector<QueueCase> list_queues();
QueueCase get_queue(const std::string& name);

}  // namespace pahunch::test
