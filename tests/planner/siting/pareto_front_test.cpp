#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "planner/siting/equity/pareto_front.h"
#include "tests/planner/siting/random_draws.h"
#include "tests/support/sanitized.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

struct FrontCase {
  FrontCase(std::uint64_t seed, CriterionKind kind) : dice(seed) {
    problem = random_problem(dice, 4 + dice.below(6), 4 + dice.below(24));
    rules = dice.one_in(4) ? random_rules(dice, problem) : SitingRules{.n_new = 1 + dice.below(4)};
    cover.limit = static_cast<double>(dice.below(4));
    options = {.kind = kind, .n_points = 2 + dice.below(8)};
    if (kind != CriterionKind::kWorstArea) return;
    options.areas.resize(2 + dice.below(3));
    for (const DemandIdx at : indices(problem.weights)) {
      options.areas[dice.below(options.areas.size())].points.push_back(at);
    }
    // One area weighs most, so that covering most leaves the others behind.
    for (const DemandIdx at : options.areas.front().points) problem.weights[at] *= 10;
  }

  /// Covered and second, the smaller the better, of every choice.
  struct Figures {
    double covered = 0, second = 0;
  };
  [[nodiscard]] std::vector<Figures> all() const {
    std::vector<Figures> found;
    for_each_choice(problem, rules, [&](const std::vector<SiteIdx>& sites) {
      SitingAnswer answer;
      answer.sites = sites;
      double second = 0;
      if (options.kind == CriterionKind::kMean) {
        second = evaluate_sites(problem, {.kind = ObjectiveKind::kMedian}, answer);
      } else if (options.kind == CriterionKind::kLongest) {
        second = evaluate_sites(problem, {.kind = ObjectiveKind::kCentre}, answer);
      } else {
        second = -cover_areas(problem, options.areas, cover.limit, sites).least_share();
      }
      if (std::isinf(second)) return;
      found.push_back({evaluate_sites(problem, cover, answer), second});
    });
    return found;
  }
  [[nodiscard]] double shown(double second) const {
    return options.kind == CriterionKind::kWorstArea ? -second : second;
  }

  SitingDice dice;
  SitingProblem problem;
  SitingRules rules;
  SitingObjective cover;
  ParetoOptions options;
};

using FrontFigures = std::vector<FrontCase::Figures>;

double most_within(const FrontFigures& all, double level) {
  double most = -1;
  for (const auto& [covered, second] : all) {
    if (second <= level + 1e-9 * std::abs(level)) most = std::max(most, covered);
  }
  return most;
}

/// That the front is what its levels ask for, its ends are lexicographic, and none is dominated.
void check_points(const FrontCase& random, const ParetoFront& front, const FrontFigures& all) {
  for (const ParetoPoint& point : front.points) {
    CHECK(point.gap() == 0);
    CHECK(point.covered == most_within(all, random.shown(point.level)));
  }
  const ParetoPoint &first = front.points.front(), &last = front.points.back();
  double most = -1, least = std::numeric_limits<double>::infinity();
  for (const auto& [covered, second] : all) {
    most = std::max(most, covered);
    least = std::min(least, second);
  }
  CHECK(first.covered == most);
  CHECK(last.second == Approx(random.shown(least)));
  for (const auto& [covered, second] : all) {
    if (covered == most) CHECK(random.shown(first.second) <= second + 1e-9);
    for (const ParetoPoint* end : {&first, &last}) {
      const bool dominates = covered > end->covered && second <= random.shown(end->second) - 1e-9;
      CHECK(!dominates);
    }
  }
  for (std::size_t i = 1; i < front.points.size(); ++i) {
    CHECK(front.points[i].covered < front.points[i - 1].covered);
    CHECK(random.shown(front.points[i].second) < random.shown(front.points[i - 1].second));
  }
}

void check_fronts(CriterionKind kind) {
  std::size_t n_solved = 0, n_long = 0;
  for (std::uint64_t seed = 1; seed <= n_cases(500); ++seed) {
    const FrontCase random(seed, kind);
    const FrontFigures all = random.all();
    const ParetoFront front =
        solve_front(random.problem, random.rules, random.cover, random.options);
    INFO("seed " << seed);
    CHECK(front.infeasible.has_value() == all.empty());
    if (all.empty()) continue;
    ++n_solved;
    REQUIRE(!front.points.empty());
    CHECK(front.points.size() + front.n_dropped <= random.options.n_points);
    n_long += front.points.size() > 2 ? 1U : 0U;
    check_points(random, front, all);
  }
  CHECK(n_solved >= n_wanted(100));
  CHECK(n_long >= n_wanted(5));
}

}  // namespace

TEST_CASE("the front of covering and mean is that of all sets") {
  check_fronts(CriterionKind::kMean);
}

TEST_CASE("the front of covering and the worst area is that of all sets") {
  check_fronts(CriterionKind::kWorstArea);
}

TEST_CASE("the front of covering and the longest is that of all sets") {
  check_fronts(CriterionKind::kLongest);
}

TEST_CASE("a front that is stopped anywhere has bounds that hold") {
  std::size_t n_stopped = 0;
  for (const CriterionKind kind :
       {CriterionKind::kMean, CriterionKind::kWorstArea, CriterionKind::kLongest}) {
    for (std::uint64_t seed = 1; seed <= n_cases(150); ++seed) {
      FrontCase random(seed, kind);
      const FrontFigures all = random.all();
      std::size_t left = random.dice.below(400);
      random.options.limits.should_stop = [&] { return left == 0 || --left == 0; };
      const ParetoFront front =
          solve_front(random.problem, random.rules, random.cover, random.options);
      INFO("seed " << seed);
      n_stopped += front.was_stopped ? 1U : 0U;
      for (const ParetoPoint& point : front.points) {
        CHECK(point.bound >= most_within(all, random.shown(point.level)));
        const auto is_it = [&](const FrontCase::Figures& one) {
          return one.covered == point.covered &&
                 random.shown(one.second) == Approx(point.second).margin(1e-9);
        };
        CHECK(std::ranges::any_of(all, is_it));
      }
      for (const auto& [covered, second] : all) {
        if (front.points.empty()) break;
        CHECK(second >= random.shown(front.second_bound) - 1e-5);
      }
    }
  }
  CHECK(n_stopped >= n_wanted(50));
}

TEST_CASE("a front of one point is refused") {
  FrontCase random(1, CriterionKind::kMean);
  random.options.n_points = 1;
  CHECK_THROWS_AS(solve_front(random.problem, random.rules, random.cover, random.options),
                  UsageError);
}
