/// \file
/// An answer for people and for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "planner/matrix/ready_matrix.h"
#include "planner/siting/equity/fairness.h"
#include "planner/siting/solve_siting.h"

namespace pahunch {

struct AnswerReport {
  const SitingProblem& problem;
  const SitingObjective& objective;
  const SitingAnswer& answer;
  const NameIndex& places;
  std::string name;        ///< of the objective, as on the command line
  double factor = 1;       ///< weights of the problem are those of the table times this
  double cost_factor = 1;  ///< and costs
  std::optional<CoveredAreas> areas = {};  ///< where they are to be covered fairly

  /// A table with the objective in words, its bound, and each site's part.
  [[nodiscard]] std::string text() const;
  /// `objective`, `bound`, `gap`, `sites` among the rest; of cpmp the assignment too.
  [[nodiscard]] nlohmann::ordered_json json() const;
};

}  // namespace pahunch
