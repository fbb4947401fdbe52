/// bench_siting CASES LIMIT_S [NAME…]: the reference cases of siting, beside CBC on the textbook
/// formulation of the same input in the same run. CASES: the folder shared/cases. LIMIT_S: for CBC,
/// a case; 0: without CBC. Seconds are of the processor.
#include <fmt/format.h>

#include <functional>

#include "planner/siting/solve_siting.h"
#include "tests/bench/measure.h"
#include "tests/bench/siting/textbook.h"
#include "tests/planner/siting/siting_cases.h"

namespace pahunch::bench {
namespace {

namespace fs = std::filesystem;

struct BenchCase {
  std::string name;
  std::function<SitingProblem()> read;
  SitingObjective objective;
  std::size_t p = 0;
  double expected = 0;
};

SitingObjective median() { return {.kind = ObjectiveKind::kMedian}; }
SitingObjective cover(double limit) { return {.kind = ObjectiveKind::kCover, .limit = limit}; }
SitingObjective capacitated() {
  return {.kind = ObjectiveKind::kCapacitated, .weighing = Weighing::kEachOnce};
}

void add_pmed(std::vector<BenchCase>& cases, const fs::path& folder) {
  for (const auto& row : test::read_rows(folder / "orlib_pmed/expected.csv")) {
    const fs::path file = folder / "orlib_pmed" / (row[0] + ".txt");
    const auto read = [file] { return test::read_pmed(file).problem; };
    const auto p = static_cast<std::size_t>(std::stoul(row[3]));
    cases.push_back({row[0], read, median(), p, std::stod(row[4])});
    cases.push_back(
        {"centre-" + row[0], read, {.kind = ObjectiveKind::kCentre}, p, std::stod(row[5])});
  }
}

void add_cover(std::vector<BenchCase>& cases, const fs::path& folder) {
  for (const auto& row : test::read_rows(folder / "mclp_sjc/expected.csv")) {
    const fs::path file = folder / "mclp_sjc" / (row[0] + ".txt");
    cases.push_back({fmt::format("mclp-{}-{}", row[0], row[2]),
                     [file] { return test::read_mclp_sjc(file, 800); }, cover(800),
                     static_cast<std::size_t>(std::stoul(row[2])), std::stod(row[3])});
  }
  for (const auto& row : test::read_rows(folder / "mclp_nyc/expected.csv")) {
    const fs::path file = folder / "mclp_nyc/NewYork.txt";
    cases.push_back({"mclp-NewYork-" + row[1], [file] { return test::read_mclp_nyc(file, 400); },
                     cover(400), static_cast<std::size_t>(std::stoul(row[1])), std::stod(row[3])});
  }
}

void add_capacitated(std::vector<BenchCase>& cases, const fs::path& folder) {
  const std::vector<std::pair<std::string, double>> known = {
      {"cpmp01.txt", 713},    {"cpmp02.txt", 740},    {"cpmp03.txt", 751},
      {"cpmp04.txt", 651},    {"cpmp05.txt", 664},    {"cpmp06.txt", 778},
      {"SJC1.dat", 17288.99}, {"SJC2.dat", 33270.94}, {"SJC3a.dat", 45335.16}};
  for (const auto& [name, expected] : known) {
    const fs::path file = folder / "cpmp" / name;
    cases.push_back({file.stem().string(), [file] { return test::read_cpmp(file).problem; },
                     capacitated(), test::read_cpmp(file).p, expected});
  }
}

struct Totals {
  double ours_s = 0, peer_s = 0;
};

void run(const BenchCase& one, double limit_s, Totals& totals) {
  const SitingProblem problem = one.read();
  SitingAnswer answer;
  const double ours_s = measure_s(
      [&] { answer = solve_siting(problem, {.n_new = one.p}, one.objective, {.time_s = 600}); });
  totals.ours_s += ours_s;
  fmt::print("{:<18} p {:>3}  expected {:>10}  {:>12.2f} {:<10} gap {:<8.4g} {:>7.2f} s", one.name,
             one.p, one.expected, answer.objective, to_word(answer.status), answer.gap, ours_s);
  if (limit_s > 0 && one.objective.kind != ObjectiveKind::kCentre) {
    TextbookResult peer;
    const double peer_s =
        measure_s([&] { peer = solve_textbook(problem, one.objective, one.p, limit_s); });
    totals.peer_s += peer_s;
    fmt::print("  textbook {:>12.2f} {:<8} {:>7.2f} s  ratio {:.1f}", peer.objective,
               peer.is_proven ? "proven" : "stopped", peer_s, peer_s / ours_s);
  }
  fmt::print("\n");
  std::fflush(stdout);
}

int run_all(const std::vector<std::string>& args) {
  const fs::path folder = args.at(0);
  const double limit_s = std::stod(args.at(1));
  std::vector<BenchCase> cases;
  add_pmed(cases, folder);
  add_cover(cases, folder);
  add_capacitated(cases, folder);
  Totals totals;
  for (const BenchCase& one : cases) {
    bool wanted = args.size() == 2;
    for (std::size_t i = 2; i < args.size(); ++i) wanted = wanted || one.name.starts_with(args[i]);
    if (wanted) run(one, limit_s, totals);
  }
  fmt::print("in total {:.2f} s, textbook {:.2f} s\n", totals.ours_s, totals.peer_s);
  return 0;
}

}  // namespace
}  // namespace pahunch::bench

int main(int argc, char** argv) { return pahunch::bench::run_all({argv + 1, argv + argc}); }
