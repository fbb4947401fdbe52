#include "planner/simulation/simulate_study.h"

#include <algorithm>
#include <array>

#include "geo/base/error.h"
#include "geo/io/checksum.h"
#include "planner/bundled_data.h"
#include "planner/interrupt.h"
#include "planner/scenario/write_scenario.h"
#include "planner/simulation/study_world.h"
#include "planner/study/input_files.h"

namespace pahunch {
namespace {

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

std::string_view to_string(Ending ending) {
  constexpr std::array<std::string_view, 3> kWords = {"complete", "narrow enough", "interrupted"};
  return kWords[static_cast<std::size_t>(ending)];
}

std::string simulation_key(const Study& study) {
  std::string text = write_scenario(study.scenario);
  text += read_sha256("/proc/self/exe") + "\n";
  for (const InputFile& file :
       list_inputs(study.dataset, study.scenario, prior_files(study.scenario.simulation))) {
    text += file.path + " " + file.sha256 + "\n";
  }
  return get_sha256_of_text(text);
}

SimulationReport simulate_study(const Study& study, ParcelStore& store, Progress& progress) {
  const StudyWorld study_world(study, progress);
  const World& world = study_world.world;
  const ExperimentPlan plan = plan_of(study.scenario.simulation);
  auto report = make_report(study, world, study_world.space,
                            simulate(world, study_world.space, plan, store, progress));
  add_spots(study, report);
  add_capacity(study_world.priors.operations, report);
  report.checks = check_model({.cases = study.dataset.cases,
                               .floods = study_world.hazard.table,
                               .fit = study_world.hazard.fit,
                               .demand = study_world.priors.demand,
                               .n_districts = study.dataset.districts.areas.size(),
                               .seed = study.scenario.seed});
  const SideInputs side{study.scenario.simulation, world, study_world.believed, study_world.space};
  report.side = note_rules(side);
  if (report.ending != Ending::kInterrupted) add_side_studies(side, progress, report.side);
  return report;
}

}  // namespace pahunch
