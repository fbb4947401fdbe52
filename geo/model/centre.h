/// \file
/// Centres: where help is given, or could be.
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

/// What is known of where a planned centre will stand.
enum class SiteKnown : std::uint8_t {
  kPlace,     ///< its place
  kDistrict,  ///< its district only: the place in the table is a guess
  kNothing,   ///< that it will be somewhere: the district is a guess too
};

/// "place", "district", "nothing".
std::string_view to_string(SiteKnown known);
std::optional<SiteKnown> find_site_known(std::string_view word);

struct Centre {
  std::string id;  ///< unique; ties between equally near centres go to the smaller id
  std::string name;
  CentreStatus status = CentreStatus::kExisting;
  AreaIdx district;  ///< by containment or the dataset's word; invalid where there is no such level
  Xy at;
  double location_error_km = 0;  ///< radius of what is known of the place
  std::string provenance;        ///< e.g. "announced", "inferred"; a word for tables
  std::string note;              ///< what a reader must know of this row
  SiteKnown known = SiteKnown::kPlace;
  std::string kind;            ///< of a candidate: what stands there, e.g. "block headquarters"
  std::optional<double> cost;  ///< of opening it, in any unit
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
