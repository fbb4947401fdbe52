#include "sim/monte_carlo/experiment.h"

#include <fmt/format.h>

#include <utility>

#include "geo/base/error.h"
#include "geo/base/parallel.h"
#include "sim/sensitivity/unit_points.h"
#include "sim/statistics/ordered_fold.h"

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
void take_settlements(SetResult& set, std::uint64_t n_draws, ExperimentResult& part) {
  auto& mean = part.p_served.emplace_back().emplace_back();
  auto& noise = part.noise.emplace_back();
  for (const RunningMoments& years : set.p_served) {
    mean.push_back(years.mean());
    const double error = years.standard_error();
    noise.push_back(error * error / static_cast<double>(n_draws));
  }
  set.p_served = {};
}

/// One draw as a part of the experiment.
ExperimentResult make_part(DrawResult drawn, std::span<const double> places,
                           const ExperimentSize& size) {
  ExperimentResult part{.size = size, .n_states = drawn.n_states};
  for (SetResult& set : drawn.sets) {
    take_settlements(set, size.n_draws, part);
    part.n_events += set.n_events;
  }
  part.draws.push_back(
      {to_vector(places), std::move(drawn.sets), std::move(drawn.served_by_first_and)});
  return part;
}

}  // namespace

ExperimentResult run_experiment(const World& world, const ParameterSpace& space,
                                const ExperimentSize& size, Progress& progress) {
  check_size(size);
  const auto points = make_latin_hypercube(
      {.n_points = size.n_draws, .n_dimensions = space.parameters().size(), .seed = world.seed});
  progress.begin("simulating years", size.n_draws * size.n_years_per_draw);
  OrderedFold<ExperimentResult> fold;
  for_each_in_parallel(size.n_draws, [&](std::size_t draw) {
    const Theta theta = space.make_theta(points[draw], {world.seed, draw});
    auto drawn = simulate_draw(world, theta, {draw * size.n_years_per_draw, size.n_years_per_draw},
                               [&progress] { progress.advance(1); });
    fold.add(draw, make_part(std::move(drawn), points[draw], size));
  });
  return fold.total();
}

void ExperimentResult::merge(const ExperimentResult& later) {
  if (draws.empty()) {
    *this = later;
    return;
  }
  draws.insert(draws.end(), later.draws.begin(), later.draws.end());
  for (std::size_t set = 0; set < noise.size(); ++set) {
    p_served[set].insert(p_served[set].end(), later.p_served[set].begin(),
                         later.p_served[set].end());
    for (const SettlementIdx at : indices(noise[set])) noise[set][at] += later.noise[set][at];
  }
  n_states += later.n_states;
  n_events += later.n_events;
}

}  // namespace pahunch
