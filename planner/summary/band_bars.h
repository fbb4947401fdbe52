/// \file
/// Rural women by minutes as bars on a terminal: a row a band, a column a set.
#pragma once

#include <string>

#include "planner/summary/headline.h"
#include "planner/terminal_style.h"

namespace pahunch {

/// The fullest band of all has the longest bar. The numbers stand beside the bars, so that neither
/// bar nor colour tells anything alone. Of more than two sets the first and the last. The last row,
/// of those with no way, only where there are some.
std::string band_bars(const Headline& headline, const TerminalStyle& style);

}  // namespace pahunch
