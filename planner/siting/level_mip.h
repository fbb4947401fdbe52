/// \file
/// The radius formulation of a loss model as a linear programme: a column for each level of losses
/// of a row that says "nothing up to here is open" (Cornuejols, Nemhauser, Wolsey 1980; Elloumi
/// 2010). It has the bound of the textbook formulation with far fewer columns, and for covering it
/// is the textbook formulation. Rows whose levels hold the same columns are one, as there are many
/// where few columns are left.
#pragma once

#include <functional>
#include <vector>

#include "planner/siting/loss_model.h"
#include "planner/siting/mip.h"

namespace pahunch {

struct LevelMip {
  MipModel mip;
  std::vector<int> open;  ///< columns of the sites
  /// The loss of a choice: this and these terms.
  double least_loss = 0;
  std::vector<MipModel::Term> losses = {};
};

LevelMip make_level_mip(const LossModel& model, const ChoiceRules& rules);

/// What is minimised in the place of the loss: a value for a row and a loss of it, never less for a
/// larger loss.
using LevelValue = std::function<double(std::size_t row, double loss)>;
LevelMip make_level_mip(const LossModel& model, const ChoiceRules& rules, const LevelValue& value);

/// All entries of each row lose the same, as in covering.
bool has_one_level(const LossModel& model);

}  // namespace pahunch
