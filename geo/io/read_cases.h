/// \file
/// Reading the table of cases: rows of years, and rows of single weeks.
///
/// A row whose `year` reads like 2025-W14 is of that ISO week, of all centres or of the one that
/// `centre` names; any other is of a year ("2024-25"). Weeks are shown beside what is expected of
/// them; nothing is calibrated on them.
#pragma once

#include <vector>

#include "geo/io/read_context.h"

namespace pahunch {

struct CaseTable {
  std::vector<CaseYear> years;
  std::vector<CaseWeek> weeks;
};

/// A row that cannot be used is left out and counted as bad: a week that the year has not, or that
/// a centre has twice, an unknown centre, a count that is not a number or negative.
CaseTable read_cases(const LayerSpec& spec, const CentreLayer& centres, ReadBooks& books);

}  // namespace pahunch
