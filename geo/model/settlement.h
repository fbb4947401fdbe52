/// \file
/// Settlements: where women live. One row of demand each.
#pragma once

#include <cstdint>
#include <string>

#include "geo/base/id.h"
#include "geo/base/point.h"
#include "geo/model/area.h"

namespace pahunch {

using SettlementIdx = Idx<struct SettlementTag>;
using Persons = std::int64_t;  ///< whole persons

struct Settlement {
  std::string id;  ///< unique
  std::string name;
  AreaIdx district, subdivision, block;  ///< invalid where the dataset has no such level
  Xy at;
  Persons population = 0;    ///< all persons; 0 where the dataset does not say
  Persons women = 0;         ///< all females, of whom:
  Persons rural_women = 0;   ///< at most `women`
  Persons women_15plus = 0;  ///< at most `women`; 0 where the dataset does not say
  Persons rural_women_15plus = 0;
};

/// Sorted by id.
struct SettlementLayer {
  bool modelled = false;
  bool has_women_15plus = false;
  IdxVector<SettlementIdx, Settlement> settlements;
};

}  // namespace pahunch
