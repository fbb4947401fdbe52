#include <catch2/catch.hpp>
#include <sstream>

#include "planner/batch/run_batch.h"
#include "tests/support/tiny_dataset.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// How often a dataset was loaded.
class CountedLoads final : public Progress {
 public:
  void begin(std::string_view step, std::uint64_t /*n_total*/) override {
    if (step == "Taking checksums") ++n;
  }
  void advance(std::uint64_t /*n*/) override {}
  int n = 0;
};

struct TinyGrounds {
  TinyDataset data;
  CountedLoads loads;
  LastGround grounds;
  std::string dataset = "dataset=" + (data.path() / "d").string();

  [[nodiscard]] Scenario scenario() const {
    Scenario scenario;
    scenario.dataset = data.path() / "d";
    return scenario;
  }
};

}  // namespace

TEST_CASE("a ground is loaded once for all that come to it, and started over each time") {
  TinyGrounds tiny;
  const Scenario scenario = tiny.scenario();
  BatchGround& first = tiny.grounds.open(scenario, tiny.loads);
  first.enlist(0, scenario, "key", first.resolve(scenario));
  REQUIRE(first.families().size() == 1);
  CHECK(tiny.grounds.open(scenario, tiny.loads).families().empty());
  CHECK(tiny.loads.n == 1);
  Scenario other = scenario;
  other.travel.noding = NodingRule::kPlanar;
  tiny.grounds.open(other, tiny.loads);
  tiny.grounds.open(scenario, tiny.loads);
  CHECK(tiny.loads.n == 3);
}

TEST_CASE("what was loaded to see which sites there are is computed on") {
  TinyGrounds tiny;
  ScenarioSweep sweep;
  sweep.one_site.out = {"existing"};
  const BatchPlan plan = plan_sweep(sweep, {tiny.dataset, "simulation.in_run=false"},
                                    [&](const Scenario& base) -> const Study& {
                                      return tiny.grounds.open(base, tiny.loads).study();
                                    });
  REQUIRE(plan.size() == 3);
  std::filesystem::remove_all(tiny.data.path() / "d");  // it could not be loaded again
  std::ostringstream out, err;
  Console console(out, err);
  Session session{console, tiny.loads};
  FigureStore store(tiny.data.path() / "b", {});
  const BatchOutcome outcome = run_batch(plan, {.grounds = tiny.grounds}, store, session);
  for (const ScenarioOutcome& one : outcome.scenarios) CHECK(one.figures);
  CHECK(tiny.loads.n == 1);
}
