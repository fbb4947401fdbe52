#include "planner/batch/sweep.h"
#include "planner/batch/design.h"
#include "planner/batch/scenario_figures.h"
#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {

void read_sweep_bytes(std::string_view bytes) {
  const auto file = scratch().write("sweep.toml", bytes);
  allow_refusal([&] {
    if (!is_sweep(file)) return;
    const ScenarioSweep sweep = read_sweep(file);
    require(list_combinations(sweep.grid).size() <= kMostScenarios, "a grid has an end");
    if (!sweep.sample) return;
    require(draw_points(*sweep.sample).size() == sweep.sample->n_points, "each point is drawn");
  });
  for (const std::string& line : lines_of(bytes)) {
    allow_refusal([&] { static_cast<void>(parse_grid_axis(line)); });
  }
}

void read_figures_bytes(std::string_view bytes) {
  allow_refusal([&] { static_cast<void>(read_figures(std::string(bytes))); });
}

}  // namespace pahunch::fuzz
