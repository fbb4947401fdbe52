#include "planner/simulation/study_world.h"

#include <algorithm>

#include "geo/base/error.h"
#include "planner/simulation/threshold_sweep.h"

namespace pahunch {
namespace {

std::vector<std::vector<SiteIdx>> find_open_sites(const Study& study) {
  std::vector<std::vector<SiteIdx>> sets;
  for (const CentreSet& set : study.sets) {
    auto& sites = sets.emplace_back();
    for (const CentreIdx centre : set.open) sites.emplace_back(centre.value());
  }
  return sets;
}

std::vector<CentreNeighbours> find_neighbours(const Study& study,
                                              const std::vector<std::vector<SiteIdx>>& sets,
                                              Progress& progress) {
  const auto between =
      make_model(study, scenario_choice(study.scenario), {study.sites, study.sites}, progress);
  std::vector<CentreNeighbours> neighbours;
  for (const auto& open : sets) neighbours.emplace_back(open, between->times(open));
  return neighbours;
}

ServiceRules rules_of(const Scenario& scenario) {
  const SimulationSettings& settings = scenario.simulation;
  ServiceRules rules{.limit = TravelTime::from_minutes(scenario.max_minutes),
                     .max_wait_days = settings.max_wait_days,
                     .min_probability = settings.min_probability,
                     .induced = settings.induced_demand ? InducedDemand::kOn : InducedDemand::kOff};
  for (const double minutes : list_other_limits(scenario.max_minutes)) {
    rules.other_limits.push_back(TravelTime::from_minutes(minutes));
  }
  return rules;
}

TravelInputs inputs_of(const Study& study) {
  return {.network = study.network,
          .ground = *study.dataset.ground,
          .barriers = study.dataset.barriers,
          .places = study.places,
          .sites = study.sites,
          .hierarchy = study.hierarchy.get(),
          .access = study.access.get()};
}

/// The study, where it can be simulated.
const Study& require_no_obstacle(const Study& study) {
  if (const auto obstacle = find_obstacle(study)) {
    throw ConfigError({.what = "the study cannot be simulated: " + *obstacle,
                       .hint = "`pahunch coverage` answers without a simulation"});
  }
  return study;
}

World make_world(const Study& study, const StudyHazard& hazard, Progress& progress) {
  auto sets = find_open_sites(study);
  auto neighbours = find_neighbours(study, sets, progress);
  return {.dataset = study.dataset,
          .inputs = inputs_of(study),
          .sets = std::move(sets),
          .women = women_of(study),
          .exposure = hazard.exposure,
          .blocks = hazard.fit.blocks,
          .lattice = hazard.lattice,
          .keys = DemandKeys(study.dataset.settlements, study.dataset.districts),
          .neighbours = std::move(neighbours),
          .rules = rules_of(study.scenario),
          .planned = hazard.planned,
          .seed = study.scenario.seed};
}

}  // namespace

std::optional<std::string> find_obstacle(const Study& study) {
  const Dataset& data = study.dataset;
  if (const auto obstacle = find_hazard_obstacle(study)) return obstacle;
  if (data.cases.empty()) return "the dataset has no table of cases with a year";
  if (study.scenario.travel.assignment != Assignment::kNearest) {
    return "women are sent to centres of their own district, and floods are simulated for the "
           "nearest";
  }
  const TravelSettings& travel = study.scenario.travel;
  if (travel.direction.value_or(study.profiles.at(travel.profile).direction) ==
      Direction::kRoundTrip) {
    return "journeys go out and back, and floods are simulated for one way";
  }
  return std::nullopt;
}

SourcedValue find_registered_per_year(const std::vector<CaseYear>& cases) {
  SourcedValue found{0, 1e300, 0, "measured: yearly totals of the dataset, taken to twelve months"};
  for (const CaseYear& year : cases) {
    const double annual = static_cast<double>(year.registered) * 12 / year.months;
    found.value += annual / static_cast<double>(cases.size());
    found.low = std::min(found.low, annual);
    found.high = std::max(found.high, annual);
  }
  return found;
}

ExperimentPlan plan_of(const SimulationSettings& settings) {
  ExperimentPlan plan{.size = {.n_draws = settings.draws,
                               .n_years_per_draw = settings.replicates / settings.draws}};
  if (settings.until_women > 0) plan.until_half_width = settings.until_women;
  return plan;
}

StudyWorld::StudyWorld(const Study& study, Progress& progress)
    : priors(require_no_obstacle(study).scenario.simulation),
      hazard(study),
      travel(travel_options(study, scenario_choice(study.scenario))),
      believed{hazard.fit,
               hazard.prior.road,
               hazard.exposure,
               priors.demand,
               find_registered_per_year(study.dataset.cases),
               priors.operations,
               travel},
      space(believed),
      world(make_world(study, hazard, progress)) {}

}  // namespace pahunch
