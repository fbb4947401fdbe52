/// \file
/// The headline under other assumptions, always told beside it: on foot, in the monsoon, by the
/// other assignment, without barriers, without centres that are not sure.
#pragma once

#include <string>
#include <vector>

#include "planner/summary/headline.h"

namespace pahunch {

struct Variant {
  std::string key;    ///< "walk-dry", for machines
  std::string title;  ///< "On foot, dry season"
  Headline headline;
};

/// Another way of travelling that is worth a look beside the scenario's.
struct TravelReading {
  std::string key, title;  ///< as of its variant
  TravelChoice choice;
};
std::vector<TravelReading> list_other_travel(const Study& study);

/// `model`: that of the scenario. Each other way of travelling builds a model of its own, one at a
/// time.
std::vector<Variant> compute_variants(const Study& study, const TravelModel& model,
                                      Progress& progress);

/// The sets without the centres whose note or provenance says "unconfirmed". The same sets when
/// there are none.
std::vector<CentreSet> without_unconfirmed(const std::vector<CentreSet>& sets,
                                           const CentreLayer& centres);

}  // namespace pahunch
