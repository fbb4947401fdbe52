/// bench_siting_sizes WORK LIMIT_S …: siting problems of sizes that no public case has, made up by
/// seeded rules (made_problems.h). LIMIT_S: for CBC on the textbook formulation of the same input
/// in the same run, and for this program; 0: without CBC. Seconds are of the processor.
///
///     bench_siting_sizes graph LIMIT_S NODES…              p-median, p = 5, 10, n/10, n/5, n/3
///     bench_siting_sizes strewn LIMIT_S POINTS SITES NEAR P…
///     bench_siting_sizes country GAP SETTLEMENTS SITES LIMIT_KM P…   to within this share
#include <fmt/format.h>

#include "planner/siting/greedy.h"
#include "planner/siting/solve_siting.h"
#include "tests/bench/measure.h"
#include "tests/bench/siting/made_problems.h"
#include "tests/bench/siting/shape.h"
#include "tests/bench/siting/textbook.h"

namespace pahunch::bench {
namespace {

using Numbers = std::vector<std::size_t>;

void hold_against_textbook(const SitingProblem& problem, const SitingObjective& objective,
                           std::size_t p, double limit_s) {
  SitingAnswer answer;
  const double ours_s = measure_s([&] {
    answer =
        solve_siting(problem, {.n_new = p}, objective, {.time_s = limit_s > 0 ? limit_s : 600});
  });
  fmt::print("  p {:>3}: {:.0f} {}, gap {:.3g}, {:.2f} s", p, answer.objective,
             to_word(answer.status), answer.gap, ours_s);
  if (limit_s > 0) {
    TextbookResult peer;
    const double peer_s = measure_s([&] { peer = solve_textbook(problem, objective, p, limit_s); });
    fmt::print("  textbook {:.0f} {}, {:.2f} s, ratio {}{:.1f}", peer.objective,
               peer.is_proven ? "proven" : "stopped", peer_s, peer.is_proven ? "" : "over ",
               peer_s / ours_s);
  }
  fmt::print("\n");
  std::fflush(stdout);
}

void run_graphs(double limit_s, const Numbers& sizes) {
  for (const std::size_t n : sizes) {
    const SitingProblem problem = make_random_graph(n, n);
    fmt::print("graph of {} nodes\n", n);
    for (const std::size_t p : {std::size_t{5}, std::size_t{10}, n / 10, n / 5, n / 3}) {
      hold_against_textbook(problem, {.kind = ObjectiveKind::kMedian}, p, limit_s);
    }
  }
}

/// How far the problem merges, and how far its relaxation is from a choice.
void print_shape(const SitingProblem& problem, const SitingObjective& objective, std::size_t p) {
  const ProblemShape shape = shape_of(problem, objective, p);
  fmt::print(
      "  p {:>3}: {} rows of {} points ({:.2f}), {} of {} sites undominated, {} open in parts\n", p,
      shape.n_rows, problem.weights.size(),
      static_cast<double>(shape.n_rows) / static_cast<double>(problem.weights.size()),
      shape.n_undominated, problem.sites.size(), shape.n_in_parts);
}

void run_strewn(double limit_s, const Numbers& sizes) {
  const SitingProblem problem =
      make_strewn(sizes.at(0), sizes.at(1), static_cast<double>(sizes.at(2)), 1);
  const SitingObjective objective = {.kind = ObjectiveKind::kCover, .limit = 1};
  fmt::print("{} pairs\n", problem.reach.n_pairs());
  for (std::size_t i = 3; i < sizes.size(); ++i) {
    print_shape(problem, objective, sizes[i]);
    hold_against_textbook(problem, objective, sizes[i], limit_s);
  }
}

void run_country(double gap, const Numbers& sizes) {
  const auto limit_km = static_cast<double>(sizes.at(2));
  SitingProblem problem;
  const double made_s =
      measure_s([&] { problem = make_country(sizes.at(0), sizes.at(1), limit_km, 1); });
  fmt::print("{} pairs, {:.1f} a settlement, made in {:.1f} s; peak {:.0f} MiB, now {:.0f}\n",
             problem.reach.n_pairs(),
             static_cast<double>(problem.reach.n_pairs()) / static_cast<double>(sizes.at(0)),
             made_s, get_peak_mib(), get_now_mib());
  const SitingObjective objective = {.kind = ObjectiveKind::kCover, .limit = limit_km};
  for (std::size_t i = 3; i < sizes.size(); ++i) {
    SitingAnswer answer;
    const double spent_s = measure_s([&] {
      answer = solve_siting(problem, {.n_new = sizes[i]}, objective, {.time_s = 1200, .gap = gap});
    });
    fmt::print(
        "  p {:>3}: {} rows, {:.0f} {}, gap {:.3g}% of the gain, {:.1f} s, peak {:.0f} MiB\n",
        sizes[i], answer.size.n_rows, answer.objective, to_word(answer.status),
        100 * answer.gap_share, spent_s, get_peak_mib());
    std::fflush(stdout);
  }
}

int run(const std::vector<std::string>& args) {
  Numbers sizes;
  for (std::size_t i = 2; i < args.size(); ++i) sizes.push_back(std::stoul(args[i]));
  const double second = std::stod(args.at(1));
  if (args[0] == "graph") run_graphs(second, sizes);
  if (args[0] == "strewn") run_strewn(second, sizes);
  if (args[0] == "country") run_country(second, sizes);
  return 0;
}

}  // namespace
}  // namespace pahunch::bench

int main(int argc, char** argv) { return pahunch::bench::run({argv + 1, argv + argc}); }
