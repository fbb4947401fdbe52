#include "planner/plot/plot_list.h"

#include "geo/base/error.h"

namespace pahunch {

std::vector<Plot> make_plots(const RunData& run) {
  std::vector<Plot> plots;
  try {
    add_coverage_plots(run, plots);
    add_area_plots(run, plots);
    add_simulation_plots(run, plots);
    add_check_plots(run, plots);
    add_siting_plots(run, plots);
  } catch (const nlohmann::json::exception& failure) {
    throw DataError({.what = "summary.json or siting.json is not as this version writes it",
                     .where = failure.what(),
                     .why = "the plots are drawn from it",
                     .hint = "run it again with this version"});
  }
  return plots;
}

}  // namespace pahunch
