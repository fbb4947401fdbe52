#include "planner/optimise/write_siting.h"

#include <algorithm>
#include <utility>

#include "geo/io/style.h"
#include "planner/bundled_data.h"
#include "planner/optimise/draw_siting.h"
#include "planner/optimise/siting_markdown.h"
#include "planner/optimise/siting_tables.h"
#include "planner/optimise/worth_words.h"
#include "planner/privacy/shown_scenario.h"
#include "planner/run/run_pipeline.h"
#include "planner/run/write_run.h"
#include "planner/scenario/write_scenario.h"

namespace pahunch {
namespace {

/// The study with the chosen sites as a set of its own, and without the other candidates.
Study load_chosen_study(const SitingResult& result, Progress& progress) {
  Scenario scenario = result.study.scenario;
  std::string name = "chosen";
  const auto is_taken = [&](const CentreSetSpec& set) { return set.name == name; };
  while (std::ranges::any_of(scenario.sets, is_taken)) name += "_new";
  CentreSetSpec chosen{name, {}};
  for (const SiteIdx at : result.answer.sites) chosen.members.push_back(result.centre(at).id);
  scenario.sets.push_back(std::move(chosen));
  return load_study(scenario, progress);
}

Sheets make_sheets(const SitingResult& result) {
  Sheets sheets;
  sheets.push_back({make_sites_table(result), read_style(find_bundled_root() / kStyles, "sites")});
  if (result.fairness) sheets.push_back({make_fairness_table(result)});
  if (result.front) sheets.push_back({make_pareto_table(result)});
  if (result.curve) sheets.push_back({make_curve_table(result)});
  if (result.phasing) sheets.push_back({make_opening_order_table(result)});
  if (result.ties) sheets.push_back({make_near_ties_table(result)});
  if (result.worth) sheets.push_back({make_worth_table(result)});
  if (result.audit) sheets.push_back({make_rule_lists_table(result)});
  return sheets;
}

}  // namespace

void write_siting(const SitingResult& result, RunFolder& folder, RunTiming& timing,
                  Session& session) {
  const Study study = load_chosen_study(result, session.progress);
  const auto model = make_model(study, scenario_choice(study.scenario), session.progress);
  const CoverageResult coverage = run_coverage({study.dataset, *model, study.sets},
                                               coverage_options(study.scenario), session.progress);
  const CentreChecks checks = shown_checks(study.scenario.privacy, check_centres(*model));
  timing.end_step("coverage");
  const RunSummary summary{
      study,  coverage,
      checks, make_headline(coverage),
      {},     find_worst_areas(coverage, coverage.sets.back(), study.dataset, kWorstBlocks)};
  const Sheets sheets = make_sheets(result);
  const std::string plots = draw_siting(result, summary, sheets, folder, session);
  folder.write_text("siting.md", siting_markdown(result) + plots);
  folder.write_text("siting.json", siting_json(result));
  folder.write_text("chosen.toml",
                    write_scenario(shown_scenario(study.scenario, *study.projection)));
  write_run(summary, sheets, folder, session);
  timing.end_step("write");
  folder.write_text("timing.json", timing.to_json());
  session.progress.begin("reading the files back", 0);
  folder.commit();
}

}  // namespace pahunch
