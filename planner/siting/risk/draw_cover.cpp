#include "planner/siting/risk/draw_cover.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"

namespace pahunch {
namespace {

constexpr std::int64_t kMostSummed = std::int64_t{1} << 52;

void check_sizes(const SitingProblem& problem, const ReachDraws& draws) {
  if (draws.n_points() == problem.weights.size() && draws.n_sites() == problem.sites.size()) return;
  throw DataError({.what = fmt::format("the draws are of {} points and {} sites, not of {} and {}",
                                       draws.n_points(), draws.n_sites(), problem.weights.size(),
                                       problem.sites.size()),
                   .why = "draws must be of the points and sites that are solved for"});
}

std::vector<bool> covered_sets(const ReachSets& sets, std::span<const SiteIdx> sites) {
  std::vector<bool> is_open(sets.n_sites(), false), is_covered(sets.size());
  for (const SiteIdx at : sites) is_open[at.value()] = true;
  for (std::size_t set = 0; set < sets.size(); ++set) {
    is_covered[set] = std::ranges::any_of(sets.of(ReachSetIdx(set)),
                                          [&](SiteIdx at) { return bool{is_open[at.value()]}; });
  }
  return is_covered;
}

}  // namespace

void check_draws(const SitingProblem& problem, const ReachDraws& draws) {
  check_problem(problem);
  check_sizes(problem, draws);
  if (draws.n_draws() == 0) throw UsageError({.what = "there are no draws"});
  const std::int64_t most = (kMostSummed - 1) / static_cast<std::int64_t>(draws.n_draws());
  if (problem.total_weight() <= most) return;
  throw UsageError(
      {.what =
           fmt::format("a total weight of {} in {} draws", problem.total_weight(), draws.n_draws()),
       .why = "the weight times the draws must stay below 2^52, so that sums over them are exact",
       .hint = fmt::format("use a coarser unit of weight, a total of at most {}, or fewer draws",
                           most)});
}

std::vector<std::int64_t> covered_by_draw(const SitingProblem& problem, const ReachDraws& draws,
                                          std::span<const SiteIdx> sites) {
  const std::vector<bool> is_covered = covered_sets(draws.sets(), sites);
  const auto covered = [&](DemandIdx at, ReachSetIdx set) {
    return is_covered[set.value()] ? problem.weights[at] : 0;
  };
  std::int64_t dry = 0;
  for (const DemandIdx at : indices(problem.weights)) dry += covered(at, draws.base(at));
  std::vector<std::int64_t> sums(draws.n_draws(), dry);
  for (const DrawIdx draw : IdxRange<DrawIdx>(draws.n_draws())) {
    for (const ReachDifference& item : draws.differences(draw)) {
      sums[draw.value()] += covered(item.demand, item.set);
      sums[draw.value()] -= covered(item.demand, draws.base(item.demand));
    }
  }
  return sums;
}

}  // namespace pahunch
