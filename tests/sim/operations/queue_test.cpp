// The shipped event loop against queues with exact answers.
//
// The long run takes a quarter of an hour: test_operations "[long]", or one queue of it by
// test_operations "[long]" -c "M/M/1".
#include <catch2/catch.hpp>

#include <iostream>

#include "tests/sim/operations/queue_case.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Fixed before the first run.
const std::vector<std::uint64_t> kSeeds = {20260118, 1729, 2718, 31415, 16180,
                                           1414,     577,  6626, 8888,  7517};

Effort make_effort(double max_half_width, int replications) {
  return {.max_half_width = max_half_width, .seeds = kSeeds, .replications = replications};
}

std::string list_faults(const QueueResult& result) {
  std::string all;
  for (const std::string& fault : result.faults) all += fault + "; ";
  return all;
}

bool is_caught(const QueueCase& queue, const SourceChange& change = {}) {
  Effort effort = make_effort(0.08, 4);
  effort.change = change;
  return !check_queue(queue, effort).faults.empty();
}

/// Keeps the first customer back.
class WithoutFirst : public ArrivalSource {
 public:
  explicit WithoutFirst(ArrivalSource& all) : all_(all) { all.next(); }
  const CaseArrival* next() override { return all_.next(); }

 private:
  ArrivalSource& all_;
};

}  // namespace

TEST_CASE("every queue with an exact answer comes out right") {
  for (const QueueCase& queue : list_queues()) {
    INFO(queue.name);
    CHECK(list_faults(check_queue(queue, make_effort(0.15, 4))) == "");
  }
}

TEST_CASE("every queue comes out right within one per cent", "[.][long]") {
  const Effort effort = make_effort(0.01, 20);
  for (const QueueCase& queue : list_queues()) {
    DYNAMIC_SECTION(queue.name) {
      const QueueResult result = check_queue(queue, effort);
      for (const FigureResult& figure : result.figures) {
        std::cout << queue.name << ", " << figure.name << ": " << figure.estimate << " +- "
                  << figure.half_width << ", exactly " << figure.expected << std::endl;
      }
      CHECK(list_faults(result) == "");
    }
  }
}

TEST_CASE("the check that catches mutants passes what they were made from") {
  CHECK_FALSE(is_caught(get_queue("M/M/1")));
  CHECK_FALSE(is_caught(get_queue("M/M/5")));
}

TEST_CASE("the check of queues catches a wrong mean") {
  QueueCase queue = get_queue("M/M/1");
  queue.model.steps[0].duration =
      ServiceLaw({.shape = LawShape::kExponential, .mean_ms = 1.03 * kUnitMs});
  CHECK(is_caught(queue));
}

TEST_CASE("the check of queues catches that the last to come is served first") {
  for (const std::string name : {"M/M/1", "M/M/5"}) {
    INFO(name);
    QueueCase queue = get_queue(name);
    queue.model.discipline = Discipline::kLastCome;
    CHECK(is_caught(queue));
  }
}

TEST_CASE("the check of queues catches a single lost customer, the first") {
  CHECK(is_caught(get_queue("M/M/5"),
                  [](ArrivalSource& all) { return std::make_unique<WithoutFirst>(all); }));
}
