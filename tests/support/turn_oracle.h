/// \file
/// Travel times under turn restrictions by a slow search whose states are links in a heading; it
/// knows the restrictions from the roads and nothing of the copies of junctions.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>
#include <vector>

#include "geo/network/link_piece.h"
#include "geo/network/road_access.h"
#include "tests/support/random_problem.h"

namespace pahunch::test {

/// A link as it is travelled.
struct Ride {
  LinkIdx link;
  Heading heading = Heading::kForward;
  friend bool operator==(const Ride&, const Ride&) = default;
};

/// Which turns a profile may take, by the restrictions of the roads.
class TurnLaw {
 public:
  TurnLaw(const Network& network, const RoadLayer& roads, const Profile& profile)
      : network_(network), profile_(profile) {
    for (const TurnRestriction& turn : roads.turns) {
      bans_.push_back({turn.kind, find_ride(roads, turn.from, true),
                       find_ride(roads, turn.to, false), turn.vehicles});
    }
  }

  [[nodiscard]] NodeIdx start_of(const Ride& ride) const {
    return ride.heading == Heading::kForward ? network_.from[ride.link] : network_.to[ride.link];
  }
  [[nodiscard]] NodeIdx end_of(const Ride& ride) const {
    return ride.heading == Heading::kForward ? network_.to[ride.link] : network_.from[ride.link];
  }

  [[nodiscard]] bool may_turn(const Ride& from, const Ride& to) const {
    if (end_of(from) != start_of(to)) return false;
    if (!profile_.respect_one_way) return true;
    if (profile_.vehicle) return may_turn(from, to, *profile_.vehicle);
    return std::ranges::all_of(kVehicles,
                               [&](Vehicle vehicle) { return may_turn(from, to, vehicle); });
  }

 private:
  struct Ban {
    TurnKind kind;
    Ride from, to;
    VehicleSet vehicles;
  };

  [[nodiscard]] bool may_turn(const Ride& from, const Ride& to, Vehicle vehicle) const {
    bool must = false, may = false;
    for (const Ban& ban : bans_) {
      if (!ban.vehicles.contains(vehicle) || !(ban.from == from)) continue;
      if (ban.kind == TurnKind::kNo && ban.to == to) return false;
      if (ban.kind == TurnKind::kOnly) must = true;
      if (ban.kind == TurnKind::kOnly && ban.to == to) may = true;
    }
    return !must || may;
  }

  /// By the two points next to the junction.
  [[nodiscard]] Ride find_ride(const RoadLayer& roads, const TurnArm& arm, bool arrives) const {
    const Polyline& line = roads.roads[arm.road].line;
    const bool before = arrives == (arm.heading == Heading::kForward);
    const Xy at = line[arm.vertex];
    const Xy next = line[before ? arm.vertex - 1 : arm.vertex + 1];
    for (const LinkIdx link : indices(network_.from)) {
      const auto points = network_.geometry(link);
      if (points.front() == at && points[1] == next) {
        return {link, arrives ? Heading::kBackward : Heading::kForward};
      }
      if (points.back() == at && points[points.size() - 2] == next) {
        return {link, arrives ? Heading::kForward : Heading::kBackward};
      }
    }
    throw std::logic_error("no link of the network lies there");
  }

  const Network& network_;
  const Profile& profile_;
  std::vector<Ban> bans_;
};

/// Where a trip begins or ends, with the time off the road there.
struct RoadEnd {
  LinkIdx link;
  double frac = 0;
  std::uint64_t off_road_ms = 0;
};

class TurnOracle {
 public:
  static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max() / 4;

  TurnOracle(const TurnLaw& law, const Network& network, const Metric& metric)
      : law_(law), network_(network), metric_(metric) {
    for (const LinkIdx link : indices(network.from)) {
      for (const Heading heading : {Heading::kForward, Heading::kBackward}) {
        if (metric.link_time[link].reachable() && is_open(metric.ways[link], heading)) {
          rides_.push_back({link, heading});
        }
      }
    }
  }

  /// The fastest trip from one of the starts to one of the goals, in the direction of travel.
  [[nodiscard]] std::uint64_t find_ms(std::span<const RoadEnd> starts,
                                      std::span<const RoadEnd> goals) const {
    std::uint64_t best = kNever;
    for (const RoadEnd& start : starts) {
      for (const RoadEnd& goal : goals) {
        best = std::min(best, find_along(start, goal));
        best = std::min(best, find_by_junctions(start, goal));
      }
    }
    return best;
  }

 private:
  [[nodiscard]] std::uint64_t piece_ms(LinkIdx link, double from, double to) const {
    return piece_time(metric_.link_time[link], from, to).ms();
  }
  [[nodiscard]] static double end_frac(Heading heading) {
    return heading == Heading::kForward ? 1.0 : 0.0;
  }
  /// The junctions that a position at the end of its link is at.
  [[nodiscard]] std::vector<NodeIdx> junctions_of(const RoadEnd& end) const {
    std::vector<NodeIdx> nodes;
    if (end.frac == 0.0) nodes.push_back(network_.from[end.link]);
    if (end.frac == 1.0) nodes.push_back(network_.to[end.link]);
    return nodes;
  }

  /// Without passing a junction.
  [[nodiscard]] std::uint64_t find_along(const RoadEnd& start, const RoadEnd& goal) const {
    if (start.link != goal.link) return kNever;
    const OpenWays ways = metric_.ways[start.link];
    const bool open =
        start.frac == goal.frac || (start.frac < goal.frac ? ways.forward : ways.backward);
    return open ? start.off_road_ms + piece_ms(start.link, start.frac, goal.frac) + goal.off_road_ms
                : kNever;
  }

  [[nodiscard]] std::uint64_t find_by_junctions(const RoadEnd& start, const RoadEnd& goal) const {
    std::vector<std::uint64_t> ms(rides_.size(), kNever);  // at the end of the ride
    std::uint64_t best = kNever;
    const auto improve = [](std::uint64_t& old, std::uint64_t now) { old = std::min(old, now); };
    for (const NodeIdx at : junctions_of(start)) {
      for (std::size_t i = 0; i < rides_.size(); ++i) {
        if (law_.start_of(rides_[i]) == at) improve(ms[i], start.off_road_ms + whole_ms(i));
      }
      improve(best, start.off_road_ms + last_part(goal, at, [](const Ride&) { return true; }));
    }
    for (std::size_t i = 0; i < rides_.size(); ++i) {
      if (rides_[i].link != start.link) continue;
      improve(ms[i],
              start.off_road_ms + piece_ms(start.link, start.frac, end_frac(rides_[i].heading)));
    }
    settle(ms);
    for (std::size_t i = 0; i < rides_.size(); ++i) {
      if (ms[i] == kNever) continue;
      improve(best, ms[i] + last_part(goal, law_.end_of(rides_[i]), [&](const Ride& last) {
                      return law_.may_turn(rides_[i], last);
                    }));
    }
    return best;
  }

  [[nodiscard]] std::uint64_t whole_ms(std::size_t i) const {
    return metric_.link_time[rides_[i].link].ms();
  }

  void settle(std::vector<std::uint64_t>& ms) const {
    std::vector<bool> settled(rides_.size());
    for (std::size_t n = 0; n < rides_.size(); ++n) {
      std::size_t next = rides_.size();
      for (std::size_t i = 0; i < rides_.size(); ++i) {
        if (!settled[i] && (next == rides_.size() || ms[i] < ms[next])) next = i;
      }
      if (ms[next] == kNever) return;
      settled[next] = true;
      for (std::size_t i = 0; i < rides_.size(); ++i) {
        if (law_.may_turn(rides_[next], rides_[i])) {
          ms[i] = std::min(ms[i], ms[next] + whole_ms(i));
        }
      }
    }
  }

  /// From a junction to the goal on one of its links, by a last ride that `may` be taken.
  template <class May>
  [[nodiscard]] std::uint64_t last_part(const RoadEnd& goal, NodeIdx at, const May& may) const {
    for (const NodeIdx junction : junctions_of(goal)) {
      if (junction == at) return goal.off_road_ms;
    }
    std::uint64_t best = kNever;
    for (const Ride& last : rides_) {
      if (last.link != goal.link || law_.start_of(last) != at || !may(last)) continue;
      best = std::min(
          best, piece_ms(goal.link, 1.0 - end_frac(last.heading), goal.frac) + goal.off_road_ms);
    }
    return best;
  }

  const TurnLaw& law_;
  const Network& network_;
  const Metric& metric_;
  std::vector<Ride> rides_;
};

}  // namespace pahunch::test
