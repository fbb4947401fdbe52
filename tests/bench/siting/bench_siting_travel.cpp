/// bench_siting_travel DATASET PROFILE LIMIT_S [villages=N] [MINUTES… | median]: the 26 sites that
/// cover most rural women by travel time, beside CBC and GLPK on the textbook formulation of the
/// same reach lists in the same run, and the curve for 0 to 60; or the 26 of least mean time,
/// within 0.1%. LIMIT_S: for each peer; 0: without them, and without the curve. Of the settlements
/// those N join the candidates whose ids have the least `entity_key`. Seconds are of the processor;
/// of GLPK, whose program is run, those of its process.
#include <fmt/format.h>
#include <sys/resource.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>

#include "planner/optimise/candidate_choice.h"
#include "planner/optimise/study_problem.h"
#include "planner/siting/plans/siting_curve.h"
#include "sim/random/random_stream.h"
#include "tests/bench/measure.h"
#include "tests/bench/siting/shape.h"
#include "tests/bench/siting/textbook.h"

namespace pahunch::bench {
namespace {

constexpr std::size_t kNewSites = 26, kMostOnCurve = 60;

double children_s() {
  rusage used{};
  ::getrusage(RUSAGE_CHILDREN, &used);
  return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         1e-6 * static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

/// The covering problem as a modelling package would write it: a column a point and a site.
void write_lp(const SitingProblem& problem, double limit, const std::filesystem::path& file) {
  std::ofstream out(file);
  std::string rows, points, sites;
  out << "Maximize\n obj: 0 y0\n";
  for (const DemandIdx at : indices(problem.weights)) {
    out << fmt::format(" + {} x{}\n", problem.weights[at], at.value());
    rows += fmt::format(" c{0}: x{0}", at.value());
    for (const SiteCost& item : problem.reach.of(at)) {
      if (item.cost <= limit) rows += fmt::format("\n - y{}", item.site.value());
    }
    rows += " <= 0\n";
    points += fmt::format(" x{}\n", at.value());
  }
  std::string open = " p:", locked;
  std::size_t n_locked = 0;
  for (const SiteIdx at : indices(problem.sites)) {
    sites += fmt::format(" y{}\n", at.value());
    open += fmt::format("\n + y{}", at.value());
    if (problem.sites[at].status != SiteStatus::kLocked) continue;
    locked += fmt::format(" l{0}: y{0} = 1\n", at.value());
    ++n_locked;
  }
  out << "Subject To\n" << rows << locked << open << fmt::format(" = {}\n", n_locked + kNewSites);
  out << "Binary\n" << points << sites << "End\n";
}

std::string run_glpk(const SitingProblem& problem, double limit, double limit_s, double ours_s) {
  const auto folder = std::filesystem::temp_directory_path() / "pahunch-bench-siting";
  std::filesystem::create_directories(folder);
  write_lp(problem, limit, folder / "cover.lp");
  const double before = children_s();
  const int code = std::system(fmt::format("glpsol --lp {0}/cover.lp --cuts --tmlim {1} -o {0}/out "
                                           "> {0}/log 2>&1",
                                           folder.string(), static_cast<int>(limit_s))
                                   .c_str());
  const double spent_s = children_s() - before;
  std::ifstream log(folder / "log");
  const std::string text((std::istreambuf_iterator<char>(log)), {});
  const bool proven = text.find("INTEGER OPTIMAL SOLUTION FOUND") != std::string::npos;
  std::string objective = "none";
  std::ifstream found(folder / "out");
  for (std::string line; std::getline(found, line);) {
    if (line.starts_with("Objective:")) objective = line.substr(line.find('=') + 2);
  }
  std::filesystem::remove_all(folder);
  if (code != 0 && !proven) return "glpk: not run";
  return fmt::format("glpk {} {} in {:.1f} s, ratio {}{:.0f}", proven ? "proven" : "stopped",
                     objective, spent_s, proven ? "" : "over ", spent_s / ours_s);
}

void run(const StudyProblem& made, double minutes, double limit_s) {
  const SitingObjective objective =
      in_milliseconds({.kind = ObjectiveKind::kCover, .limit = minutes});
  SitingAnswer answer;
  const double ours_s =
      measure_s([&] { answer = solve_siting(made.problem, {.n_new = kNewSites}, objective, {}); });
  fmt::print(
      "{} min: {} points, {} pairs, {} rows ({:.2f} of the points), {} of {} columns: {:.0f} {} in "
      "{:.2f} s\n",
      minutes, answer.size.n_points, answer.size.n_pairs, answer.size.n_rows,
      static_cast<double>(answer.size.n_rows) / static_cast<double>(answer.size.n_points),
      answer.size.n_undominated, answer.size.n_columns, answer.objective, to_word(answer.status),
      ours_s);
  if (limit_s == 0) return;
  fmt::print("  {} sites open in parts in the relaxation\n",
             shape_of(made.problem, objective, kNewSites).n_in_parts);
  SitingCurve curve;
  const double curve_s = measure_s(
      [&] { curve = solve_curve(made.problem, {}, objective, {.n_most = kMostOnCurve}); });
  const auto n_proven =
      std::ranges::count(curve.answers, AnswerStatus::kProven, &SitingAnswer::status);
  fmt::print("  curve 0 to {}: {} proven, {:.1f} s\n", kMostOnCurve, n_proven, curve_s);
  TextbookResult cbc;
  const double cbc_s =
      measure_s([&] { cbc = solve_textbook(made.problem, objective, kNewSites, limit_s); });
  fmt::print("  cbc {} {:.0f} in {:.1f} s, ratio {}{:.0f}\n", cbc.is_proven ? "proven" : "stopped",
             cbc.objective, cbc_s, cbc.is_proven ? "" : "over ", cbc_s / ours_s);
  fmt::print("  {}\n", run_glpk(made.problem, objective.limit, limit_s, ours_s));
  std::fflush(stdout);
}

void run_median(const StudyProblem& made) {
  constexpr double kGap = 0.001;
  SitingAnswer answer;
  const double spent_s = measure_s([&] {
    answer = solve_siting(made.problem, {.n_new = kNewSites}, {.kind = ObjectiveKind::kMedian},
                          {.gap = kGap});
  });
  fmt::print(
      "median: {} points, {} pairs, {} rows, {} of {} columns: {}, gap {:.4f}% of the objective, "
      "in {:.2f} s; peak {:.0f} MiB\n",
      answer.size.n_points, answer.size.n_pairs, answer.size.n_rows, answer.size.n_undominated,
      answer.size.n_columns, to_word(answer.status), 100 * answer.gap_share, spent_s,
      get_peak_mib());
}

void add_villages(Study& study, std::size_t n) {
  std::vector<const Settlement*> drawn;
  for (const Settlement& settlement : study.dataset.settlements.settlements) {
    drawn.push_back(&settlement);
  }
  std::ranges::sort(drawn, {}, [](const Settlement* at) { return entity_key(at->id); });
  drawn.resize(std::min(n, drawn.size()));
  auto& candidates = study.dataset.candidates.centres.raw();
  for (const Settlement* at : drawn) {
    Centre site;
    site.id = "village-" + at->id;
    site.name = at->name;
    site.status = CentreStatus::kCandidate;
    site.district = at->district;
    site.at = at->at;
    site.kind = "village";
    candidates.push_back(std::move(site));
  }
  std::ranges::sort(candidates, {}, &Centre::id);
}

Study load(const std::string& dataset, const std::string& profile) {
  SilentProgress silent;
  Scenario scenario;
  scenario.dataset = dataset;
  scenario.sources.outside = true;  // the real layers lie beside the checkout
  if (profile != "default") {
    scenario.travel.profile = profile;
    scenario.travel.profiles = {std::filesystem::path(dataset) / "profiles.toml"};
  }
  return load_study(scenario, silent);
}

int run_all(const std::vector<std::string>& args) {
  const std::string villages = "villages=";
  SilentProgress silent;
  Study study = load(args.at(0), args.at(1));
  std::vector<std::string> works(args.begin() + 3, args.end());
  if (!works.empty() && works.front().starts_with(villages)) {
    add_villages(study, std::stoul(works.front().substr(villages.size())));
    works.erase(works.begin());
  }
  if (works.empty()) works = {"60"};
  const auto candidates = choose_candidates({}, study.sets.front(), study);
  const auto model = make_model(study, scenario_choice(study.scenario), silent);
  for (const std::string& work : works) {
    SitingObjective objective = {.kind = ObjectiveKind::kMedian};
    if (work != "median") objective = {.kind = ObjectiveKind::kCover, .limit = std::stod(work)};
    StudyProblem made;
    const double reach_s = measure_s([&] {
      made = make_study_problem(study, *model,
                                {.locked = study.sets.front(), .candidates = candidates},
                                in_milliseconds(objective), silent);
    });
    fmt::print("{} candidates, reach lists {:.2f} s\n", candidates.size(), reach_s);
    work == "median" ? run_median(made) : run(made, objective.limit, std::stod(args.at(2)));
  }
  return 0;
}

}  // namespace
}  // namespace pahunch::bench

int main(int argc, char** argv) { return pahunch::bench::run_all({argv + 1, argv + argc}); }
