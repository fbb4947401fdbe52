#include "planner/siting/conflicts/least_room.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "planner/siting/conflicts/serving_mip.h"

namespace pahunch {

std::optional<MoreRoom> find_least_room(const SitingProblem& problem, const SitingRules& rules,
                                        const SitingObjective& objective, Excess excess,
                                        const StopSignal& signal) {
  constexpr double kSlack = 1e-6;  // of CBC
  const ChoiceRules choice = make_choice_rules(problem, rules);
  const auto made = make_serving_mip(problem, choice, objective,
                                     std::vector<double>(choice.n_columns(), 0), excess);
  if (!made) return std::nullopt;
  const MipResult result = solve_mip(made->mip, {}, signal);
  if (result.status != MipStatus::kSolved) return std::nullopt;
  MoreRoom more;
  for (const auto& [column, site] : made->excess) {
    const double value = std::ceil(result.values[static_cast<std::size_t>(column)] - kSlack);
    if (value > 0) more.emplace_back(site, static_cast<std::int64_t>(value));
  }
  std::ranges::sort(more, {}, [&](const auto& item) { return problem.sites[item.first].id; });
  return more;
}

std::string room_words(const SitingProblem& problem, const MoreRoom& more) {
  constexpr std::size_t kMostNamed = 5;
  std::int64_t sum = 0;
  for (const auto& [site, weight] : more) sum += weight;
  const std::string all = fmt::format("{} more capacity", problem.in_units(sum));
  if (more.size() == 1) return fmt::format("{} at '{}'", all, problem.sites[more[0].first].id);
  std::vector<std::string> named;
  for (std::size_t i = 0; i < std::min(more.size(), kMostNamed); ++i) {
    const auto& [site, weight] = more[i];
    named.push_back(fmt::format("{} at '{}'", problem.in_units(weight), problem.sites[site].id));
  }
  if (more.size() > kMostNamed) {
    named.push_back(fmt::format("the rest at {} others", more.size() - kMostNamed));
  }
  return fmt::format("{} in all ({})", all, fmt::join(named, ", "));
}

}  // namespace pahunch
