#include "planner/siting/equity/fairest.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/change_search.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

/// Tightens the limits by what was found until there is nothing more. `better`: a choice made from
/// one; `value`: of a choice; `tighten`: the limits that only better choices keep.
template <class Better, class Value, class Tighten>
Fairest improve(const AreaCover& model, const ChoiceRules& rules, Fairest found,
                const StopSignal& signal, const Better& better, const Value& value,
                const Tighten& tighten) {
  while (!signal.stop()) {
    const FairLimits limits = tighten(found);
    FairGoal goal = {.is_any_enough = true};
    if (found.open) goal.start = *found.open;
    const Solution next = solve_fair(model, rules, limits, goal, signal);
    if (!next.open) {
      found.is_proven = std::isinf(next.bound);
      return found;
    }
    found.open = better(*next.open);
    found.value = value(*found.open);
  }
  return found;
}

}  // namespace

std::vector<std::int64_t> owed_from(const std::vector<std::int64_t>& weights, double least_share) {
  std::vector<std::int64_t> owed;
  for (const std::int64_t weight : weights) {
    const auto whole = static_cast<double>(weight);
    auto least = static_cast<std::int64_t>(least_share * whole);
    while (least > 0 && static_cast<double>(least - 1) / whole >= least_share) --least;
    while (weight > 0 && static_cast<double>(least) / whole < least_share) ++least;
    owed.push_back(std::max(std::int64_t{0}, least));
  }
  return owed;
}

double bound_floor(const AreaCover& model, const ChoiceRules& rules, const StopSignal& signal) {
  constexpr double kRelaxationSlack = 1e-6;
  MipModel mip;
  const int floor = mip.add_column(-1, MipColumnKind::kContinuous);
  std::vector<int> open;
  for (std::size_t column = 0; column < model.n_columns; ++column) {
    open.push_back(mip.add_column(0, MipColumnKind::kContinuous));
  }
  add_rule_rows(mip, rules, open);
  std::vector<std::vector<MipModel::Term>> terms(model.n_areas + 1);
  for (const auto& [columns, area, weight] : model.rows) {
    const int covered = mip.add_column(0, MipColumnKind::kContinuous);
    terms[area].emplace_back(covered, static_cast<double>(weight));
    std::vector<MipModel::Term> reach = {{covered, -1.0}};
    for (const SiteColumn column : columns) reach.emplace_back(open[column], 1.0);
    mip.add_row({0, kInfinity}, reach);
  }
  for (std::size_t area = 0; area < model.n_areas; ++area) {
    const auto weight = static_cast<double>(model.locked.weight[area]);
    if (weight == 0) continue;
    for (auto& [column, value] : terms[area]) value /= weight;
    terms[area].emplace_back(floor, -1.0);
    mip.add_row({-static_cast<double>(model.locked.covered[area]) / weight, kInfinity},
                terms[area]);
  }
  const MipRelaxation relaxed = relax_mip(mip, signal);
  if (relaxed.values.empty()) return 1;
  return std::min(1.0, relaxed.values[static_cast<std::size_t>(floor)] + kRelaxationSlack);
}

Fairest find_largest_floor(const AreaCover& model, const ChoiceRules& rules,
                           const std::vector<SiteColumn>& start, const StopSignal& signal) {
  const auto better = [&](const std::vector<SiteColumn>& open) {
    return raise_floor(model, rules, open, signal);
  };
  const auto value = [&](const std::vector<SiteColumn>& open) {
    return coverage_of(model, open).least_share();
  };
  const auto tighten = [&](const Fairest& found) {
    return FairLimits{.owed = owed_from(model.locked.weight, std::nextafter(found.value, 2.0))};
  };
  Fairest found = {.open = better(start)};
  found.value = value(*found.open);
  return improve(model, rules, std::move(found), signal, better, value, tighten);
}

Fairest find_smallest_gini(const AreaCover& model, const ChoiceRules& rules,
                           const FairLimits& limits, const std::vector<SiteColumn>& start,
                           const StopSignal& signal) {
  FairLimits equal = {.owed = limits.owed, .most_gini = 0};
  const auto better = [&](const std::vector<SiteColumn>& open) {
    AreaCoverState state(model, equal);
    return ChangeSearch(rules, open, state).run(signal);
  };
  const auto value = [&](const std::vector<SiteColumn>& open) {
    return coverage_of(model, open).gini();
  };
  const auto tighten = [&](const Fairest& found) {
    return FairLimits{.owed = limits.owed,
                      .most_gini = found.open ? std::max(0.0, found.value - kGiniStep) : 1.0};
  };
  Fairest found = {.open = better(start)};
  found.value = value(*found.open);
  const FairLimits owed_only = {.owed = limits.owed};
  if (owed_only.unfairness(coverage_of(model, *found.open)) > 0) found = {};
  return improve(model, rules, std::move(found), signal, better, value, tighten);
}

}  // namespace pahunch
