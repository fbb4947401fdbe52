#include "planner/simulation/study_hazard.h"

#include "geo/io/read_hazard_prior.h"
#include "planner/bundled_data.h"
#include "sim/flood/flood_sampler.h"

namespace pahunch {
namespace {

PlannedHazard plan_hazard(const Study& study, const FloodTable& table) {
  PlannedHazard planned{.closures = study.closures.all};
  const std::string& month = study.scenario.simulation.hazard.replay;
  if (!month.empty()) planned.replay = replay_month(table, parse_year_month(month));
  return planned;
}

}  // namespace

std::optional<std::string> find_hazard_obstacle(const Study& study) {
  if (study.dataset.blocks.areas.empty()) return "the dataset has no blocks";
  if (!study.dataset.hazard) return "the dataset has no table of floods";
  return std::nullopt;
}

HazardPrior read_prior_of(const HazardSettings& settings) {
  HazardPrior prior =
      read_hazard_prior(settings.file.value_or(find_bundled_root() / kDefaultHazard));
  if (const auto rule = settings.missing_months) prior.flood.unobserved = *rule;
  return prior;
}

RoadExposure expose_roads(const Study& study) {
  const Dataset& data = study.dataset;
  return make_road_exposure({study.network, data.roads, data.barriers, data.blocks, data.centres});
}

StudyHazard::StudyHazard(const Study& study)
    : prior(read_prior_of(study.scenario.simulation.hazard)),
      table(make_flood_table(study.dataset)),
      fit(fit_floods(table, prior.flood)),
      exposure(expose_roads(study)),
      lattice(get_places(fit.blocks)),
      planned(plan_hazard(study, table)) {}

}  // namespace pahunch
