#include "planner/run/simulation_sheets.h"

#include "geo/io/style.h"
#include "planner/bundled_data.h"
#include "planner/simulation/closures_table.h"
#include "planner/simulation/sensitivity_table.h"
#include "planner/simulation/weeks_table.h"

namespace pahunch {

void add_simulation(const SimulatedStudy& simulated, Sheets& sheets) {
  const auto styles = find_bundled_root() / kStyles;
  const std::string& set = simulated.report.sets.back().name;
  sheets.push_back({make_underserved_table(simulated),
                    make_share_style(read_style(styles, "underserved"), set)});
  sheets.push_back({make_underserved_blocks_table(simulated),
                    make_share_style(read_style(styles, "underserved_blocks"), set)});
  sheets.push_back({make_flood_closures_table(simulated.study),
                    read_style(styles, "flood_closures"), SheetFiles::kGeoPackageOnly});
  sheets.push_back({make_simulated_centres_table(simulated)});
  sheets.push_back({make_weeks_table(simulated)});
  if (!simulated.study.dataset.case_weeks.empty()) {
    sheets.push_back(
        {make_observed_weeks_table(simulated.study.dataset, simulated.study.scenario.privacy)});
  }
  sheets.push_back({make_parameters_table(simulated)});
  if (simulated.report.side.sensitivity) {
    sheets.push_back({make_sensitivity_table(simulated.report)});
  }
}

}  // namespace pahunch
