#include "planner/optimise/case_siting.h"

#include "planner/optimise/draw_figures.h"

namespace pahunch {
namespace {

/// Numbers of draws to choose on and to measure on never meet.
constexpr std::uint64_t kFreshCaseDraws = std::uint64_t{1} << 32;

struct CaseDraw {
  std::size_t of = 0;  ///< case
  std::uint64_t number = 0;
};

std::vector<CaseDraw> list_draws(const std::vector<DrawnCase>& cases) {
  std::vector<CaseDraw> list;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (std::size_t k = 0; k < cases[i].n_draws; ++k) list.push_back({i, k});
  }
  return list;
}

/// By case: the mean over its draws.
std::vector<Estimate> estimate_cases(const std::vector<DrawnCase>& cases,
                                     const std::vector<double>& by_draw) {
  std::vector<Estimate> means;
  auto at = by_draw.begin();
  for (const DrawnCase& item : cases) {
    const auto end = at + static_cast<std::ptrdiff_t>(item.n_draws);
    means.push_back(item.n_draws == 1 ? Estimate{.value = *at, .low = *at, .high = *at}
                                      : mean_of({at, end}));
    at = end;
  }
  return means;
}

}  // namespace

std::vector<DrawnCase> CaseSitingOptions::drawn() const {
  std::vector<DrawnCase> all;
  for (const NamedCase& item : cases) all.push_back({item.name, item.is_drawn() ? n_draws : 1});
  return all;
}

ReachDraws CaseReach::draw(const CaseSitingOptions& options, Which which,
                           Progress& progress) const {
  const auto list = list_draws(options.drawn());
  const std::uint64_t first = which == Which::kFresh ? kFreshCaseDraws : 0;
  return roads.draw(
      list.size(),
      [&](std::size_t i) {
        return draw_case(options.cases[list[i].of], hazard, seed, first + list[i].number);
      },
      progress);
}

CaseAnswer choose_for_cases(const CaseReach& reach, const SitingProblem& problem,
                            const SitingRules& rules, const CaseSitingOptions& options,
                            Progress& progress) {
  const ReachDraws draws = reach.draw(options, CaseReach::Which::kToChoose, progress);
  progress.begin("choosing sites for the worst case", 0);
  WorstMean worst = solve_worst_mean(problem, draws, options.drawn(), rules, options.limits);
  return {.answer = std::move(worst.answer),
          .found = {.n_cases = options.cases.size(),
                    .n_draws = options.n_draws,
                    .size = draws.size(),
                    .binding = std::move(worst.binding)}};
}

void measure_cases(const CaseReach& reach, const SitingProblem& problem,
                   const std::vector<SiteIdx>& chosen, const std::vector<SiteIdx>& dry,
                   const CaseSitingOptions& options, CaseSiting& found, Progress& progress) {
  const ReachDraws fresh = reach.draw(options, CaseReach::Which::kFresh, progress);
  const auto cases = options.drawn();
  const auto estimate = [&](const std::vector<SiteIdx>& sites) {
    return estimate_cases(cases, women_by_draw(problem, fresh, sites));
  };
  const auto of_locked = estimate(problem.with_status(SiteStatus::kLocked));
  const auto of_dry = estimate(dry), of_chosen = estimate(chosen);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    found.measures.push_back({.name = cases[i].name,
                              .is_drawn = options.cases[i].is_drawn(),
                              .locked = of_locked[i],
                              .dry = of_dry[i],
                              .chosen = of_chosen[i]});
  }
}

}  // namespace pahunch
