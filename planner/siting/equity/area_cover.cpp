#include "planner/siting/equity/area_cover.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace pahunch {
namespace {

constexpr double kGiniSlack = 1e-10;  ///< far below that of `find_unfair`

std::vector<std::uint32_t> area_by_point(const SitingProblem& problem,
                                         const std::vector<DemandArea>& areas) {
  std::vector<std::uint32_t> area_of(problem.weights.size(),
                                     static_cast<std::uint32_t>(areas.size()));
  for (std::uint32_t area = 0; area < areas.size(); ++area) {
    for (const DemandIdx at : areas[area].points) area_of[at.value()] = area;
  }
  return area_of;
}

}  // namespace

AreaCover make_area_cover(const SitingProblem& problem, const ChoiceRules& rules, double limit,
                          const std::vector<DemandArea>& areas) {
  AreaCover model;
  model.n_columns = rules.n_columns();
  model.n_areas = areas.size();
  model.locked = cover_areas(problem, areas, limit, problem.with_status(SiteStatus::kLocked));
  model.total = problem.total_weight();
  const std::vector<SiteColumn> column_of = columns_by_site(problem, rules);
  const std::vector<std::uint32_t> area_of = area_by_point(problem, areas);
  std::map<std::pair<std::uint32_t, std::vector<SiteColumn>>, std::int64_t> rows;
  for (const DemandIdx at : indices(problem.weights)) {
    if (problem.weights[at] == 0) continue;
    bool is_covered = false;
    std::vector<SiteColumn> columns;
    for (const SiteCost& item : problem.reach.of(at)) {
      if (item.cost > limit) break;
      is_covered = is_covered || problem.sites[item.site].status == SiteStatus::kLocked;
      const SiteColumn column = column_of[item.site.value()];
      if (column != kNoColumn) columns.push_back(column);
    }
    const std::uint32_t area = area_of[at.value()];
    if (is_covered && area == areas.size()) model.locked_beside += problem.weights[at];
    if (is_covered || columns.empty()) continue;
    std::ranges::sort(columns);
    rows[{area, std::move(columns)}] += problem.weights[at];
  }
  for (const auto& [key, weight] : rows) model.rows.push_back({key.second, key.first, weight});
  return model;
}

double FairLimits::unfairness(const CoveredAreas& coverage) const {
  double total = 0, shortfall = 0;
  for (std::size_t area = 0; area < owed.size(); ++area) {
    total += static_cast<double>(coverage.weight[area]);
    shortfall +=
        static_cast<double>(std::max(std::int64_t{0}, owed[area] - coverage.covered[area]));
  }
  const double short_of = shortfall == 0 ? 0 : shortfall / total;
  if (!most_gini) return short_of;
  const double excess = coverage.gini() - *most_gini;
  return short_of + (excess > kGiniSlack ? excess : 0);
}

FairLimits make_limits(const AreaCover& model, const Fairness& fairness) {
  FairLimits limits = {.most_gini = fairness.most_gini};
  if (fairness.least_share) limits.owed = weights_owed(model.locked, *fairness.least_share);
  return limits;
}

AreaOrder::AreaOrder(const CoveredAreas& coverage)
    : AreaOrder(coverage.weight, coverage.shares()) {}

AreaOrder::AreaOrder(const std::vector<std::int64_t>& weights, const std::vector<double>& shares) {
  const auto total =
      static_cast<double>(std::accumulate(weights.begin(), weights.end(), std::int64_t{0}));
  for (const std::int64_t weight : weights) {
    parts_.push_back(total == 0 ? 0 : static_cast<double>(weight) / total);
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t area) { return shares[area]; });
  leads_.assign(weights.size(), 0);
  double before = 0;
  for (const std::size_t area : order) {
    const double after = 1 - before - parts_[area];
    leads_[area] = before - after;
    before += parts_[area];
  }
}

double AreaOrder::gini(const std::vector<double>& shares) const {
  double mean = 0, differences = 0;
  for (std::size_t area = 0; area < parts_.size(); ++area) {
    mean += parts_[area] * shares[area];
    differences += parts_[area] * leads_[area] * shares[area];
  }
  return mean <= 0 ? 0 : differences / mean;
}

AreaCoverState::AreaCoverState(const AreaCover& model, const FairLimits& limits)
    : model_(model),
      limits_(limits),
      by_column_(model.n_columns),
      n_open_(model.rows.size(), 0),
      coverage_(model.locked),
      covered_(model.locked_beside) {
  for (std::uint32_t row = 0; row < model.rows.size(); ++row) {
    for (const SiteColumn column : model.rows[row].columns) by_column_[column].push_back(row);
  }
  for (const std::int64_t weight : coverage_.covered) covered_ += weight;
}

void AreaCoverState::open(SiteColumn column) {
  for (const std::uint32_t row : by_column_[column]) {
    if (n_open_[row]++ == 0) count(row, model_.rows[row].weight);
  }
}

void AreaCoverState::close(SiteColumn column) {
  for (const std::uint32_t row : by_column_[column]) {
    if (--n_open_[row] == 0) count(row, -model_.rows[row].weight);
  }
}

void AreaCoverState::count(std::uint32_t row, std::int64_t weight) {
  covered_ += weight;
  if (model_.rows[row].area < model_.n_areas) coverage_.covered[model_.rows[row].area] += weight;
}

}  // namespace pahunch
