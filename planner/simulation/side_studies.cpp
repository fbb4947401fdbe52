#include "planner/simulation/side_studies.h"

#include <fmt/format.h>

#include "sim/monte_carlo/sensitivity_run.h"

namespace pahunch {
namespace {

std::optional<MissingMonths> read_both_ways(const SideInputs& inputs, Progress& progress) {
  const bool replays = inputs.world.planned.replay.has_value();
  if (replays || find_missing_months(inputs.priors.flood.calendar).empty()) return std::nullopt;
  const SimulationSettings& settings = inputs.settings;
  const ExperimentSize size = choose_reading_size(
      {.n_draws = settings.draws, .n_years_per_draw = settings.replicates / settings.draws});
  return compare_readings(inputs.world, inputs.priors, size, progress);
}

std::vector<std::string> name_inputs(const ParameterSpace& space) {
  std::vector<std::string> names;
  for (const UncertainParameter& parameter : space.parameters()) names.push_back(parameter.name);
  return names;
}

/// Morris, and on what it keeps Sobol'; each step says how many runs it makes before it begins.
SensitivityResult study_sensitivity(const SideInputs& inputs, Progress& progress) {
  const SensitivitySettings& asked = inputs.settings.sensitivity;
  const SensitivitySizes sizes{.n_trajectories = asked.trajectories,
                               .n_rows = asked.rows,
                               .n_kept = asked.kept,
                               .seed = inputs.world.seed};
  const auto begin = [&](const char* method, std::uint64_t n_runs) {
    progress.begin(
        fmt::format("sensitivity by {}: {} runs of {} years", method, n_runs, asked.years),
        n_runs * asked.years);
  };
  const auto names = name_inputs(inputs.space);
  const auto model = make_sensitivity_model(inputs.world, inputs.space, asked.years, progress);
  begin("Morris", count_morris_runs(sizes, names.size()));
  SensitivityResult result{
      .morris = study_morris(names.size(), sizes, model), .columns = {}, .sobol = {}};
  if (asked.kind != SensitivityKind::kSobol) return result;
  result.columns = make_columns(names, rank_inputs(result.morris), sizes.n_kept);
  begin("Sobol'", count_sobol_runs(sizes, result.columns.size()));
  result.sobol = study_sobol(result.columns, sizes, model);
  return result;
}

}  // namespace

SideStudies note_rules(const SideInputs& inputs) {
  SideStudies side;
  if (inputs.world.planned.replay) side.replay_note = inputs.world.planned.replay->note;
  side.months_rule = inputs.priors.flood.prior.unobserved;
  side.asked = inputs.settings.sensitivity;
  return side;
}

void add_side_studies(const SideInputs& inputs, Progress& progress, SideStudies& side) {
  side.missing_months = read_both_ways(inputs, progress);
  if (side.asked.kind != SensitivityKind::kNone) {
    side.sensitivity = study_sensitivity(inputs, progress);
  }
}

}  // namespace pahunch
