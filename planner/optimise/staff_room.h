/// \file
/// Capacities of a study's sites from the staff of their centres, in cases a year.
#pragma once

#include <optional>
#include <string>

#include "planner/optimise/study_problem.h"
#include "planner/siting/conflicts/relaxation.h"

namespace pahunch {

struct StaffRoom {
  double busy = 1;            ///< share of their hours that staff may be busy with cases
  double standard_cases = 0;  ///< a year, of a centre as in the model of operations
  std::string binds;          ///< roles that bind there
  IdxVector<SiteIdx, std::string> binds_at;  ///< the same by site
};

/// Sets the capacity of every site, in the problem's weights (case_demand.h), rounded down. Posts
/// are those of the model of operations and its overrides; where the dataset says how many staff a
/// centre has and no override does, the hours of all roles in that proportion. Throws as the reader
/// of operations does.
StaffRoom set_staff_capacities(const Study& study, double busy, StudyProblem& made);

/// The posts that bring this room: "1 more post of case worker in each centre", or at the sites
/// named. None: it is no room that is offered, or no number of posts brings it. Precondition: the
/// capacities are those of `set_staff_capacities`.
std::optional<std::string> more_staff_words(const Study& study, const StaffRoom& staff,
                                            const StudyProblem& made, const Relaxation& offered);

}  // namespace pahunch
