/// \file
/// Small random siting problems with draws of closed roads, and what a choice covers in each draw
/// by looking at one whole problem a draw.
#pragma once

#include <algorithm>
#include <functional>
#include <numeric>

#include "planner/siting/risk/reach_draws.h"
#include "tests/planner/siting/random_siting.h"

namespace pahunch::test {

struct RandomDraws {
  SitingProblem problem;  ///< dry
  SitingObjective cover;
  std::vector<SitingProblem> by_draw;

  [[nodiscard]] ReachDraws draws() const {
    ReachDrawsBuilder builder(problem.weights.size(), problem.sites.size());
    builder.set_base(problem.reach, cover.limit);
    for (const SitingProblem& draw : by_draw) builder.add_draw(draw.reach, cover.limit);
    return std::move(builder).finish();
  }

  [[nodiscard]] std::vector<std::int64_t> covered(const std::vector<SiteIdx>& sites) const {
    SitingAnswer answer;
    answer.sites = sites;
    std::vector<std::int64_t> sums;
    for (const SitingProblem& draw : by_draw) {
      sums.push_back(static_cast<std::int64_t>(evaluate_sites(draw, cover, answer)));
    }
    return sums;
  }
};

/// Some pairs get lost in a draw and some cost more; now and then a site is cut off altogether.
inline SitingProblem flood(SitingDice& dice, const SitingProblem& dry) {
  SitingProblem wet = dry;
  std::vector<ReachPair> pairs;
  const std::size_t cut_off = dice.below(3 * dry.sites.size());
  const std::size_t rate = 2 + dice.below(6);
  for (const SiteIdx site : indices(dry.sites)) {
    if (site.value() == cut_off) continue;
    for (const DemandCost& item : dry.reach.of(site)) {
      if (dice.one_in(rate)) continue;
      const double more = dice.one_in(rate) ? static_cast<double>(dice.below(4)) : 0;
      pairs.push_back({item.demand, site, item.cost + more});
    }
  }
  wet.reach = ReachTable(dry.weights.size(), dry.sites.size(), pairs);
  return wet;
}

inline RandomDraws random_draws(SitingDice& dice, std::size_t n_draws) {
  RandomDraws made = {
      .problem = random_problem(dice, 3 + dice.below(5), 1 + dice.below(9)),
      .cover = {.kind = ObjectiveKind::kCover, .limit = static_cast<double>(1 + dice.below(6))},
      .by_draw = {}};
  while (made.by_draw.size() < n_draws) made.by_draw.push_back(flood(dice, made.problem));
  return made;
}

/// Calls `use(sites)` for every choice that keeps the rules.
template <class Use>
void for_each_choice(const SitingProblem& problem, const SitingRules& rules, const Use& use) {
  for (std::size_t set = 0; set < std::size_t{1} << problem.sites.size(); ++set) {
    std::vector<bool> open;
    std::vector<SiteIdx> sites;
    for (std::size_t site = 0; site < problem.sites.size(); ++site) {
      open.push_back((set >> site & 1U) != 0);
      if (open.back()) sites.emplace_back(site);
    }
    if (keeps_rules_by_hand(problem, rules, open)) use(sites);
  }
}

inline std::int64_t sum_of(const std::vector<std::int64_t>& items) {
  return std::accumulate(items.begin(), items.end(), std::int64_t{0});
}

inline std::vector<std::int64_t> losses_by_hand(const RandomDraws& random,
                                                const std::vector<SiteIdx>& sites) {
  auto losses = random.covered(sites);
  for (std::int64_t& item : losses) item = random.problem.total_weight() - item;
  return losses;
}

inline std::int64_t tail_by_sorting(std::vector<std::int64_t> losses, std::size_t n_tail) {
  std::sort(losses.begin(), losses.end(), std::greater<>());
  losses.resize(n_tail);
  return sum_of(losses);
}

/// The least sum of the largest losses over all choices; none: no choice keeps the rules.
inline std::optional<std::int64_t> least_tail(const RandomDraws& random, const SitingRules& rules,
                                              std::size_t n_tail) {
  std::optional<std::int64_t> best;
  for_each_choice(random.problem, rules, [&](const std::vector<SiteIdx>& sites) {
    const std::int64_t loss = tail_by_sorting(losses_by_hand(random, sites), n_tail);
    if (!best || loss < *best) best = loss;
  });
  return best;
}

/// A large problem such as a state has: sites in a square, points reached within a radius, and in
/// each draw a share of the points that lose half of their sites.
struct LargeDraws {
  std::size_t n_candidates = 500, n_locked = 39, n_points = 8000, n_draws = 100;
  double share = 0.05;
};
inline std::pair<SitingProblem, ReachDraws> large_draws(SitingDice& dice, const LargeDraws& size) {
  SitingProblem problem;
  const auto coordinate = [&] { return static_cast<double>(dice.below(1'000'000)) / 1e6; };
  std::vector<std::pair<double, double>> at;
  for (std::size_t i = 0; i < size.n_candidates + size.n_locked; ++i) {
    const auto status = i < size.n_locked ? SiteStatus::kLocked : SiteStatus::kCandidate;
    problem.sites.push_back({.id = std::to_string(10000 + i), .status = status});
    at.emplace_back(coordinate(), coordinate());
  }
  std::vector<ReachPair> pairs;
  for (std::size_t i = 0; i < size.n_points; ++i) {
    const double x = coordinate(), y = coordinate();
    problem.weights.push_back(static_cast<std::int64_t>(200 + dice.below(3000)));
    for (std::size_t j = 0; j < at.size(); ++j) {
      const double away = std::hypot(x - at[j].first, y - at[j].second);
      if (away <= 0.09) pairs.push_back({DemandIdx(i), SiteIdx(j), away});
    }
  }
  problem.reach = ReachTable(size.n_points, at.size(), pairs);
  ReachDrawsBuilder builder(size.n_points, at.size());
  builder.set_base(problem.reach, 1);
  const auto n_changed = static_cast<std::size_t>(size.share * static_cast<double>(size.n_points));
  for (std::size_t draw = 0; draw < size.n_draws; ++draw) {
    builder.begin_draw();
    const std::size_t first = dice.below(size.n_points);
    for (std::size_t i = 0; i < n_changed; ++i) {
      const DemandIdx point((first + i) % size.n_points);
      std::vector<SiteIdx> left;
      for (const SiteCost& item : problem.reach.of(point)) {
        if (dice.one_in(2)) left.push_back(item.site);
      }
      builder.set(point, left);
    }
  }
  return {std::move(problem), std::move(builder).finish()};
}

}  // namespace pahunch::test
