#include "planner/siting/risk/worst_mean.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/siting/risk/tail_answer.h"
#include "tests/planner/siting/random_draws.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Some with one draw, the others with as many as each other.
std::vector<DrawnCase> random_cases(SitingDice& dice) {
  std::vector<DrawnCase> cases;
  const std::size_t n_draws = 1 + dice.below(4), n_cases = 1 + dice.below(4);
  while (cases.size() < n_cases) {
    cases.push_back({"case " + std::to_string(cases.size()), dice.one_in(3) ? 1 : n_draws});
  }
  return cases;
}

std::size_t draws_of(const std::vector<DrawnCase>& cases) {
  std::size_t n = 0;
  for (const DrawnCase& item : cases) n += item.n_draws;
  return n;
}

std::vector<double> means_by_hand(const RandomDraws& random, const std::vector<DrawnCase>& cases,
                                  const std::vector<SiteIdx>& sites) {
  const auto covered = random.covered(sites);
  std::vector<double> means;
  std::size_t at = 0;
  for (const DrawnCase& item : cases) {
    double sum = 0;
    for (std::size_t k = 0; k < item.n_draws; ++k) sum += static_cast<double>(covered[at++]);
    means.push_back(sum / static_cast<double>(item.n_draws));
  }
  return means;
}

std::vector<SiteIdx> without(std::vector<SiteIdx> sites, SiteIdx gone) {
  std::erase(sites, gone);
  return sites;
}

}  // namespace

TEST_CASE("the worst case of means is the best of all choices, and names what binds") {
  std::size_t n_solved = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(400); ++seed) {
    SitingDice dice(seed);
    const auto cases = random_cases(dice);
    const RandomDraws random = random_draws(dice, draws_of(cases));
    const SitingRules rules = random_rules(dice, random.problem);
    std::optional<double> best;
    for_each_choice(random.problem, rules, [&](const std::vector<SiteIdx>& sites) {
      best = std::max(best.value_or(0), std::ranges::min(means_by_hand(random, cases, sites)));
    });
    const WorstMean found = solve_worst_mean(random.problem, random.draws(), cases, rules, {});
    INFO("seed " << seed);
    CHECK(found.answer.has_sites() == best.has_value());
    if (!best) continue;
    ++n_solved;
    CHECK(found.answer.status == AnswerStatus::kProven);
    CHECK(found.answer.objective == Approx(*best));
    CHECK(found.answer.bound == Approx(*best));
    const auto means = means_by_hand(random, cases, found.answer.sites);
    std::vector<std::string> binding;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (means[i] == Approx(*best).margin(1e-9)) binding.push_back(cases[i].name);
    }
    CHECK(found.binding == binding);
    const auto locked = random.problem.with_status(SiteStatus::kLocked);
    CHECK(found.answer.locked_objective ==
          Approx(std::ranges::min(means_by_hand(random, cases, locked))));
    for (std::size_t i = 0; i < found.answer.sites.size(); ++i) {
      const auto rest = without(found.answer.sites, found.answer.sites[i]);
      CHECK(found.answer.values[i].marginal ==
            Approx(*best - std::ranges::min(means_by_hand(random, cases, rest))).margin(1e-9));
    }
  }
  CHECK(n_solved >= n_wanted(200));
}

TEST_CASE("the answer for a tail counts what is covered, and its sites' worth") {
  for (std::uint64_t seed = 1; seed <= n_cases(200); ++seed) {
    SitingDice dice(seed);
    const RandomDraws random = random_draws(dice, 2 + dice.below(8));
    const SitingRules rules = random_rules(dice, random.problem);
    const std::size_t n_tail = 1 + dice.below(random.by_draw.size());
    const ReachDraws draws = random.draws();
    const TailChoice choice = solve_tail(random.problem, draws, rules, {.n_tail = n_tail}, {});
    const auto per = static_cast<double>(n_tail);
    const SitingAnswer answer =
        make_tail_answer(random.problem, draws, choice, {.n_tail = n_tail, .per = per});
    INFO("seed " << seed);
    CHECK(answer.status == choice.status);
    if (!choice.has_sites()) continue;
    const auto covered = [&](const std::vector<SiteIdx>& sites) {
      const auto lost = tail_by_sorting(losses_by_hand(random, sites), n_tail);
      return static_cast<double>(random.problem.total_weight()) - static_cast<double>(lost) / per;
    };
    CHECK(answer.objective == Approx(covered(answer.sites)));
    for (std::size_t i = 0; i < answer.sites.size(); ++i) {
      const auto rest = without(answer.sites, answer.sites[i]);
      CHECK(answer.values[i].marginal == Approx(answer.objective - covered(rest)).margin(1e-9));
      const auto sole = sum_of(random.covered(answer.sites)) - sum_of(random.covered(rest));
      CHECK(answer.values[i].sole_weight ==
            sole / static_cast<std::int64_t>(random.by_draw.size()));
    }
  }
}

TEST_CASE("cases whose numbers of draws do not fit are refused") {
  SitingDice dice(3);
  const RandomDraws random = random_draws(dice, 5);
  const auto solve = [&](const std::vector<DrawnCase>& cases) {
    return solve_worst_mean(random.problem, random.draws(), cases, {}, {});
  };
  CHECK_THROWS_AS(solve({}), UsageError);
  CHECK_THROWS_AS(solve({{"a", 2}, {"b", 2}}), UsageError);
  CHECK_THROWS_AS(solve({{"a", 2}, {"b", 3}}), UsageError);
  CHECK_THROWS_AS(solve({{"a", 1}, {"a", 4}}), UsageError);
  CHECK_NOTHROW(solve({{"a", 1}, {"b", 4}}));
}
