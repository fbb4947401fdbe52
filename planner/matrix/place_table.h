/// \file
/// Points that a person brings along: a CSV file with `id`, `lon` and `lat`.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "geo/base/point.h"
#include "geo/io/projection.h"

namespace pahunch {

struct PlaceTable {
  std::vector<std::string> ids;
  std::vector<Xy> points;  ///< in the working CRS, as long as `ids`
};

/// Other columns are passed over. Failure: DataError naming the line for a place outside the range
/// of degrees or where the CRS does not reach, and for a repeated id.
PlaceTable read_places(std::istream& in, const std::string& file, const Projection& projection);

}  // namespace pahunch
