#include "planner/optimise/optimise_options.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <sstream>

#include "geo/base/error.h"
#include "planner/interrupt.h"
#include "planner/siting/risk/tail_estimate.h"

namespace pahunch {
namespace {

const std::map<std::string, ObjectiveKind>& kinds() {
  static const std::map<std::string, ObjectiveKind> known = {
      {"cover", ObjectiveKind::kCover},           {"gradual", ObjectiveKind::kGradual},
      {"backup", ObjectiveKind::kBackup},         {"median", ObjectiveKind::kMedian},
      {"centre", ObjectiveKind::kCentre},         {"set-cover", ObjectiveKind::kSetCover},
      {"ufl", ObjectiveKind::kFacility},          {"cpmp", ObjectiveKind::kCapacitated},
      {"worst-tenth", ObjectiveKind::kWorstShare}};
  return known;
}

std::optional<double> parse_number(const std::string& text) {
  double value = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || at != end) return std::nullopt;
  return value;
}

void require(bool holds, const std::string& what, const std::string& hint) {
  if (!holds) throw UsageError({.what = what, .hint = hint});
}

}  // namespace

SolveLimits solve_limits(const OptimiseOptions& options) {
  return {.time_s = options.time_limit_s, .gap = options.gap, .should_stop = is_interrupted};
}

std::vector<CoverStep> parse_cover_steps(const std::string& text) {
  std::vector<CoverStep> steps;
  std::istringstream parts(text);
  std::string part;
  while (std::getline(parts, part, ',')) {
    const auto colon = part.find(':');
    const auto limit = parse_number(part.substr(0, colon));
    const auto share =
        colon == std::string::npos ? std::nullopt : parse_number(part.substr(colon + 1));
    require(limit && share, fmt::format("'{}' is no step", part), "write 30:1,60:0.5");
    steps.push_back({*limit, *share});
  }
  return steps;
}

void OptimiseOptions::add_to(CLI::App& app) {
  constexpr const char* kGroup = "Objective";
  std::vector<std::string> names;
  for (const auto& [name, kind] : kinds()) names.push_back(name);
  app.add_option("--objective", objective, "What the sites are for")
      ->check(CLI::IsMember(names))
      ->capture_default_str()
      ->group(kGroup);
  app.add_option("--p", n_new, "Open exactly so many more sites")->type_name("N")->group(kGroup);
  app.add_option("--limit", limit, "Largest cost that counts, inclusive")
      ->type_name("COST")
      ->group(kGroup);
  app.add_option("--steps", steps, "Of gradual: share that counts up to each cost, inclusive")
      ->type_name("COST:SHARE,…")
      ->group(kGroup);
  app.add_option("--target", target, "Of set-cover: share of the demand to cover (default 1)")
      ->type_name("SHARE")
      ->group(kGroup);
  app.add_option("--share", share, "Of worst-tenth: share of the demand that counts (default 0.1)")
      ->type_name("SHARE")
      ->group(kGroup);
  app.add_flag("--unweighted", unweighted,
               "Of median, ufl and cpmp: a place counts once, whatever its demand")
      ->group(kGroup);
  app.add_flag("--split", split, "Of cpmp: a place may be given in parts to several sites")
      ->group(kGroup);
  add_rules_to(app);
}

void OptimiseOptions::add_rules_to(CLI::App& app) {
  constexpr const char* kGroup = "Rules";
  app.add_option("--lock", lock, "Sites that are open already")
      ->delimiter(',')
      ->type_name("ID,…")
      ->group(kGroup);
  app.add_option("--forbid", forbid, "Sites that may not open")
      ->delimiter(',')
      ->type_name("ID,…")
      ->group(kGroup);
  app.add_option("--costs", costs, "Cost of opening each site: id,cost")
      ->type_name("CSV")
      ->group(kGroup);
  app.add_option("--budget", budget, "Most that the sites to open may cost, inclusive")
      ->type_name("B")
      ->group(kGroup);
  app.add_option("--capacity", capacity, "Demand that each site can take: id,supply")
      ->type_name("CSV")
      ->group(kGroup);
  app.add_option("--groups", groups, "Groups of sites: id,group")->type_name("CSV")->group(kGroup);
  app.add_option("--at-most", at_most, "Open sites of each group, the locked ones counted")
      ->type_name("N")
      ->group(kGroup);
  app.add_option("--at-least", at_least, "Open sites of each group, the locked ones counted")
      ->type_name("N")
      ->group(kGroup);
  app.add_option("--exclusive", exclusive, "Pairs of which one may be open: site,other")
      ->type_name("CSV")
      ->group(kGroup);
  add_fairness_to(app);
  app.add_option("--time-limit", time_limit_s, "Stop with the best found and its bound")
      ->type_name("SECONDS")
      ->group("Search");
  app.add_option("--gap", gap, "Stop when the gap is within this share of the objective")
      ->type_name("SHARE")
      ->capture_default_str()
      ->group("Search");
}

void OptimiseOptions::add_fairness_to(CLI::App& app) {
  constexpr const char* kGroup = "Fairness";
  app.add_option("--least-share", least_share, "Of cover: cover at least this share of each area")
      ->type_name("SHARE")
      ->group(kGroup);
  app.add_option("--most-gini", most_gini,
                 "Of cover: Gini coefficient of the areas' shares, at most")
      ->type_name("G")
      ->group(kGroup);
  app.add_option("--areas", areas, "With a matrix, the area of each place: id,area")
      ->type_name("CSV")
      ->group(kGroup);
}

void OptimiseOptions::add_dataset_to(CLI::App& app) {
  constexpr const char* kGroup = "Dataset";
  app.add_option("--candidates", candidates,
                 "Where a centre may open: kinds, statuses or ids (default: all candidates)")
      ->delimiter(',')
      ->type_name("WORD,…")
      ->group(kGroup);
  app.add_option("--women", women, "Whom the answer counts")
      ->check(CLI::IsMember({"rural", "all"}))
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
  app.add_option("--curve", most_on_curve, "Also the best for each number of new sites up to N")
      ->type_name("N")
      ->capture_default_str()
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
    require(!given, fmt::format("{} belongs to a dataset, not to a ready matrix", flag),
            "leave it out, or leave --matrix out");
  };
  refuse(!candidates.empty(), "--candidates");
  refuse(!per.empty(), "--per");
  refuse(!pareto.empty(), "--pareto");
  refuse(min_distance_km.has_value(), "--min-distance");
  refuse(women != "rural", "--women");
  refuse(n_flood_draws > 0, "--floods");
  refuse(!worst_of.empty(), "--worst-of");
}

void OptimiseOptions::limit_groups(std::vector<SiteGroup>& limited) const {
  for (SiteGroup& group : limited) {
    group.at_most = at_most;
    group.at_least = at_least.value_or(0);
  }
}

void OptimiseOptions::check_number_rules(ObjectiveKind kind) const {
  const bool free = kind == ObjectiveKind::kSetCover || kind == ObjectiveKind::kFacility;
  require(free || n_new || budget, "how many sites may open is not said",
          "give --p, or --budget with --costs");
  require(!budget || !costs.empty() || sites_have_costs, "--budget without costs", "give --costs");
  require(!(gap < 0), "the gap is negative", "give a share such as 0.01");
  const bool has_groups = !groups.empty() || (!per.empty() && !asks_fairness());
  require(!has_groups || limits_groups(), "groups without a number a group",
          "give --at-most or --at-least");
  require(has_groups || !per.empty() || !limits_groups(), "a number a group without groups",
          "give --groups, or --per with a dataset");
}

void OptimiseOptions::check_fairness_asked(ObjectiveKind kind) const {
  require(!asks_fairness() || kind == ObjectiveKind::kCover,
          "--least-share and --most-gini belong to cover", "leave them out");
  require(!asks_fairness() || (n_flood_draws == 0 && worst_of.empty()),
          "floods and fairness do not go together", "leave one of them out");
  require(!asks_fairness() || !per.empty() || !areas.empty(),
          "which areas are to be covered fairly is not said",
          "give --per district with a dataset, or --areas with a matrix");
  require(pareto.empty() || kind == ObjectiveKind::kCover, "--pareto belongs to cover",
          "leave it out");
  require(pareto.empty() || (n_flood_draws == 0 && !asks_fairness()),
          "--pareto does not go together with --floods or fairness", "leave one of them out");
  require(areas.empty() || asks_fairness(), "--areas without --least-share or --most-gini",
          "give one of them");
}

void OptimiseOptions::check_floods(ObjectiveKind kind) const {
  const bool is_cover = kind == ObjectiveKind::kCover;
  require(n_flood_draws == 0 || is_cover, "--floods belong to cover",
          "leave them out; `pahunch run` simulates floods on any sites");
  require(worst_of.empty() || is_cover, "--worst-of belongs to cover",
          "leave it out; `pahunch run` simulates floods and closures on any sites");
  require(n_flood_draws == 0 || n_batches == 0 || n_batches >= 20,
          "the spread of fewer than 20 batches says too little", "give --batches 20 or more, or 0");
  require(n_flood_draws != 1, "--floods needs two draws or more", "give a few hundred");
  require(n_case_draws >= 2, "--case-draws needs two draws or more", "20 is usual");
  if (tail_level) count_tail(n_flood_draws, *tail_level);
}

SitingObjective OptimiseOptions::objective_asked() const {
  SitingObjective asked = {.kind = kinds().at(objective)};
  const bool covers = asked.kind == ObjectiveKind::kCover || asked.kind == ObjectiveKind::kBackup ||
                      asked.kind == ObjectiveKind::kSetCover;
  const bool is_gradual = asked.kind == ObjectiveKind::kGradual;
  require(!covers || limit, fmt::format("{} needs --limit", objective), "give the largest cost");
  require(is_gradual == !steps.empty(), "--steps belong to gradual, and gradual needs them",
          "such as --objective gradual --steps 30:1,60:0.5");
  require(!target || asked.kind == ObjectiveKind::kSetCover, "--target belongs to set-cover",
          "leave it out");
  require(asked.kind != ObjectiveKind::kFacility || !costs.empty() || sites_have_costs,
          "ufl needs --costs", "give the fixed cost of each site");
  require((asked.kind == ObjectiveKind::kCapacitated) == !capacity.empty(),
          "--capacity belongs to cpmp, and cpmp needs it", "give both or none");
  require(!share || asked.kind == ObjectiveKind::kWorstShare, "--share belongs to worst-tenth",
          "leave it out");
  require(!split || asked.kind == ObjectiveKind::kCapacitated, "--split belongs to cpmp",
          "leave it out, or choose --objective cpmp with --capacity");
  check_number_rules(asked.kind);
  check_fairness_asked(asked.kind);
  check_floods(asked.kind);
  if (limit) asked.limit = *limit;
  if (target) asked.target = *target;
  if (share) asked.worst = *share;
  if (is_gradual) asked.steps = parse_cover_steps(steps);
  if (split) asked.giving = Giving::kSplit;
  if (unweighted) asked.weighing = Weighing::kEachOnce;
  check_objective(asked);
  return asked;
}

}  // namespace pahunch
