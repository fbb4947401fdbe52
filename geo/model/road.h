/// \file
/// Roads as read: lines with what is known of them. The network is built from these.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/id.h"
#include "geo/model/shape.h"
#include "geo/model/vehicle.h"

namespace pahunch {

using RoadIdx = Idx<struct RoadTag>;

enum class OneWay : std::uint8_t { kNo, kForward, kBackward };

struct Road {
  std::string id;  ///< of the source feature; parts of a multi-line share it
  std::string name;
  std::string road_class;  ///< an OpenStreetMap `highway` value, or the dataset's own word
  std::string surface;     ///< "" where unknown
  std::optional<double> speed_km_h;  ///< overrides the profile's speed for its class
  OneWay one_way = OneWay::kNo;
  bool bridge = false;
  Polyline line;
  std::vector<double> segment_m;  ///< geodesic length of each segment of `line`; size line.size()-1
  std::optional<double> speed_limit_km_h = {};  ///< nobody is faster; not a speed by itself
  VehicleSet access = VehicleSet::all();        ///< who may use it at all
  VehicleSet one_way_exempt = {};               ///< who may use it against `one_way`
  bool closed_in_monsoon = false;               ///< a ford, a seasonal track
};

/// Along a drawn line, or against it.
enum class Heading : std::uint8_t { kForward, kBackward };

inline Heading turn_round(Heading heading) {
  return heading == Heading::kForward ? Heading::kBackward : Heading::kForward;
}

/// A road as it arrives at a vertex of its line, or departs from it, in a heading.
struct TurnArm {
  RoadIdx road;
  std::uint32_t vertex = 0;  ///< of `Road::line`
  Heading heading = Heading::kForward;
  friend bool operator==(const TurnArm&, const TurnArm&) = default;
};

enum class TurnKind : std::uint8_t {
  kNo,    ///< this turn is forbidden
  kOnly,  ///< every other turn from `from` there is forbidden; several of them allow each their own
};

/// A turn restriction at a place where roads meet; `from` arrives there and `to` departs.
struct TurnRestriction {
  TurnKind kind = TurnKind::kNo;
  TurnArm from, to;
  VehicleSet vehicles;  ///< whom it binds; those on foot never
  friend bool operator==(const TurnRestriction&, const TurnRestriction&) = default;
};

/// How the lines of a layer meet; what the network is built with.
struct Noding {
  double end_tolerance_m = 1.0;  ///< a line end this near another line joins it; inclusive
  bool planar = false;           ///< lines also meet wherever they cross, except at bridges
};

struct RoadLayer {
  bool modelled = false;
  Noding noding = {};
  IdxVector<RoadIdx, Road> roads;
  std::vector<TurnRestriction> turns = {};
};

enum class BarrierKind : std::uint8_t { kRiver, kRailway, kOther };

/// A line that an off-road leg never crosses. Roads cross it only where they are bridges, which is
/// the business of whoever drew the roads.
struct Barrier {
  std::string name;
  BarrierKind kind = BarrierKind::kRiver;
  Polyline line;
};

struct BarrierLayer {
  bool modelled = false;
  std::vector<Barrier> barriers;
};

}  // namespace pahunch
