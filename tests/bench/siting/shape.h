/// \file
/// What makes a siting problem easy or hard.
#pragma once

#include <cstddef>

#include "planner/siting/siting_objective.h"

namespace pahunch::bench {

struct ProblemShape {
  std::size_t n_rows = 0;         ///< points left when those with the same reach are merged
  std::size_t n_undominated = 0;  ///< sites that no other beats in every row
  std::size_t n_in_parts = 0;     ///< sites open in parts where the relaxation is best
};

/// Of choosing `p` more sites; the objective is covering.
ProblemShape shape_of(const SitingProblem& problem, const SitingObjective& objective,
                      std::size_t p);

}  // namespace pahunch::bench
