/// \file
/// What each settlement reaches under one set of open centres.
///
/// Places of the travel model are the settlements and its sites are all centres of the dataset, in
/// the same order: `PlaceIdx` p is `SettlementIdx` p, `SiteIdx` s is `CentreIdx` s.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "geo/base/id.h"
#include "geo/base/travel_time.h"
#include "geo/model/centre.h"
#include "geo/model/dataset.h"
#include "geo/network/travel_model.h"

namespace pahunch {

/// The travel model's name of each centre.
std::vector<SiteIdx> to_sites(std::span<const CentreIdx> centres);

/// A settlement with a time is reached or beyond. One without is judged by the first that holds:
/// off the network; at closed roads only (cut off); no centre is open to her (beyond); an hour
/// without service; else the open roads lead to no open centre (cut off).
enum class ReachStatus : std::uint8_t {
  kReached,     ///< within the limit, inclusive
  kBeyond,      ///< later than the limit, or no centre is open to her at all
  kNoService,   ///< the profile does not run at the hour asked, and nothing replaces it
  kCutOff,      ///< no way to an open centre over the roads open in this season
  kOffNetwork,  ///< no usable road within the farthest walk, in any season
};

/// "reached", "beyond", "no-service", "cut-off", "off-network".
std::string_view to_string(ReachStatus status);

/// What is known of a place without a way to any open centre.
struct NoWay {
  PlaceState place = PlaceState::kOffNetwork;
  bool any_open = true;
  bool out_of_service = false;
};
ReachStatus judge_unreachable(const NoWay& why);

/// Which centre is hers.
enum class Assignment : std::uint8_t {
  kNearest,      ///< the nearest open one
  kOwnDistrict,  ///< the nearest open one of her own district (where she has a district)
};

std::string_view to_string(Assignment assignment);  ///< "nearest", "own-district"
std::optional<Assignment> find_assignment(std::string_view word);

struct SettlementReach {
  TravelTime time = TravelTime::unreachable();
  CentreIdx centre = {};  ///< invalid when unreachable
  ReachStatus status = ReachStatus::kOffNetwork;
  Mode mode = Mode::kMain;
  friend bool operator==(const SettlementReach&, const SettlementReach&) = default;
};

using SetReach = IdxVector<SettlementIdx, SettlementReach>;

/// Reach of the nearest open centre; `limit` (inclusive) parts reached from beyond. The order of
/// `open` does not matter. Cost: one `TravelModel::nearest`.
SetReach compute_reach(const TravelModel& model, std::span<const CentreIdx> open, TravelTime limit);

/// Reach of the nearest open centre of the settlement's own district; a settlement without a
/// district is judged by all open centres. Cost: one `TravelModel::nearest` a district that has an
/// open centre, in parallel.
SetReach compute_own_district_reach(const TravelModel& model, const Dataset& dataset,
                                    std::span<const CentreIdx> open, TravelTime limit);

}  // namespace pahunch
