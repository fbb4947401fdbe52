#include "planner/siting/conflicts/serving_mip.h"

#include "planner/siting/cover_mip.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

constexpr std::size_t kMostServingPairs = 20'000;

std::optional<ServingMip> serve_within_room(const SitingProblem& problem, const ChoiceRules& choice,
                                            const SitingObjective& objective,
                                            const std::vector<double>& opening, Excess excess) {
  const CapacityUse use = excess == Excess::kNone ? CapacityUse::kGiven : CapacityUse::kMayGrow;
  const CapacitatedModel model = make_capacitated_model(problem, choice, objective, use);
  if (model.n_entries() > kMostServingPairs) return std::nullopt;
  CapacitatedMip made =
      make_capacitated_mip(model, choice, PairFixing(model),
                           {.counts_cost = false, .opening = opening, .excess = excess});
  if (made.has_lone_row()) return std::nullopt;
  ServingMip serving = {.mip = std::move(made.mip), .open = std::move(made.open)};
  for (const auto& [column, slot] : made.excess) {
    serving.excess.emplace_back(column, model.sites[slot]);
  }
  return serving;
}

std::optional<ServingMip> serve_within_limit(const SitingProblem& problem,
                                             const ChoiceRules& choice,
                                             const SitingObjective& objective,
                                             const std::vector<double>& opening) {
  CoverModel model = make_cover_model(problem, choice, objective.limit, 1);
  const std::int64_t total = problem.total_weight();
  const bool is_partial = objective.kind == ObjectiveKind::kSetCover;
  const std::int64_t target = is_partial ? target_weight(objective.target, total) : total;
  if (target > model.most_covered()) return std::nullopt;
  if (target == model.most_covered()) drop_implied_rows(model);
  std::size_t n_pairs = 0;
  for (const CoverModel::Row& row : model.rows) n_pairs += row.columns.size();
  if (n_pairs > kMostServingPairs) return std::nullopt;
  // Without the rows that are implied the weights no longer sum to the target: all is asked.
  CoverMip made = make_cover_mip(model, choice, std::min(target, model.most_covered()), opening);
  return ServingMip{.mip = std::move(made.mip), .open = std::move(made.open)};
}

ServingMip keep_rules_alone(const ChoiceRules& choice, const std::vector<double>& opening) {
  ServingMip made;
  for (const double cost : opening) {
    made.open.push_back(made.mip.add_column(cost, MipColumnKind::kWhole));
  }
  add_rule_rows(made.mip, choice, made.open);
  return made;
}

}  // namespace

std::optional<ServingMip> make_serving_mip(const SitingProblem& problem, const ChoiceRules& choice,
                                           const SitingObjective& objective,
                                           const std::vector<double>& opening, Excess excess) {
  switch (objective.kind) {
    case ObjectiveKind::kCover:
    case ObjectiveKind::kGradual:
    case ObjectiveKind::kBackup:
      return keep_rules_alone(choice, opening);
    case ObjectiveKind::kCapacitated:
    case ObjectiveKind::kRoomCover:
      return serve_within_room(problem, choice, objective, opening, excess);
    default:
      return serve_within_limit(problem, choice, objective, opening);
  }
}

}  // namespace pahunch
