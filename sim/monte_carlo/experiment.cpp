#include "sim/monte_carlo/experiment.h"

#include <fmt/format.h>

#include "geo/base/error.h"
#include "geo/base/parallel.h"
#include "sim/sensitivity/unit_points.h"

namespace pahunch {
namespace {

void check_size(const ExperimentSize& size) {
  if (size.n_draws >= 2 && size.n_years_per_draw >= 2) return;
  throw ConfigError({.what = fmt::format("{} parameter draws of {} years are too few", size.n_draws,
                                         size.n_years_per_draw),
                     .where = "simulation.draws, simulation.replicates",
                     .why = "two of each are the least from which errors can be told",
                     .hint = "the usual size is 1000 replicates in 25 draws"});
}

std::vector<double> to_vector(std::span<const double> values) {
  return {values.begin(), values.end()};
}

/// What of a draw is kept by settlement moves to the experiment's own tables.
void take_settlements(SetResult& set, std::size_t at, ExperimentResult& result) {
  IdxVector<SettlementIdx, double> mean;
  for (const SettlementIdx s : indices(set.p_served)) {
    const RunningMoments& years = set.p_served[s];
    mean.push_back(years.mean());
    const double error = years.standard_error();
    result.noise[at][s] += error * error / static_cast<double>(result.size.n_draws);
  }
  result.p_served[at].push_back(std::move(mean));
  set.p_served = {};
}

ExperimentResult make_result(const World& world, const ExperimentSize& size) {
  ExperimentResult result{.size = size};
  result.p_served.resize(world.n_sets());
  result.noise.assign(world.n_sets(), IdxVector<SettlementIdx, double>(world.women.size()));
  return result;
}

}  // namespace

ExperimentResult run_experiment(const World& world, const ParameterSpace& space,
                                const ExperimentSize& size, Progress& progress) {
  check_size(size);
  const auto points = make_latin_hypercube(
      {.n_points = size.n_draws, .n_dimensions = space.parameters().size(), .seed = world.seed});
  progress.begin("simulating years", size.n_draws * size.n_years_per_draw);
  std::vector<DrawResult> drawn(size.n_draws);
  for_each_in_parallel(size.n_draws, [&](std::size_t draw) {
    const Theta theta = space.make_theta(points[draw], {world.seed, draw});
    drawn[draw] = simulate_draw(world, theta, {draw * size.n_years_per_draw, size.n_years_per_draw},
                                [&progress] { progress.advance(1); });
  });
  ExperimentResult result = make_result(world, size);
  for (std::size_t draw = 0; draw < size.n_draws; ++draw) {
    DrawSummary summary{to_vector(points[draw]), std::move(drawn[draw].sets),
                        std::move(drawn[draw].served_by_first_and)};
    for (std::size_t set = 0; set < summary.sets.size(); ++set) {
      take_settlements(summary.sets[set], set, result);
      result.n_events += summary.sets[set].n_events;
    }
    result.n_states += drawn[draw].n_states;
    result.draws.push_back(std::move(summary));
  }
  return result;
}

}  // namespace pahunch
