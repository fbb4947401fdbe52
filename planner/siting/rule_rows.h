/// \file
/// The rules as rows of a linear programme.
#pragma once

#include <vector>

#include "planner/siting/choice_rules.h"
#include "planner/siting/mip.h"

namespace pahunch {

/// `open`: the programme's column of each site.
void add_rule_rows(MipModel& mip, const ChoiceRules& rules, const std::vector<int>& open);

/// At least one column is otherwise than in this choice, which is ascending.
void add_exclusion(MipModel& mip, const std::vector<int>& open,
                   const std::vector<SiteColumn>& choice);

/// The sites whose columns are at 1, ascending.
std::vector<SiteColumn> read_open(const std::vector<double>& values, const std::vector<int>& open);

}  // namespace pahunch
