#include "planner/batch/simulate_family.h"

#include <cmath>

#include "planner/batch/batch_progress.h"
#include "planner/batch/kept_years.h"
#include "planner/batch/scenario_figures.h"
#include "planner/simulation/simulation_figures.h"
#include "planner/simulation/study_world.h"
#include "sim/monte_carlo/verdict.h"

namespace pahunch {
namespace {

std::optional<double> if_finite(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

IdxVector<SettlementIdx, Persons> rural_women(const World& world) {
  IdxVector<SettlementIdx, Persons> rural;
  for (const Women& women : world.women) rural.push_back(women.rural);
  return rural;
}

SimulatedFigures figures_of(const ExperimentResult& result, std::size_t set, const World& world,
                            double level) {
  SimulatedFigures simulated{.n_years = result.size.n_years()};
  const auto put = [&](SimulatedFigure figure, std::vector<double> by_draw) {
    simulated.by_draw[static_cast<std::size_t>(figure)] = std::move(by_draw);
  };
  const auto standing = [&](Standing which) {
    return by_draw(result, set, [which](const SetResult& r) -> auto& {
      return r.rural[static_cast<std::size_t>(which)];
    });
  };
  put(SimulatedFigure::kUnderserved,
      count_underserved(result, set, world.rules.min_probability, rural_women(world)));
  put(SimulatedFigure::kServed, standing(Standing::kServed));
  put(SimulatedFigure::kTurnedAway, standing(Standing::kFull));
  put(SimulatedFigure::kCutOff, standing(Standing::kCutOff));
  put(SimulatedFigure::kRegistered,
      by_draw(result, set, [](const SetResult& r) -> auto& { return r.registered; }));
  put(SimulatedFigure::kDisposed,
      by_draw(result, set, [](const SetResult& r) -> auto& { return r.disposed_any; }));
  const Estimate more = estimate_more_served(result, set, level);
  simulated.more_served = more.value;
  simulated.more_served_low = if_finite(more.low);
  simulated.more_served_high = if_finite(more.high);
  return simulated;
}

}  // namespace

std::unique_ptr<Checkpoint> add_simulated(const FamilyJob& job,
                                          const std::vector<FamilyMember>& members,
                                          std::vector<nlohmann::ordered_json>& figures,
                                          Session& session) {
  PartOfProgress progress(session.progress, members.size() * kUnitsOfScenario);
  if (const auto obstacle = find_obstacle(job.study)) {
    for (auto& one : figures) one["no_simulation"] = *obstacle;
    progress.finish();
    return nullptr;
  }
  QuietProgress quiet(session.progress);
  StudyWorld study_world(job.study, quiet);
  study_world.world.rules.other_limits.clear();
  const ExperimentPlan plan = plan_of(job.study.scenario.simulation);
  const auto looks = find_looks(plan);
  const double level = looks ? look_level(*looks) : kUsualLevel;
  auto years = open_kept_years(job.kept, job.owner, members, session.console);
  const ExperimentResult result =
      run_experiment(study_world.world, study_world.space, plan, *years, progress);
  for (std::size_t i = 0; i < members.size(); ++i) {
    figures[i]["simulation"] = simulated_json(figures_of(result, i + 1, study_world.world, level));
  }
  progress.finish();
  return years;
}

}  // namespace pahunch
