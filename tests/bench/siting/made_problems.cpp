#include "tests/bench/siting/made_problems.h"

#include <cmath>
#include <numbers>

#include "tests/planner/siting/random_siting.h"
#include "tests/planner/siting/siting_cases.h"

namespace pahunch::bench {
namespace {

using test::CasePoint;
using test::SitingDice;

double share(SitingDice& dice) { return static_cast<double>(dice.below(1U << 30U)) * 0x1p-30; }

CasePoint anywhere(SitingDice& dice, double side) {
  const double x = share(dice) * side;
  return {x, share(dice) * side};
}

/// Sites by the square of a grid that they lie in, so that those near a point are found quickly.
class SiteGrid {
 public:
  SiteGrid(const std::vector<CasePoint>& sites, double side, double limit)
      : sites_(sites),
        limit_(limit),
        n_(1 + static_cast<std::size_t>(side / limit)),
        squares_(n_ * n_) {
    for (std::size_t at = 0; at < sites.size(); ++at) {
      squares_[row_of(sites[at].y) * n_ + row_of(sites[at].x)].push_back(at);
    }
  }

  void add_pairs(DemandIdx demand, CasePoint point, std::vector<ReachPair>& pairs) const {
    const std::size_t x = row_of(point.x), y = row_of(point.y);
    for (std::size_t v = y > 0 ? y - 1 : 0; v <= std::min(y + 1, n_ - 1); ++v) {
      for (std::size_t u = x > 0 ? x - 1 : 0; u <= std::min(x + 1, n_ - 1); ++u) {
        for (const std::size_t site : squares_[v * n_ + u]) {
          const double cost = test::plane_distance(sites_[site], point);
          if (cost <= limit_) pairs.push_back({demand, SiteIdx(site), cost});
        }
      }
    }
  }

 private:
  [[nodiscard]] std::size_t row_of(double coordinate) const {
    const double row = std::max(0.0, coordinate / limit_);
    return std::min(n_ - 1, static_cast<std::size_t>(row));
  }

  const std::vector<CasePoint>& sites_;
  double limit_;
  std::size_t n_;
  std::vector<std::vector<std::size_t>> squares_;
};

}  // namespace

SitingProblem make_random_graph(std::size_t n_nodes, std::uint64_t seed) {
  SitingDice dice(seed);
  const auto length = [&] { return static_cast<double>(1 + dice.below(100)); };
  test::CostMatrix cost = test::no_edges(n_nodes);
  const auto join = [&](std::size_t u, std::size_t v) { cost[u][v] = cost[v][u] = length(); };
  for (std::size_t node = 1; node < n_nodes; ++node) join(node - 1, node);
  for (std::size_t n = n_nodes - 1; n < n_nodes * n_nodes / 50;) {
    const std::size_t u = dice.below(n_nodes), v = dice.below(n_nodes);
    if (u == v || cost[u][v] < test::kNoEdge) continue;
    join(u, v);
    ++n;
  }
  return test::graph_problem(std::move(cost));
}

SitingProblem make_strewn(std::size_t n_points, std::size_t n_sites, double n_near,
                          std::uint64_t seed) {
  SitingDice dice(seed);
  const double side = std::sqrt(std::numbers::pi * static_cast<double>(n_sites) / n_near);
  std::vector<CasePoint> sites(n_sites);
  for (CasePoint& site : sites) site = anywhere(dice, side);
  const SiteGrid grid(sites, side, 1);
  SitingProblem problem;
  std::vector<ReachPair> pairs;
  for (std::size_t at = 0; at < n_points; ++at) {
    problem.weights.push_back(static_cast<std::int64_t>(1 + dice.below(1000)));
    grid.add_pairs(DemandIdx(at), anywhere(dice, side), pairs);
  }
  test::add_sites(problem, n_sites);
  problem.reach = ReachTable(n_points, n_sites, pairs);
  return problem;
}

SitingProblem make_country(std::size_t n_settlements, std::size_t n_sites, double limit_km,
                           std::uint64_t seed) {
  constexpr double kSide_km = 1500, kFarthest_km = 30;
  constexpr std::size_t kTowns = 20'000;
  SitingDice dice(seed);
  std::vector<CasePoint> towns(kTowns);
  for (CasePoint& town : towns) town = anywhere(dice, kSide_km);
  const std::vector<CasePoint> sites(towns.begin(),
                                     towns.begin() + static_cast<std::ptrdiff_t>(n_sites));
  const SiteGrid grid(sites, kSide_km, limit_km);
  SitingProblem problem;
  std::vector<ReachPair> pairs;
  for (std::size_t at = 0; at < n_settlements; ++at) {
    CasePoint point = anywhere(dice, kSide_km);
    if (dice.below(5) >= 2) {
      const CasePoint town = towns[dice.below(kTowns)];
      const double away = kFarthest_km * share(dice) * share(dice);
      const double angle = 2 * std::numbers::pi * share(dice);
      point = {town.x + away * std::cos(angle), town.y + away * std::sin(angle)};
    }
    problem.weights.push_back(static_cast<std::int64_t>(10 + dice.below(991)));
    grid.add_pairs(DemandIdx(at), point, pairs);
  }
  test::add_sites(problem, n_sites);
  problem.reach = ReachTable(n_settlements, n_sites, pairs);
  return problem;
}

}  // namespace pahunch::bench
