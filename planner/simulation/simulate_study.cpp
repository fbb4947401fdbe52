#include "planner/simulation/simulate_study.h"

#include <algorithm>
#include <array>

#include "geo/base/error.h"
#include "geo/io/checksum.h"
#include "planner/bundled_data.h"
#include "planner/interrupt.h"
#include "planner/scenario/write_scenario.h"
#include "planner/simulation/study_hazard.h"
#include "planner/simulation/study_priors.h"
#include "planner/study/input_files.h"

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

ExperimentPlan plan_of(const SimulationSettings& settings) {
  ExperimentPlan plan{.size = {.n_draws = settings.draws,
                               .n_years_per_draw = settings.replicates / settings.draws}};
  if (settings.until_women > 0) plan.until_half_width = settings.until_women;
  return plan;
}

/// The experiment as far as it went.
struct Simulated {
  ExperimentResult result;
  Ending ending = Ending::kComplete;
};

Simulated simulate(const World& world, const ParameterSpace& space, const ExperimentPlan& plan,
                   ParcelStore& store, Progress& progress) {
  try {
    auto result = run_experiment(world, space, plan, store, progress);
    const Ending ending = result.size == plan.size ? Ending::kComplete : Ending::kNarrowEnough;
    return {std::move(result), ending};
  } catch (const Interrupted&) {
    auto finished = gather_finished(world, space, plan, store);
    if (!finished) throw;
    set_interrupt(InterruptFlag::kClear);
    return {std::move(*finished), Ending::kInterrupted};
  }
}

SimulationReport make_report(const Study& study, const World& world, const ParameterSpace& space,
                             Simulated simulated) {
  const ExperimentResult& result = simulated.result;
  SimulationReport report{.plan = plan_of(study.scenario.simulation),
                          .ending = simulated.ending,
                          .parameters = space.parameters(),
                          .sets = {},
                          .result = {}};
  IdxVector<SettlementIdx, Persons> rural;
  for (const Women& women : world.women) rural.push_back(women.rural);
  const double least = world.rules.min_probability;
  for (std::size_t set = 0; set < world.n_sets(); ++set) {
    report.sets.push_back({study.sets[set].name, study.sets[set].open.size(),
                           judge_all(result, set, least),
                           count_underserved(result, set, least, rural)});
  }
  report.thresholds = sweep_thresholds(
      result, {.max_minutes = study.scenario.max_minutes, .min_probability = least}, rural);
  report.result = std::move(simulated.result);
  return report;
}

/// Where the underserved lie together, under each set.
void add_spots(const Study& study, SimulationReport& report) {
  constexpr std::uint64_t kLeastPermutations = 9999;  // fewer leave no p small enough for 500 tests
  constexpr double kTolerance_m = 1;
  const AreaLayer& blocks = study.dataset.blocks;
  const BlockGround ground = make_block_ground(blocks, kTolerance_m);
  const std::uint64_t asked = study.scenario.permutations;
  const SpotTest test{.n_permutations = asked == 0 ? 0 : std::max(asked, kLeastPermutations),
                      .seed = study.scenario.seed};
  for (std::size_t set = 0; set < report.sets.size(); ++set) {
    report.sets[set].spots =
        find_underserved_spots(blocks, ground, find_block_figures(report.result, set), test);
  }
}

void add_capacity(const OperationsModel& operations, SimulationReport& report) {
  std::vector<std::string> names;
  std::vector<std::size_t> n_centres;
  for (const SetSimulation& set : report.sets) {
    names.push_back(set.name);
    n_centres.push_back(set.n_centres);
  }
  report.capacity = check_capacity({.operations = operations,
                                    .parameters = report.parameters,
                                    .result = report.result,
                                    .sets = names,
                                    .n_centres = n_centres});
}

}  // namespace

std::vector<std::filesystem::path> prior_files(const SimulationSettings& settings) {
  auto files = operations_files(settings);
  files.push_back(settings.hazard.file.value_or(find_bundled_root() / kDefaultHazard));
  files.push_back(demand_file(settings));
  return files;
}

std::optional<std::string> find_obstacle(const Study& study) {
  const Dataset& data = study.dataset;
  if (const auto obstacle = find_hazard_obstacle(study)) return obstacle;
  if (data.cases.empty()) return "the dataset has no table of cases with a year";
  if (study.scenario.travel.assignment != Assignment::kNearest) {
    return "women are sent to centres of their own district, and floods are simulated for the "
           "nearest";
  }
  return std::nullopt;
}

std::string_view to_string(Ending ending) {
  constexpr std::array<std::string_view, 3> kWords = {"complete", "narrow enough", "interrupted"};
  return kWords[static_cast<std::size_t>(ending)];
}

std::string simulation_key(const Study& study) {
  std::string text = write_scenario(study.scenario);
  text += read_sha256("/proc/self/exe") + "\n";
  for (const InputFile& file : list_inputs(study, prior_files(study.scenario.simulation))) {
    text += file.path + " " + file.sha256 + "\n";
  }
  return get_sha256_of_text(text);
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

SimulationReport simulate_study(const Study& study, ParcelStore& store, Progress& progress) {
  if (const auto obstacle = find_obstacle(study)) {
    throw ConfigError({.what = "the study cannot be simulated: " + *obstacle,
                       .hint = "`pahunch coverage` answers without a simulation"});
  }
  const StudyPriors priors(study.scenario.simulation);
  const StudyHazard hazard(study);
  const TravelOptions travel = travel_options(study, scenario_choice(study.scenario));
  const Priors believed{hazard.fit,
                        hazard.prior.road,
                        hazard.exposure,
                        priors.demand,
                        find_registered_per_year(study.dataset.cases),
                        priors.operations,
                        travel};
  const ParameterSpace space(believed);
  auto sets = find_open_sites(study);
  auto neighbours = find_neighbours(study, sets, progress);
  const World world{.dataset = study.dataset,
                    .inputs = inputs_of(study),
                    .sets = std::move(sets),
                    .women = count_women(study.dataset.settlements, study.scenario.population),
                    .exposure = hazard.exposure,
                    .blocks = hazard.fit.blocks,
                    .lattice = hazard.lattice,
                    .keys = DemandKeys(study.dataset.settlements, study.dataset.districts),
                    .neighbours = std::move(neighbours),
                    .rules = rules_of(study.scenario),
                    .planned = hazard.planned,
                    .seed = study.scenario.seed};
  const ExperimentPlan plan = plan_of(study.scenario.simulation);
  auto report = make_report(study, world, space, simulate(world, space, plan, store, progress));
  add_spots(study, report);
  add_capacity(priors.operations, report);
  report.checks = check_model({.cases = study.dataset.cases,
                               .floods = hazard.table,
                               .fit = hazard.fit,
                               .demand = priors.demand,
                               .n_districts = study.dataset.districts.areas.size(),
                               .seed = study.scenario.seed});
  const SideInputs side{study.scenario.simulation, world, believed, space};
  report.side = note_rules(side);
  if (report.ending != Ending::kInterrupted) add_side_studies(side, progress, report.side);
  return report;
}

}  // namespace pahunch
