/// \file
/// The rules as rows of a linear programme.
#pragma once

#include <utility>
#include <vector>

#include "planner/siting/choice_rules.h"
#include "planner/siting/mip.h"

namespace pahunch {

/// A sum over sites that lies between bounds; its factors are above nothing.
struct RuleRow {
  MipModel::Bounds bounds;
  std::vector<std::pair<SiteColumn, double>> terms;
};
std::vector<RuleRow> list_rule_rows(const ChoiceRules& rules);

/// `open`: the programme's column of each site.
void add_rule_rows(MipModel& mip, const ChoiceRules& rules, const std::vector<int>& open);

/// At least one column is otherwise than in this choice, which is ascending.
void add_exclusion(MipModel& mip, const std::vector<int>& open,
                   const std::vector<SiteColumn>& choice);

/// The sites whose columns are at 1, ascending.
std::vector<SiteColumn> read_open(const std::vector<double>& values, const std::vector<int>& open);

}  // namespace pahunch
