#include "planner/siting/rule_rows.h"

#include <algorithm>
#include <numeric>

namespace pahunch {
namespace {

RuleRow ones(MipModel::Bounds bounds, const std::vector<SiteColumn>& columns) {
  RuleRow row = {bounds, {}};
  for (const SiteColumn column : columns) row.terms.emplace_back(column, 1.0);
  return row;
}

MipModel::Bounds between(std::size_t at_least, std::size_t at_most) {
  return {static_cast<double>(at_least), static_cast<double>(at_most)};
}

RuleRow budget_row(const ChoiceRules& rules) {
  RuleRow row = {{-kInfinity, *rules.budget}, {}};
  for (SiteColumn column = 0; column < rules.n_columns(); ++column) {
    if (rules.cost[column] > 0) row.terms.emplace_back(column, rules.cost[column]);
  }
  return row;
}

}  // namespace

std::vector<RuleRow> list_rule_rows(const ChoiceRules& rules) {
  std::vector<RuleRow> rows;
  if (rules.at_least > 0 || rules.at_most < rules.n_columns()) {
    std::vector<SiteColumn> all(rules.n_columns());
    std::iota(all.begin(), all.end(), SiteColumn{0});
    rows.push_back(ones(between(rules.at_least, rules.at_most), all));
  }
  if (rules.budget) rows.push_back(budget_row(rules));
  for (const ChoiceRules::Group& group : rules.groups) {
    rows.push_back(ones(between(group.at_least, group.at_most), group.columns));
  }
  for (const auto& [a, b] : rules.exclusive) rows.push_back(ones({0, 1}, {a, b}));
  return rows;
}

void add_rule_rows(MipModel& mip, const ChoiceRules& rules, const std::vector<int>& open) {
  for (const RuleRow& row : list_rule_rows(rules)) {
    std::vector<MipModel::Term> terms;
    for (const auto& [column, value] : row.terms) terms.emplace_back(open[column], value);
    mip.add_row(row.bounds, terms);
  }
}

void add_exclusion(MipModel& mip, const std::vector<int>& open,
                   const std::vector<SiteColumn>& choice) {
  std::vector<MipModel::Term> terms;
  for (SiteColumn column = 0; column < open.size(); ++column) {
    terms.emplace_back(open[column], std::ranges::binary_search(choice, column) ? 1.0 : -1.0);
  }
  mip.add_row({-kInfinity, static_cast<double>(choice.size()) - 1}, terms);
}

std::vector<SiteColumn> read_open(const std::vector<double>& values, const std::vector<int>& open) {
  std::vector<SiteColumn> found;
  for (SiteColumn column = 0; column < open.size(); ++column) {
    if (values[static_cast<std::size_t>(open[column])] > 0.5) found.push_back(column);
  }
  return found;
}

}  // namespace pahunch
