#include "planner/siting/finish_answer.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/check_answer.h"
#include "planner/siting/round_off.h"
#include "planner/siting/site_values.h"

namespace pahunch {
namespace {

/// A gap of no more than this is none.
double no_gap(const SolvedOf& of, const SitingAnswer& answer) {
  return of.is_whole ? 0 : kRoundOff * std::max(std::abs(answer.objective), of.total);
}

AnswerStatus status_of(const SitingAnswer& answer, double gap_frac, bool is_too_large,
                       const StopSignal& signal) {
  if (answer.gap == 0) return AnswerStatus::kProven;
  if (answer.gap <= gap_frac * std::abs(answer.objective)) return AnswerStatus::kWithinGap;
  if (is_too_large && !signal.stop()) return AnswerStatus::kTooLarge;
  return unfinished_status(signal.reason());
}

}  // namespace

std::vector<SiteIdx> open_sites(const SitingProblem& problem, const ChoiceRules& choice,
                                const std::vector<SiteColumn>& open) {
  std::vector<SiteIdx> sites = problem.with_status(SiteStatus::kLocked);
  for (const SiteColumn column : open) sites.push_back(choice.sites[column]);
  std::ranges::sort(sites, {}, [&](SiteIdx at) { return problem.sites[at].id; });
  return sites;
}

void finish_answer(const SolvedOf& of, const Solution& solution, const StopSignal& signal,
                   SitingAnswer& answer) {
  answer.sites = open_sites(of.problem, of.choice, *solution.open);
  const bool maximum = of.objective.is_maximum();
  answer.objective = maximum ? of.total - solution.loss : solution.loss;
  answer.bound = maximum ? of.total - solution.bound : solution.bound;
  answer.gap = std::abs(answer.bound - answer.objective);
  if (answer.gap <= no_gap(of, answer)) {
    answer.bound = answer.objective;
    answer.gap = 0;
  }
  const double base = maximum ? answer.objective - answer.locked_objective : answer.objective;
  answer.gap_share = answer.gap == 0 ? 0 : answer.gap / std::abs(base);
  answer.status = status_of(answer, of.gap_frac, solution.is_too_large, signal);
  answer.values = value_sites(of.problem, of.objective, answer.sites);
  check_answer(of.problem, of.rules, of.objective, answer);
}

}  // namespace pahunch
