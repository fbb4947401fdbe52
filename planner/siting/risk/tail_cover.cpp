#include "planner/siting/risk/tail_cover.h"

#include <numeric>

namespace pahunch {
namespace {

void reckon_figures(TailCover& found) {
  const auto& losses = found.choice.losses;
  const auto n_tail = static_cast<double>(found.n_tail);
  const auto sum = std::accumulate(losses.begin(), losses.end(), std::int64_t{0});
  found.mean_loss = static_cast<double>(sum) / static_cast<double>(found.n_draws);
  found.value_at_risk = static_cast<double>(value_at_risk(losses, found.n_tail));
  found.cvar = static_cast<double>(found.choice.loss_sum) / n_tail;
  found.bound = static_cast<double>(found.choice.bound_sum) / n_tail;
  found.gap = static_cast<double>(found.choice.loss_sum - found.choice.bound_sum) / n_tail;
}

}  // namespace

TailCover solve_tail_cover(const SitingProblem& problem, const ReachDraws& draws,
                           const SitingRules& rules, const TailOptions& options) {
  check_draws(problem, draws);
  TailCover found = {.choice = {}, .level = options.level};
  found.n_draws = draws.n_draws();
  found.n_tail = count_tail(draws.n_draws(), options.level);
  found.level_held = 1 - static_cast<double>(found.n_tail) / static_cast<double>(draws.n_draws());
  found.choice = solve_tail(problem, draws, rules, {.n_tail = found.n_tail, .of_covered = true},
                            options.limits);
  if (found.choice.has_sites()) reckon_figures(found);
  return found;
}

std::vector<std::int64_t> losses_by_draw(const SitingProblem& problem, const ReachDraws& draws,
                                         std::span<const SiteIdx> sites) {
  auto losses = covered_by_draw(problem, draws, sites);
  for (std::int64_t& covered : losses) covered = problem.total_weight() - covered;
  return losses;
}

}  // namespace pahunch
