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

/// How values lie in a range, half of them on each side of the middle value.
enum class RangeLaw : std::uint8_t {
  kEven,       ///< evenly on each side, between the ends
  kNormal,     ///< normal on each side, the ends being the 5% and 95% points; cut there
  kLogNormal,  ///< the same of the logarithm; for spreads and lengths
};

struct UncertainParameter {
  std::string name;  ///< "flood.year_sd"
  SourcedValue range;
  Basis basis = Basis::kAssumed;
  RangeLaw law = RangeLaw::kEven;
};

/// An even range that somebody believes: assumed where its source says so or is empty.
UncertainParameter believed(const std::string& name, const SourcedValue& range);

/// Its range is not a single value.
bool varies(const UncertainParameter& parameter);

/// The value at a place of the range, 0 to 1: low at 0, the middle value at 1/2, high at 1.
double value_at(const UncertainParameter& parameter, double place);

}  // namespace pahunch
