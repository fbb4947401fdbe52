/// \file
/// Why a settlement is, or is not, served: its trip under each set.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/coverage/reach.h"
#include "geo/io/table.h"
#include "geo/network/travel_model.h"
#include "planner/study/study.h"

namespace pahunch {

struct NearCentre {
  CentreIdx centre;
  TravelTime time;
};

struct ExplainedTrip {
  std::string set;
  SettlementReach reach;
  std::optional<Route> route;       ///< none without a way
  std::vector<NearCentre> nearest;  ///< the three nearest open centres that she can reach
};

struct Explanation {
  const Study& study;
  SettlementIdx settlement;
  std::optional<double> snap_m;
  std::vector<ExplainedTrip> trips;  ///< one a set
};

/// The settlement with this id; ConfigError with the nearest known one where there is none.
SettlementIdx get_settlement(const Dataset& dataset, const std::string& id);

Explanation explain_settlement(const Study& study, const TravelModel& model, SettlementIdx at);

std::string explanation_text(const Explanation& explanation);
std::string explanation_json(const Explanation& explanation);

/// The steps of each trip as lines.
Table make_route_table(const Explanation& explanation);

}  // namespace pahunch
