/// \file
/// Covering that is fair to areas, on a dataset: what it gives each area, and what it costs.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "geo/io/table.h"
#include "planner/siting/equity/fairness.h"
#include "planner/siting/siting_answer.h"

namespace pahunch {

struct SitingResult;

/// Of the same areas, with the locked sites alone, with the best sites that need not be fair, and
/// with the answer.
struct FairSiting {
  Fairness asked;
  std::string level;   ///< "district", …
  SitingAnswer plain;  ///< the best that need not be fair
  CoveredAreas with_locked = {}, with_plain = {}, with_answer = {};
};

/// All need a result that was chosen to be fair.
std::string fair_markdown(const SitingResult& result);
std::string fair_text(const SitingResult& result);
nlohmann::ordered_json fair_json(const SitingResult& result);

/// "fairness": a row an area. Precondition as above.
Table make_fairness_table(const SitingResult& result);

}  // namespace pahunch
