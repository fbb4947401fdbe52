/// \file
/// A ready matrix and its tables, as other programs write them, as a siting problem.
#pragma once

#include <string>

#include "planner/console.h"
#include "planner/matrix/ready_matrix.h"
#include "planner/optimise/optimise_options.h"
#include "planner/siting/equity/fairness.h"
#include "planner/siting/siting_rules.h"

namespace pahunch {

struct MatrixFiles {
  std::string matrix, demand;
  ColumnChoice columns;
  bool wide = false;
};

struct MatrixInput {
  NameIndex places, sites;
  SitingProblem problem;
  SitingRules rules;
  Fairness fairness;
  double factor = 1;  ///< weights of the problem are those of the table times this
};

/// All sites of the matrix are candidates but those locked and forbidden. DataError as the readers
/// say; what is left out is told.
MatrixInput read_matrix_input(const MatrixFiles& files, const OptimiseOptions& options,
                              const SitingObjective& objective, Console& console);

}  // namespace pahunch
