#include "planner/siting/risk/tail_answer.h"

#include <numeric>

#include "planner/siting/risk/draw_model.h"
#include "planner/siting/risk/tail_cover.h"

namespace pahunch {
namespace {

constexpr std::size_t kNoSite = static_cast<std::size_t>(-1);

/// By set: the position of the only open site in it; kNoSite where there is none or more.
std::vector<std::size_t> only_open(const ReachSets& sets, const std::vector<SiteIdx>& sites) {
  std::vector<std::size_t> place_of(sets.n_sites(), kNoSite), only(sets.size(), kNoSite);
  for (std::size_t i = 0; i < sites.size(); ++i) place_of[sites[i].value()] = i;
  for (std::size_t set = 0; set < sets.size(); ++set) {
    std::size_t n_open = 0, last = kNoSite;
    for (const SiteIdx at : sets.of(ReachSetIdx(set))) {
      if (place_of[at.value()] == kNoSite) continue;
      last = place_of[at.value()];
      ++n_open;
    }
    if (n_open == 1) only[set] = last;
  }
  return only;
}

/// By position in `sites`, then by draw: the weight that this site alone covers.
std::vector<std::vector<std::int64_t>> sole_by_draw(const SitingProblem& problem,
                                                    const ReachDraws& draws,
                                                    const std::vector<SiteIdx>& sites) {
  const auto only = only_open(draws.sets(), sites);
  std::vector<std::vector<std::int64_t>> sole(sites.size(),
                                              std::vector<std::int64_t>(draws.n_draws(), 0));
  const auto add = [&](ReachSetIdx set, std::size_t draw, std::int64_t weight) {
    if (only[set.value()] != kNoSite) sole[only[set.value()]][draw] += weight;
  };
  std::vector<std::int64_t> dry(sites.size(), 0);
  for (const DemandIdx at : indices(problem.weights)) {
    const std::size_t site = only[draws.base(at).value()];
    if (site != kNoSite) dry[site] += problem.weights[at];
  }
  for (std::size_t i = 0; i < sites.size(); ++i) sole[i].assign(draws.n_draws(), dry[i]);
  for (const DrawIdx draw : IdxRange<DrawIdx>(draws.n_draws())) {
    for (const ReachDifference& item : draws.differences(draw)) {
      add(item.set, draw.value(), problem.weights[item.demand]);
      add(draws.base(item.demand), draw.value(), -problem.weights[item.demand]);
    }
  }
  return sole;
}

std::vector<SiteValue> value_sites(const SitingProblem& problem, const ReachDraws& draws,
                                   const TailChoice& choice, const TailUnit& unit) {
  std::vector<SiteValue> values;
  const auto n_units =
      static_cast<double>(draws.n_draws()) * unit.per / static_cast<double>(unit.n_tail);
  for (const auto& sole : sole_by_draw(problem, draws, choice.sites)) {
    auto losses = choice.losses;
    for (std::size_t draw = 0; draw < losses.size(); ++draw) losses[draw] += sole[draw];
    const std::int64_t more = sum_largest(losses, unit.n_tail) - choice.loss_sum;
    const auto all = std::accumulate(sole.begin(), sole.end(), std::int64_t{0});
    values.push_back(
        {.marginal = static_cast<double>(more) / unit.per,
         .sole_weight = static_cast<std::int64_t>(static_cast<double>(all) / n_units)});
  }
  return values;
}

}  // namespace

SitingAnswer make_tail_answer(const SitingProblem& problem, const ReachDraws& draws,
                              const TailChoice& choice, const TailUnit& unit) {
  SitingAnswer answer;
  answer.status = choice.status;
  answer.infeasible = choice.infeasible;
  answer.size = choice.size;
  if (!choice.has_sites()) return answer;
  const std::int64_t total = problem.total_weight();
  const auto covered = [&](std::int64_t loss) {
    return static_cast<double>(total * static_cast<std::int64_t>(unit.n_tail) - loss) / unit.per;
  };
  auto locked = losses_by_draw(problem, draws, problem.with_status(SiteStatus::kLocked));
  answer.sites = choice.sites;
  answer.objective = covered(choice.loss_sum);
  answer.bound = covered(choice.bound_sum);
  answer.gap = answer.bound - answer.objective;
  answer.locked_objective = covered(sum_largest(locked, unit.n_tail));
  const double gain = answer.objective - answer.locked_objective;
  answer.gap_share = answer.gap == 0 ? 0 : answer.gap / gain;
  answer.values = value_sites(problem, draws, choice, unit);
  return answer;
}

}  // namespace pahunch
