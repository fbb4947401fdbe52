#include <fmt/format.h>

#include "planner/optimise/optimise_options.h"
#include "planner/optimise/require_usage.h"

namespace pahunch {

void OptimiseOptions::add_dataset_to(CLI::App& app) {
  constexpr const char* kGroup = "Dataset";
  app.add_option("--candidates", candidates,
                 "Where a centre may open: kinds, statuses or ids (default: all candidates)")
      ->delimiter(',')
      ->type_name("WORD,…")
      ->group(kGroup);
  app.add_option("--women", women, "Whom the answer counts (default rural)")
      ->check(CLI::IsMember({"rural", "all"}))
      ->group(kGroup);
  app.add_option("--capacity-in", capacity_in,
                 "What the file of --capacity counts: women, or cases a year, in which the answer "
                 "then is too; staff is in cases")
      ->check(CLI::IsMember({"women", "cases"}))
      ->capture_default_str()
      ->group(kGroup);
  app.add_option("--busy", busy, "Of --capacity staff: share of their hours that cases may take up")
      ->type_name("SHARE")
      ->capture_default_str()
      ->group(kGroup);
  app.add_option("--per", per,
                 "Areas whose sites --at-most and --at-least limit, or that are covered fairly")
      ->check(CLI::IsMember({"district", "subdivision", "block"}))
      ->group(kGroup);
  app.add_option("--min-distance", min_distance_km,
                 "Straight line between a new site and any other, at least")
      ->type_name("KM")
      ->check(CLI::NonNegativeNumber)
      ->group(kGroup);
  app.add_option("--pareto", pareto,
                 "Of cover: also what it costs to be better in a second respect")
      ->check(CLI::IsMember({"mean", "worst-district", "longest"}))
      ->group(kGroup);
  app.add_option("--pareto-points", n_pareto_points, "Levels of it, the two ends among them")
      ->type_name("N")
      ->check(CLI::Range(2, 100))
      ->capture_default_str()
      ->group(kGroup);
  app.add_option(
         "--curve", most_on_curve,
         "Also the best for each number of new sites up to N (default 60; 0 with capacities)")
      ->type_name("N")
      ->group(kGroup);
  app.add_option("--worlds", n_worlds,
                 "Also which inputs that are not known would change the sites: so many values of "
                 "each; 0: not asked")
      ->type_name("N")
      ->capture_default_str()
      ->group(kGroup);
  add_floods_to(app);
  add_audit_to(app);
}

void OptimiseOptions::add_floods_to(CLI::App& app) {
  constexpr const char* kGroup = "Floods";
  auto* floods =
      app.add_option("--floods", n_flood_draws,
                     "Of cover: choose for the mean over so many moments of years with floods");
  auto* tail = app.add_option(
      "--tail", tail_level,
      "Choose for the worst 1 - LEVEL of those moments: 0.95 with 1000 draws; no batches then");
  auto* batches = app.add_option(
      "--batches", n_batches,
      "Independent batches to tell how far the best may be, 20 or more; 0: not told");
  auto* batch_draws = app.add_option("--batch-draws", n_batch_draws, "Draws of each batch");
  auto* cases = app.add_option(
      "--worst-of", worst_of,
      "Of cover: choose for the worst of these cases: months of the table of floods (2021-08), "
      "years, 'observed' (all months), and scenario files for their closures and hazard.replay");
  auto* case_draws = app.add_option(
      "--case-draws", n_case_draws,
      "Draws of which roads an observed month closed, whose mean counts as its case");
  floods->type_name("DRAWS")->group(kGroup);
  tail->type_name("LEVEL")->needs(floods)->group(kGroup);
  batches->type_name("N")->capture_default_str()->excludes(tail)->group(kGroup);
  batch_draws->type_name("DRAWS")
      ->check(CLI::PositiveNumber)
      ->capture_default_str()
      ->excludes(tail)
      ->group(kGroup);
  cases->delimiter(',')->type_name("CASE,…")->excludes(floods)->group(kGroup);
  case_draws->type_name("DRAWS")->capture_default_str()->needs(cases)->group(kGroup);
}

void OptimiseOptions::add_audit_to(CLI::App& app) {
  constexpr const char* kGroup = "Audit of the official rule";
  app.add_option("--lists", n_lists, "Lists of sites to draw that fit what is announced; 0: none")
      ->type_name("N")
      ->capture_default_str()
      ->group(kGroup);
  app.add_option("--rule-kind", rule.kind, "Kind of the rule's sites")
      ->type_name("KIND")
      ->capture_default_str()
      ->group(kGroup);
  app.add_option("--rule-else", rule.other_kind, "Kind where a district has none of those")
      ->type_name("KIND")
      ->capture_default_str()
      ->group(kGroup);
  app.add_option("--rule-km", rule.distance_km, "The rule's distance from the district's centre")
      ->type_name("KM")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str()
      ->group(kGroup);
  app.add_option("--rule-spread", rule.spread_km, "How loosely it is kept")
      ->type_name("KM")
      ->check(CLI::PositiveNumber)
      ->capture_default_str()
      ->group(kGroup);
}

void OptimiseOptions::require_no_dataset_options() const {
  const auto refuse = [](bool given, const char* flag) {
    require_usage(!given, fmt::format("{} belongs to a dataset, not to a ready matrix", flag),
                  "leave it out, or leave --matrix out");
  };
  refuse(!candidates.empty(), "--candidates");
  refuse(!per.empty(), "--per");
  refuse(!pareto.empty(), "--pareto");
  refuse(min_distance_km.has_value(), "--min-distance");
  refuse(!women.empty(), "--women");
  refuse(capacity == kStaffWord, "--capacity staff");
  refuse(capacity_in != "women", "--capacity-in");
  refuse(n_flood_draws > 0, "--floods");
  refuse(!worst_of.empty(), "--worst-of");
  const OptimiseOptions usual;
  refuse(most_on_curve.has_value(), "--curve");
  refuse(n_worlds != usual.n_worlds, "--worlds");
  refuse(n_lists != usual.n_lists, "--lists");
  refuse(n_pareto_points != usual.n_pareto_points, "--pareto-points");
  refuse(rule != usual.rule,
         "the rule of an audit (--rule-kind, --rule-else, --rule-km, --rule-spread)");
}

}  // namespace pahunch
