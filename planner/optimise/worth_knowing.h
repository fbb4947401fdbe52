/// \file
/// What would be worth knowing: which uncertain input would change the chosen sites, and what not
/// knowing it can cost.
///
/// In each world of an input (input_worlds.h) the best sites are found anew. The chosen ones are
/// held to be shaken there if they lose more than a share of that world's gain over the locked
/// sites (of its objective, where that is no maximum): mere ties do not count. The mean loss over
/// the worlds is what it costs to choose by the middle value; perfect knowledge of the input is
/// worth no more than that (the expected value of perfect information of one input, Raiffa,
/// Schlaifer 1961, is the same with the best single choice in the place of the chosen one).
///
/// Error: of the worlds, which are few; evenly spaced over a range they are no random sample.
#pragma once

#include <optional>
#include <vector>

#include "planner/optimise/input_worlds.h"
#include "planner/siting/siting_answer.h"
#include "planner/siting/siting_rules.h"
#include "planner/siting/solve_siting.h"

namespace pahunch {

struct InputWorth {
  UncertainSitingInput input;
  std::size_t n_worlds = 0;      ///< those in which some choice keeps the rules
  std::size_t n_shaken = 0;      ///< the chosen sites lose more than the share
  std::size_t n_unproven = 0;    ///< the best of that world may be better still
  std::size_t n_impossible = 0;  ///< the chosen sites leave somebody unreached whom they must reach
  double mean_exchanged = 0;     ///< chosen sites that are not among the best of a world
  double mean_loss = 0;          ///< against the best of each world, in the objective's unit
  double most_loss = 0;
  double mean_loss_share = 0;  ///< of the gain of each world, or of its objective, as above
};

struct WorthKnowing {
  double share = 0;  ///< beyond which a loss counts
  std::vector<InputWorth> inputs =
      {};                   ///< by kind, most often shaken first, then by mean loss, name
  bool is_complete = true;  ///< not stopped; what was not finished is left out
};

struct ChosenSites {
  const SitingRules& rules;
  const SitingObjective& objective;  ///< cover, gradual or median
  const std::vector<SiteIdx>& open;  ///< the locked among them
};

/// `limits`: of each world. Cost: a search of all sites and a solve for each world.
WorthKnowing find_worth_knowing(const std::vector<InputWorlds>& worlds, const ChosenSites& chosen,
                                double share, const SolveLimits& limits, Progress& progress);

}  // namespace pahunch
