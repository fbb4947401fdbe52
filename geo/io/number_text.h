/// \file
/// Numbers as every output writes them: fixed decimals, a point, no "-0.00".
#pragma once

#include <string>

namespace pahunch {

/// Throws InvariantError for an infinity or not-a-number: no output holds one.
std::string fixed_text(double value, int decimals);

/// The value that `fixed_text` prints, so that all formats carry the same number.
double round_to_decimals(double value, int decimals);

}  // namespace pahunch
