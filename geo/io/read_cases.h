/// \file
/// Reading the table of cases: rows of years, and rows of single weeks.
///
/// A row whose `year` reads like 2025-W14 is of that ISO week, of all centres or of the one that
/// `centre` names; any other is of a year ("2024-25"), and of all centres together. Weeks are shown
/// beside what is expected of them; nothing is calibrated on them. Both come in their order.
#pragma once

#include <vector>

#include "geo/io/read_context.h"

namespace pahunch {

struct CaseTable {
  std::vector<CaseYear> years;
  std::vector<CaseWeek> weeks;
};

/// A row that cannot be used is left out and counted as bad: a week that the year has not, or that
/// a centre has twice, a year twice, of one centre or not of 1 to 12 months, an unknown centre, a
/// count that is not a number or negative.
CaseTable read_cases(const LayerSpec& spec, const CentreLayer& centres, ReadBooks& books);

}  // namespace pahunch
