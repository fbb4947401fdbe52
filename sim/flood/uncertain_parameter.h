/// \file
/// A parameter that the outer level draws, with what its range rests on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/model/profile.h"

namespace pahunch {

/// `kMeasured`: identified by a table of the dataset; `kPrior`: a range that the data bound or
/// agree with; `kAssumed`: nothing here identifies it.
enum class Basis : std::uint8_t { kMeasured, kPrior, kAssumed };

std::string_view to_string(Basis basis);  ///< "measured", "prior", "assumed"

struct UncertainParameter {
  std::string name;  ///< "flood.year_sd"
  SourcedValue range;
  Basis basis = Basis::kAssumed;
};

/// The value at a place of the range, 0 to 1: low at 0, the value at 1/2, high at 1, straight
/// between. A uniform place gives half of the draws on each side of the value.
double value_at(const SourcedValue& range, double place);

}  // namespace pahunch
