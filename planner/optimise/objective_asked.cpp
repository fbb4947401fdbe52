#include <fmt/format.h>

#include <charconv>
#include <map>
#include <sstream>

#include "planner/optimise/optimise_options.h"
#include "planner/optimise/require_usage.h"
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

}  // namespace

std::vector<std::string> objective_names() {
  std::vector<std::string> names;
  for (const auto& [name, kind] : kinds()) names.push_back(name);
  return names;
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
    require_usage(limit && share, fmt::format("'{}' is no step", part), "write 30:1,60:0.5");
    steps.push_back({*limit, *share});
  }
  return steps;
}

void OptimiseOptions::check_number_rules(ObjectiveKind kind) const {
  const bool free = kind == ObjectiveKind::kSetCover || kind == ObjectiveKind::kFacility;
  require_usage(free || n_new || budget, "how many sites may open is not said",
                "give --p, or --budget with --costs");
  require_usage(!budget || *budget >= 0, "the budget is negative, or no number", "give 0 or more");
  require_usage(!budget || !costs.empty() || sites_have_costs, "--budget without costs",
                "give --costs");
  require_usage(gap >= 0, "the gap is negative, or no number", "give a share such as 0.01");
  require_usage(!time_limit_s || *time_limit_s >= 0, "the time limit is negative, or no number",
                "give seconds, 0 or more");
  const bool has_groups = !groups.empty() || (!per.empty() && !asks_fairness());
  require_usage(!has_groups || limits_groups(), "groups without a number a group",
                "give --at-most or --at-least");
  require_usage(has_groups || !per.empty() || !limits_groups(), "a number a group without groups",
                "give --groups, or --per with a dataset");
}

void OptimiseOptions::check_fairness_asked(ObjectiveKind kind) const {
  require_usage(!asks_fairness() || kind == ObjectiveKind::kCover,
                "--least-share and --most-gini belong to cover", "leave them out");
  require_usage(!asks_fairness() || (n_flood_draws == 0 && worst_of.empty()),
                "floods and fairness do not go together", "leave one of them out");
  require_usage(!asks_fairness() || !per.empty() || !areas.empty(),
                "which areas are to be covered fairly is not said",
                "give --per district with a dataset, or --areas with a matrix");
  require_usage(pareto.empty() || kind == ObjectiveKind::kCover, "--pareto belongs to cover",
                "leave it out");
  require_usage(pareto.empty() || (n_flood_draws == 0 && !asks_fairness()),
                "--pareto does not go together with --floods or fairness", "leave one of them out");
  require_usage(areas.empty() || asks_fairness(), "--areas without --least-share or --most-gini",
                "give one of them");
}

void OptimiseOptions::check_floods(ObjectiveKind kind) const {
  const bool is_cover = kind == ObjectiveKind::kCover;
  require_usage(n_flood_draws == 0 || is_cover, "--floods belong to cover",
                "leave them out; `pahunch run` simulates floods on any sites");
  require_usage(worst_of.empty() || is_cover, "--worst-of belongs to cover",
                "leave it out; `pahunch run` simulates floods and closures on any sites");
  require_usage(n_flood_draws == 0 || n_batches == 0 || n_batches >= 20,
                "the spread of fewer than 20 batches says too little",
                "give --batches 20 or more, or 0");
  require_usage(n_flood_draws != 1, "--floods needs two draws or more", "give a few hundred");
  require_usage(n_case_draws >= 2, "--case-draws needs two draws or more", "20 is usual");
  if (tail_level) count_tail(n_flood_draws, *tail_level);
}

void OptimiseOptions::check_capacities(ObjectiveKind kind) const {
  const bool is_cpmp = kind == ObjectiveKind::kCapacitated;
  require_usage(!is_cpmp || has_capacities(), "cpmp needs --capacity",
                "give the capacity of each site, or choose --objective median");
  require_usage(!has_capacities() || is_cpmp || kind == ObjectiveKind::kCover,
                "--capacity belongs to cpmp and cover", "leave it out");
  require_usage(has_capacities() || (!split && assign == "optimal"),
                "--split and --assign belong to capacities", "give --capacity with cpmp or cover");
  require_usage(!split || assign == "optimal", "whom the nearest is given leaves nothing to split",
                "leave out --split, or --assign nearest");
  require_usage(has_capacities() || !counts_cases(), "--capacity-in without --capacity",
                "give --capacity");
  require_usage(!counts_cases() || women.empty(),
                "--women has no say where cases are counted: those of all women are",
                "leave it out");
  require_usage(busy > 0 && busy <= 1, "--busy is not above 0 and up to 1", "such as 0.8");
  require_usage(busy == 1 || has_staff_capacities(), "--busy belongs to --capacity staff",
                "leave it out");
  const bool asks_more =
      n_flood_draws > 0 || !worst_of.empty() || asks_fairness() || !pareto.empty();
  require_usage(!has_capacities() || !asks_more,
                "capacities do not go together with floods, fairness and --pareto",
                "leave out --capacity, or the others");
}

SitingObjective OptimiseOptions::objective_asked() const {
  SitingObjective asked = {.kind = kinds().at(objective)};
  const bool covers = asked.kind == ObjectiveKind::kCover || asked.kind == ObjectiveKind::kBackup ||
                      asked.kind == ObjectiveKind::kSetCover;
  const bool is_gradual = asked.kind == ObjectiveKind::kGradual;
  require_usage(!covers || limit, fmt::format("{} needs --limit", objective),
                "give the largest cost");
  require_usage(is_gradual == !steps.empty(), "--steps belong to gradual, and gradual needs them",
                "such as --objective gradual --steps 30:1,60:0.5");
  require_usage(!is_gradual || !limit, "--limit does not belong to gradual",
                "leave it out; each of the steps has its own");
  const bool may_count_places = asked.kind == ObjectiveKind::kMedian ||
                                asked.kind == ObjectiveKind::kFacility ||
                                asked.kind == ObjectiveKind::kCapacitated;
  require_usage(!unweighted || may_count_places, "--unweighted belongs to median, ufl and cpmp",
                "leave it out");
  require_usage(!target || asked.kind == ObjectiveKind::kSetCover, "--target belongs to set-cover",
                "leave it out");
  require_usage(asked.kind != ObjectiveKind::kFacility || !costs.empty() || sites_have_costs,
                "ufl needs --costs", "give the fixed cost of each site");
  require_usage(!share || asked.kind == ObjectiveKind::kWorstShare,
                "--share belongs to worst-tenth", "leave it out");
  check_number_rules(asked.kind);
  check_fairness_asked(asked.kind);
  check_floods(asked.kind);
  check_capacities(asked.kind);
  if (has_capacities() && asked.kind == ObjectiveKind::kCover) {
    asked.kind = ObjectiveKind::kRoomCover;
  }
  if (limit) asked.limit = *limit;
  if (target) asked.target = *target;
  if (share) asked.worst = *share;
  if (is_gradual) asked.steps = parse_cover_steps(steps);
  if (split) asked.giving = Giving::kSplit;
  if (assign == "nearest") asked.giving = Giving::kNearest;
  if (unweighted) asked.weighing = Weighing::kEachOnce;
  check_objective(asked);
  return asked;
}

}  // namespace pahunch
