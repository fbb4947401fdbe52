#include "planner/optimise/flood_siting.h"

#include "planner/optimise/draw_figures.h"
#include "planner/siting/risk/tail_answer.h"
#include "sim/statistics/student.h"

namespace pahunch {
namespace {

/// Numbers of draws that are asked for different ends never meet.
constexpr std::uint64_t kFreshDraws = std::uint64_t{1} << 32, kBatchDraws = std::uint64_t{1} << 33;

std::vector<double> difference(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> more;
  for (std::size_t i = 0; i < a.size(); ++i) more.push_back(a[i] - b[i]);
  return more;
}

/// Puts the answer for the tail in the place of that for the mean.
void choose_for_tail(const SitingProblem& problem, const ReachDraws& draws,
                     const SitingRules& rules, const FloodSitingOptions& options,
                     FloodAnswer& chosen) {
  SolveLimits limits = options.limits;
  limits.start = chosen.answer.sites;
  TailCover cover =
      solve_tail_cover(problem, draws, rules, {.level = *options.tail_level, .limits = limits});
  if (!cover.choice.has_sites()) return;
  const TailUnit unit{.n_tail = cover.n_tail, .per = static_cast<double>(cover.n_tail)};
  FloodTail tail{.cover = std::move(cover), .mean_sites = chosen.answer.sites};
  chosen.answer = make_tail_answer(problem, draws, tail.cover.choice, unit);
  chosen.tail = std::move(tail);
}

/// Sets of sites on fresh draws.
class FloodMeasurer {
 public:
  FloodMeasurer(const SitingProblem& problem, const ReachDraws& fresh, FloodSiting& found)
      : problem_(problem), fresh_(fresh), found_(found) {}

  void add(const std::string& what, const std::vector<SiteIdx>& sites) {
    FloodMeasure measure{.what = what, .women = mean_of(women_by_draw(problem_, fresh_, sites))};
    if (found_.tail) {
      measure.tail = estimate_tail(losses_by_draw(problem_, fresh_, sites), level(), {});
    }
    found_.measures.push_back(std::move(measure));
  }

  void compare(const std::vector<SiteIdx>& chosen, const std::vector<SiteIdx>& dry) {
    found_.over_dry = mean_of(
        difference(women_by_draw(problem_, fresh_, chosen), women_by_draw(problem_, fresh_, dry)));
    if (!found_.tail) return;
    const auto losses = losses_by_draw(problem_, fresh_, chosen);
    const auto over = [&](const std::vector<SiteIdx>& other) {
      return estimate_tail_difference(losses_by_draw(problem_, fresh_, other), losses, level(), {});
    };
    found_.tail->over_dry = over(dry);
    found_.tail->over_mean = over(found_.tail->mean_sites);
  }

 private:
  [[nodiscard]] double level() const { return found_.tail->cover.level; }

  const SitingProblem& problem_;
  const ReachDraws& fresh_;
  FloodSiting& found_;
};

}  // namespace

FloodAnswer choose_for_floods(const FloodReach& reach, const SitingProblem& problem,
                              const SitingRules& rules, const FloodSitingOptions& options,
                              Progress& progress) {
  if (options.tail_level) count_tail(options.n_draws, *options.tail_level);
  const ReachDraws draws = reach.draw(0, options.n_draws, progress);
  progress.begin("choosing sites for floods", 0);
  FloodAnswer chosen{.answer = solve_expected_cover(problem, draws, rules, options.limits).answer,
                     .size = draws.size()};
  const auto n = static_cast<std::int64_t>(options.n_draws);
  for (SiteValue& value : chosen.answer.values) value.sole_weight /= n;  // of a draw, on the mean
  if (options.tail_level && chosen.answer.has_sites()) {
    choose_for_tail(problem, draws, rules, options, chosen);
  }
  return chosen;
}

void measure_for_floods(const FloodReach& reach, const SitingProblem& problem,
                        const SitingRules& rules, const SitingAnswer& chosen,
                        const std::vector<SiteIdx>& dry, FloodSiting& found, Progress& progress) {
  const FloodSitingOptions& options = found.options;
  ReachDraws fresh = reach.draw(kFreshDraws, options.n_draws, progress);
  FloodMeasurer measurer(problem, fresh, found);
  measurer.compare(chosen.sites, dry);
  measurer.add("locked sites alone", problem.with_status(SiteStatus::kLocked));
  measurer.add("chosen for dry roads", dry);
  if (found.tail) measurer.add("chosen for the mean", found.tail->mean_sites);
  measurer.add(found.tail ? "chosen for the tail" : "chosen for floods", chosen.sites);
  if (options.n_batches == 0 || options.tail_level) return;
  const GapSamples samples{.n_batches = options.n_batches,
                           .batch =
                               [&](std::size_t batch) {
                                 return reach.draw(kBatchDraws + batch * options.n_batch_draws,
                                                   options.n_batch_draws, progress);
                               },
                           .fresh = std::move(fresh)};
  found.gap = estimate_sampling_gap(
      problem, rules, {.sites = chosen.sites, .solver_gap = chosen.gap}, samples,
      {.level = kUsualLevel, .student_quantile = student_quantile, .batch_limits = options.limits});
}

}  // namespace pahunch
