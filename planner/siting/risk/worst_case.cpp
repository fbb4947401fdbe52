#include "planner/siting/risk/worst_case.h"

#include <fmt/format.h>

#include <unordered_set>

#include "geo/base/error.h"

namespace pahunch {
namespace {

void check_names(const std::vector<std::string>& names, std::size_t n_draws) {
  if (names.size() != n_draws) {
    throw UsageError({.what = fmt::format("{} names for {} draws", names.size(), n_draws),
                      .why = "the worst case is over a list of named draws",
                      .hint = "name each, or look at the tail of a random sample instead"});
  }
  std::unordered_set<std::string> seen;
  for (const std::string& name : names) {
    if (!name.empty() && seen.insert(name).second) continue;
    throw UsageError({.what = name.empty() ? std::string("a draw has no name")
                                           : fmt::format("two draws are named '{}'", name),
                      .why = "the answer says by name which draw is the worst"});
  }
}

}  // namespace

WorstCase solve_worst_case(const SitingProblem& problem, const ReachDraws& draws,
                           const std::vector<std::string>& names, const SitingRules& rules,
                           const SolveLimits& limits) {
  check_names(names, draws.n_draws());
  WorstCase found = {
      .choice = solve_tail(problem, draws, rules, {.n_tail = 1, .of_covered = true}, limits),
      .binding = {}};
  if (!found.choice.has_sites()) return found;
  const std::int64_t total = problem.total_weight();
  found.covered = static_cast<double>(total - found.choice.loss_sum);
  found.bound = static_cast<double>(total - found.choice.bound_sum);
  found.gap = found.bound - found.covered;
  for (std::size_t draw = 0; draw < names.size(); ++draw) {
    if (found.choice.losses[draw] == found.choice.loss_sum) found.binding.push_back(names[draw]);
  }
  return found;
}

}  // namespace pahunch
