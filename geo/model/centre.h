/// \file
/// Centres: where help is given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "geo/base/id.h"
#include "geo/base/point.h"
#include "geo/model/area.h"

namespace pahunch {

using CentreIdx = Idx<struct CentreTag>;

enum class CentreStatus : std::uint8_t { kExisting, kPlanned, kCandidate };

/// "existing", "planned", "candidate".
std::string_view to_string(CentreStatus status);
std::optional<CentreStatus> find_centre_status(std::string_view word);

struct Centre {
  std::string id;  ///< unique; ties between equally near centres go to the smaller id
  std::string name;
  CentreStatus status = CentreStatus::kExisting;
  AreaIdx district;  ///< by containment or the dataset's word; invalid where there is no such level
  Xy at;
  double location_error_km = 0;  ///< radius of what is known of the place
  std::string provenance;        ///< e.g. "announced", "inferred"; a word for tables
  std::string note;              ///< what a reader must know of this row
  std::optional<int> staff;
  std::optional<int> beds;
  std::optional<int> vehicles;
};

/// Sorted by id (numbers inside ids compare as text).
struct CentreLayer {
  bool modelled = false;
  IdxVector<CentreIdx, Centre> centres;
};

}  // namespace pahunch
