#include <catch2/catch.hpp>

#include "planner/siting/solve_siting.h"
#include "tests/planner/siting/siting_cases.h"
#include "tests/support/shared_files.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

void check_proven(const SitingAnswer& answer, double expected) {
  CHECK(to_word(answer.status) == std::string("proven"));
  CHECK(answer.objective == Approx(expected).epsilon(1e-12));
  CHECK(answer.bound == Approx(expected).epsilon(1e-8));
}

/// The objective that a row of the San Francisco table names; none for one that is not known.
SitingObjective spopt_objective(const std::vector<std::string>& row) {
  SitingObjective objective;
  if (row[0] == "pmedian") objective.kind = ObjectiveKind::kMedian;
  if (row[0] == "pcenter") objective.kind = ObjectiveKind::kCentre;
  if (row[0] == "lscp") objective.kind = ObjectiveKind::kSetCover;
  if (!row[2].empty()) objective.limit = std::stod(row[2]);
  return objective;
}

void check_pmed(const std::string& name) {
  const auto expected = find_shared("cases/orlib_pmed/expected.csv");
  if (!expected) return;
  for (const auto& row : read_rows(*expected)) {
    if (row[0] != name) continue;
    const PmedCase one = read_pmed(*find_shared("cases/orlib_pmed/" + name + ".txt"));
    CHECK(one.p == std::stoul(row[3]));
    check_proven(solve_siting(one.problem, {.n_new = one.p}, {.kind = ObjectiveKind::kMedian}, {}),
                 std::stod(row[4]));
    check_proven(solve_siting(one.problem, {.n_new = one.p}, {.kind = ObjectiveKind::kCentre}, {}),
                 std::stod(row[5]));
    check_proven(solve_siting(one.problem, {},
                              {.kind = ObjectiveKind::kSetCover, .limit = std::stod(row[7])}, {}),
                 std::stod(row[8]));
  }
}

}  // namespace

TEST_CASE("covering, median, centre and set covering of San Francisco agree with enumeration") {
  const auto folder = find_shared("cases/spopt_sf");
  if (!folder) return;
  const SitingProblem problem = read_spopt_sf(*folder);
  for (const auto& row : read_rows(*folder / "expected.csv", ';')) {
    INFO(row[0] << " " << row[1] << " " << row[2]);
    SitingRules rules;
    if (!row[1].empty()) rules.n_new = static_cast<std::size_t>(std::stod(row[1]));
    check_proven(solve_siting(problem, rules, spopt_objective(row), {}), std::stod(row[3]));
  }
}

TEST_CASE("small p-median graphs reach their optimum with no gap, and so do centre and covering") {
  for (const char* name : {"pmed2", "pmed3", "pmed4", "pmed5", "pmed9", "pmed10", "pmed20"}) {
    INFO(name);
    check_pmed(name);
  }
}

TEST_CASE("covering of Sao Jose dos Campos is what was proven") {
  const auto expected = find_shared("cases/mclp_sjc/expected.csv");
  if (!expected) return;
  for (const auto& row : read_rows(*expected)) {
    INFO(row[0] << " " << row[2]);
    const SitingProblem problem =
        read_mclp_sjc(*find_shared("cases/mclp_sjc/" + row[0] + ".txt"), 800);
    check_proven(solve_siting(problem, {.n_new = static_cast<std::size_t>(std::stoul(row[2]))},
                              {.kind = ObjectiveKind::kCover, .limit = 800}, {}),
                 std::stod(row[3]));
  }
}

TEST_CASE("facility location of the OR-Library is what is known") {
  const std::vector<std::pair<std::string, double>> known = {
      {"cap71", 932615.75}, {"cap72", 977799.4}, {"cap101", 796648.4375}, {"cap102", 854704.2}};
  for (const auto& [name, expected] : known) {
    const auto file = find_shared("cases/cap/" + name + ".txt");
    if (!file) return;
    INFO(name);
    check_proven(solve_siting(read_cap(*file), {}, {.kind = ObjectiveKind::kFacility}, {}),
                 expected);
  }
}

TEST_CASE("small capacitated medians are what is known") {
  const std::vector<std::pair<std::string, double>> known = {
      {"cpmp01.txt", 713}, {"cpmp02.txt", 740}, {"cpmp04.txt", 651}};
  for (const auto& [name, expected] : known) {
    const auto file = find_shared("cases/cpmp/" + name);
    if (!file) return;
    INFO(name);
    const PmedCase one = read_cpmp(*file);
    const SitingObjective objective = {.kind = ObjectiveKind::kCapacitated,
                                       .weighing = Weighing::kEachOnce};
    check_proven(solve_siting(one.problem, {.n_new = one.p}, objective, {}), expected);
  }
}
