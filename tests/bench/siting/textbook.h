/// \file
/// The textbook formulations as a user of a modelling package would write them, solved by CBC with
/// its own settings, as its command line does: the peer of the siting benchmarks.
#pragma once

#include "planner/siting/siting_objective.h"
#include "planner/siting/siting_problem.h"

namespace pahunch::bench {

struct TextbookResult {
  bool is_proven = false;
  double objective = 0, bound = 0;
};

/// `p` new sites beside the locked ones, which a row each holds open. A column for each pair and
/// each site, "given only where open" pair by pair (median, capacitated), or a column for each
/// point and each site (cover).
TextbookResult solve_textbook(const SitingProblem& problem, const SitingObjective& objective,
                              std::size_t p, double limit_s);

}  // namespace pahunch::bench
