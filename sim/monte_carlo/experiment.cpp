#include "sim/monte_carlo/experiment.h"

#include <utility>

#include "geo/base/parallel.h"
#include "sim/monte_carlo/experiment_fold.h"
#include "sim/monte_carlo/simulate_draw.h"
#include "sim/sensitivity/unit_points.h"
#include "sim/statistics/ordered_fold.h"

namespace pahunch {
namespace {

UnitPoints list_points(const World& world, const ParameterSpace& space,
                       const ExperimentSize& size) {
  return make_latin_hypercube(
      {.n_points = size.n_draws, .n_dimensions = space.parameters().size(), .seed = world.seed});
}

std::vector<double> to_vector(std::span<const double> values) {
  return {values.begin(), values.end()};
}

/// Simulates parcels, or finds them.
class Worker {
 public:
  Worker(const World& world, const ParameterSpace& space, const ExperimentPlan& plan,
         ParcelStore& store, Progress& progress)
      : world_(world),
        space_(space),
        size_(plan.size),
        points_(list_points(world, space, plan.size)),
        store_(store),
        progress_(progress) {}

  DrawPart work_off(const Parcel& parcel) const {
    if (auto found = store_.find(parcel)) {
      progress_.advance(parcel.n_years);
      return {parcel, to_vector(points_[parcel.draw]), std::move(*found)};
    }
    const Theta theta = space_.make_theta(points_[parcel.draw], {world_.seed, parcel.draw});
    const std::uint64_t first = parcel.draw * size_.n_years_per_draw + parcel.first_year;
    auto result =
        simulate_draw(world_, theta, {first, parcel.n_years}, [this] { progress_.advance(1); });
    store_.keep(parcel, result);
    return {parcel, to_vector(points_[parcel.draw]), std::move(result)};
  }

 private:
  const World& world_;
  const ParameterSpace& space_;
  ExperimentSize size_;
  UnitPoints points_;
  ParcelStore& store_;
  Progress& progress_;
};

/// Draws of a round that are in the store, up to the first that is not.
std::uint64_t count_finished(const Round& round, std::uint64_t n_draws, ParcelStore& store) {
  std::uint64_t n = 0;
  while (n < n_draws && store.contains({n, round.first_year, round.n_years})) ++n;
  return n;
}

}  // namespace

bool is_narrow_enough(const ExperimentPlan& plan, const ExperimentResult& so_far) {
  const auto looks = find_looks(plan);
  if (!looks) return false;
  const std::size_t last = so_far.p_served.size() - 1;
  const double level = look_level(*looks);
  return should_stop(*looks, last == 0 ? estimate_served(so_far, last, level)
                                       : estimate_more_served(so_far, last, level));
}

std::vector<std::vector<Parcel>> list_stages(const ExperimentPlan& plan) {
  std::vector<std::vector<Parcel>> stages(1);
  bool is_over = false;
  for (const Round& round : list_rounds(plan)) {
    if (is_over) stages.emplace_back();
    for (std::uint64_t draw = 0; draw < plan.size.n_draws; ++draw) {
      stages.back().push_back({draw, round.first_year, round.n_years});
    }
    is_over = round.is_look;
  }
  return stages;
}

void simulate_parcels(const ParcelJob& job, ParcelStore& store, Progress& progress) {
  const Worker worker(job.world, job.space, job.plan, store, progress);
  for_each_in_parallel(job.parcels.size(), [&](std::size_t /*turn*/) {
    const std::uint64_t next = job.next();
    if (next < job.parcels.size()) static_cast<void>(worker.work_off(job.parcels[next]));
  });
}

ExperimentResult run_experiment(const World& world, const ParameterSpace& space,
                                const ExperimentPlan& plan, ParcelStore& store,
                                Progress& progress) {
  const auto rounds = list_rounds(plan);
  const Worker worker(world, space, plan, store, progress);
  progress.begin("simulating years", plan.size.n_years());
  OrderedFold<ExperimentFold, DrawPart> fold;
  const std::uint64_t n_draws = plan.size.n_draws;
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    for_each_in_parallel(n_draws, [&](std::size_t draw) {
      fold.add(i * n_draws + draw,
               worker.work_off({draw, rounds[i].first_year, rounds[i].n_years}));
    });
    if (rounds[i].is_look && is_narrow_enough(plan, fold.total().result())) break;
  }
  return fold.total().result();
}

std::optional<ExperimentResult> gather_finished(const World& world, const ParameterSpace& space,
                                                const ExperimentPlan& plan, ParcelStore& store) {
  const auto points = list_points(world, space, plan.size);
  ExperimentFold fold;
  for (const Round& round : list_rounds(plan)) {
    const std::uint64_t n_draws = count_finished(round, plan.size.n_draws, store);
    if (n_draws < (round.first_year == 0 ? 2 : plan.size.n_draws)) break;
    for (std::uint64_t draw = 0; draw < n_draws; ++draw) {
      const Parcel parcel{draw, round.first_year, round.n_years};
      fold.merge({parcel, to_vector(points[draw]), *store.find(parcel)});
    }
    if (n_draws < plan.size.n_draws) break;
  }
  if (fold.empty()) return std::nullopt;
  return fold.result();
}

}  // namespace pahunch
