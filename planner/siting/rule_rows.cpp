#include "planner/siting/rule_rows.h"

#include <algorithm>

namespace pahunch {
namespace {

std::vector<MipModel::Term> ones(const std::vector<int>& columns) {
  std::vector<MipModel::Term> terms;
  for (const int column : columns) terms.emplace_back(column, 1.0);
  return terms;
}

MipModel::Bounds between(std::size_t at_least, std::size_t at_most) {
  return {static_cast<double>(at_least), static_cast<double>(at_most)};
}

void add_budget(MipModel& mip, const ChoiceRules& rules, const std::vector<int>& open) {
  std::vector<MipModel::Term> terms;
  for (SiteColumn column = 0; column < open.size(); ++column) {
    if (rules.cost[column] > 0) terms.emplace_back(open[column], rules.cost[column]);
  }
  mip.add_row({-kInfinity, *rules.budget}, terms);
}

}  // namespace

void add_rule_rows(MipModel& mip, const ChoiceRules& rules, const std::vector<int>& open) {
  const bool counts = rules.at_least > 0 || rules.at_most < open.size();
  if (counts) mip.add_row(between(rules.at_least, rules.at_most), ones(open));
  if (rules.budget) add_budget(mip, rules, open);
  for (const ChoiceRules::Group& group : rules.groups) {
    std::vector<int> members;
    for (const SiteColumn column : group.columns) members.push_back(open[column]);
    mip.add_row(between(group.at_least, group.at_most), ones(members));
  }
  for (const auto& [a, b] : rules.exclusive) mip.add_row({0, 1}, ones({open[a], open[b]}));
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
