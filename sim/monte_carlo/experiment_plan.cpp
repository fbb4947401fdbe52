#include "sim/monte_carlo/experiment_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"

namespace pahunch {
namespace {

constexpr std::uint64_t kYearsInRound = 40;
/// Years of all draws before the first look: fewer would not tell how wide an interval is.
constexpr std::uint64_t kYearsBeforeLook = 100;

void check_size(const ExperimentSize& size) {
  if (size.n_draws >= 2 && size.n_years_per_draw >= 2) return;
  throw ConfigError({.what = fmt::format("{} parameter draws of {} years are too few", size.n_draws,
                                         size.n_years_per_draw),
                     .where = "simulation.draws, simulation.replicates",
                     .why = "two of each are the least from which errors can be told",
                     .hint = "the usual size is 1000 replicates in 25 draws"});
}

/// Rounds up to a year; the last of them may be a look.
void add_rounds(std::uint64_t end, bool is_look, std::vector<Round>& rounds) {
  std::uint64_t done = rounds.empty() ? 0 : rounds.back().first_year + rounds.back().n_years;
  while (done < end) {
    const std::uint64_t n = std::min(kYearsInRound, end - done);
    rounds.push_back({done, n, is_look && done + n == end});
    done += n;
  }
}

}  // namespace

std::optional<StoppingPlan> find_looks(const ExperimentPlan& plan) {
  check_size(plan.size);
  if (!plan.until_half_width) return std::nullopt;
  const std::uint64_t n_draws = plan.size.n_draws;
  const std::uint64_t first =
      std::max<std::uint64_t>(2, (kYearsBeforeLook + n_draws - 1) / n_draws);
  return make_doubling_plan(
      {.first = n_draws * std::min(first, plan.size.n_years_per_draw), .last = plan.size.n_years()},
      *plan.until_half_width);
}

std::vector<Round> list_rounds(const ExperimentPlan& plan) {
  std::vector<Round> rounds;
  const auto looks = find_looks(plan);
  if (looks) {
    for (const std::uint64_t look : looks->looks) {
      add_rounds(look / plan.size.n_draws, true, rounds);
    }
  } else {
    add_rounds(plan.size.n_years_per_draw, false, rounds);
  }
  return rounds;
}

}  // namespace pahunch
