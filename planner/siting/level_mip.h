/// \file
/// The radius formulation of a loss model as a linear programme: a column for each level of losses
/// of a row that says "nothing up to here is open" (Cornuejols, Nemhauser, Wolsey 1980; Elloumi
/// 2010). It has the bound of the textbook formulation with far fewer columns, and for covering it
/// is the textbook formulation.
#pragma once

#include <vector>

#include "planner/siting/loss_model.h"
#include "planner/siting/mip.h"

namespace pahunch {

struct LevelMip {
  MipModel mip;
  std::vector<int> open;  ///< columns of the sites
};

LevelMip make_level_mip(const LossModel& model, const ChoiceRules& rules);

/// A choice as values of the programme's columns.
std::vector<double> start_values(const LevelMip& level, const LossModel& model,
                                 const std::vector<SiteColumn>& open);

}  // namespace pahunch
