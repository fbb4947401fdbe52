#include "planner/siting/cover_model.h"

#include <algorithm>
#include <map>

namespace pahunch {
std::vector<std::vector<std::uint32_t>> CoverModel::rows_by_column() const {
  std::vector<std::vector<std::uint32_t>> by_column(n_columns);
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    for (const SiteColumn column : rows[row].columns) by_column[column].push_back(row);
  }
  return by_column;
}

std::int64_t CoverModel::most_covered() const {
  std::int64_t most = covered;
  for (const Row& row : rows) most += row.weight;
  return most;
}

CoverModel make_cover_model(const SitingProblem& problem, const ChoiceRules& rules, double limit,
                            int times) {
  CoverModel model = {.n_columns = rules.n_columns(), .rows = {}};
  const std::vector<SiteColumn> column_of = columns_by_site(problem, rules);
  std::map<std::pair<std::vector<SiteColumn>, int>, std::int64_t> rows;
  for (const DemandIdx at : indices(problem.weights)) {
    const std::int64_t weight = problem.weights[at];
    if (weight == 0) continue;
    int need = times;
    std::vector<SiteColumn> columns;
    for (const SiteCost& item : problem.reach.of(at)) {
      if (item.cost > limit) break;
      if (problem.sites[item.site].status == SiteStatus::kLocked) --need;
      if (column_of[item.site.value()] != kNoColumn)
        columns.push_back(column_of[item.site.value()]);
    }
    if (need <= 0) {
      model.covered += weight;
    } else if (columns.size() < static_cast<std::size_t>(need)) {
      model.beyond += weight;
    } else {
      std::ranges::sort(columns);
      rows[{std::move(columns), need}] += weight;
    }
  }
  for (auto& [key, weight] : rows) {
    model.rows.push_back({.need = key.second, .columns = key.first, .weight = weight});
  }
  return model;
}

void drop_implied_rows(CoverModel& model) {
  const auto by_column = model.rows_by_column();
  std::vector<bool> is_implied(model.rows.size(), false);
  for (std::uint32_t row = 0; row < model.rows.size(); ++row) {
    if (is_implied[row]) continue;
    const auto& mine = model.rows[row].columns;
    const auto rarest = *std::ranges::min_element(
        mine, {}, [&](SiteColumn column) { return by_column[column].size(); });
    for (const std::uint32_t other : by_column[rarest]) {
      if (other == row || is_implied[other]) continue;
      const auto& its = model.rows[other].columns;
      const bool harder = model.rows[row].need >= model.rows[other].need;
      if (harder && std::ranges::includes(its, mine)) is_implied[other] = true;
    }
  }
  std::vector<CoverModel::Row> kept;
  for (std::size_t row = 0; row < model.rows.size(); ++row) {
    if (!is_implied[row]) kept.push_back(std::move(model.rows[row]));
  }
  model.rows = std::move(kept);
}

std::int64_t covered_weight(const CoverModel& model, const std::vector<SiteColumn>& open) {
  std::vector<bool> is_open(model.n_columns, false);
  for (const SiteColumn column : open) is_open[column] = true;
  std::int64_t covered = model.covered;
  for (const CoverModel::Row& row : model.rows) {
    const auto n = std::ranges::count_if(row.columns, [&](SiteColumn at) { return is_open[at]; });
    if (n >= row.need) covered += row.weight;
  }
  return covered;
}

}  // namespace pahunch
