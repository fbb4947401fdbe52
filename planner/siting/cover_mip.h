/// \file
/// The textbook programme of set covering, of all or of a target (Toregas et al. 1971).
#pragma once

#include <cstdint>
#include <vector>

#include "planner/siting/cover_model.h"
#include "planner/siting/mip.h"

namespace pahunch {

struct CoverMip {
  MipModel mip;
  std::vector<int> open;  ///< by column
};

/// `target`: least weight, of the model's and what locked sites cover; `opening`: what opening
/// costs, by column. Precondition: the model is of covering once.
CoverMip make_cover_mip(const CoverModel& model, const ChoiceRules& rules, std::int64_t target,
                        const std::vector<double>& opening);

}  // namespace pahunch
