#include "geo/network/detail/turn_copies.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

namespace pahunch::detail {
namespace {

using VehicleTable = std::vector<std::vector<VehicleSet>>;  ///< by arrival, then departure

/// The end of a link at a junction: one may arrive by it and depart by it.
struct Arm {
  LinkIdx link;
  bool at_end = false;  ///< of the drawn line; else at its start

  [[nodiscard]] LinkWay arriving() const {
    return {link, at_end ? Heading::kForward : Heading::kBackward};
  }
  [[nodiscard]] LinkWay departing() const {
    return {link, at_end ? Heading::kBackward : Heading::kForward};
  }
};

struct Junction {
  std::vector<Arm> arms;  ///< by link
  std::vector<LinkTurn> turns;
};

std::map<NodeIdx, Junction> gather_junctions(std::vector<LinkTurn> turns, const Network& network) {
  std::map<NodeIdx, Junction> junctions;
  IdxVector<NodeIdx, bool> restricted(network.n_nodes());
  for (LinkTurn& turn : turns) {
    const NodeIdx at = network.head(turn.from.link, turn.from.heading);
    assert(at == network.tail(turn.to.link, turn.to.heading));
    restricted[at] = true;
    junctions[at].turns.push_back(turn);
  }
  for (const LinkIdx link : indices(network.from)) {
    const NodeIdx from = network.from[link];
    const NodeIdx to = network.to[link];
    if (restricted[from]) junctions[from].arms.push_back({link, false});
    if (restricted[to]) junctions[to].arms.push_back({link, true});
  }
  return junctions;
}

/// Takes a vehicle from the turns of a row that the restrictions close to it.
void restrict_row(const Junction& junction, const Arm& in, Vehicle vehicle,
                  std::vector<VehicleSet>& row) {
  std::vector<bool> forbidden(row.size()), mandatory(row.size());
  bool bound = false;
  for (const LinkTurn& turn : junction.turns) {
    if (!turn.vehicles.contains(vehicle) || !(turn.from == in.arriving())) continue;
    bound |= turn.kind == TurnKind::kOnly;
    for (std::size_t out = 0; out < row.size(); ++out) {
      if (!(turn.to == junction.arms[out].departing())) continue;
      (turn.kind == TurnKind::kNo ? forbidden : mandatory)[out] = true;
    }
  }
  for (std::size_t out = 0; out < row.size(); ++out) {
    if (forbidden[out] || (bound && !mandatory[out])) row[out].erase(vehicle);
  }
}

/// Who may turn from which arm to which.
VehicleTable find_allowed(const Junction& junction) {
  const std::size_t n = junction.arms.size();
  VehicleTable allowed(n, std::vector<VehicleSet>(n, VehicleSet::all()));
  for (const Vehicle vehicle : kVehicles) {
    if (vehicle == Vehicle::kFoot) continue;
    for (std::size_t in = 0; in < n; ++in) {
      restrict_row(junction, junction.arms[in], vehicle, allowed[in]);
    }
  }
  return allowed;
}

VehicleTable transpose(const VehicleTable& table) {
  VehicleTable turned(table.front().size());
  for (const auto& row : table) {
    for (std::size_t i = 0; i < row.size(); ++i) turned[i].push_back(row[i]);
  }
  return turned;
}

/// Arms with equal rows are one class, numbered as they come.
struct Classes {
  std::vector<std::size_t> of_arm;
  std::vector<std::size_t> first;  ///< arm of each class
};

Classes classify(const VehicleTable& rows) {
  Classes classes;
  for (std::size_t arm = 0; arm < rows.size(); ++arm) {
    std::size_t found = 0;
    while (found < classes.first.size() && rows[classes.first[found]] != rows[arm]) ++found;
    if (found == classes.first.size()) classes.first.push_back(arm);
    classes.of_arm.push_back(found);
  }
  return classes;
}

/// Which departures each kind of traveller gets to from each arrival when some of both share nodes.
class SharedNodes {
 public:
  explicit SharedNodes(VehicleTable allowed)
      : allowed_(std::move(allowed)), departure_of_(allowed_.size()) {
    share_where_equal();
  }

  [[nodiscard]] std::optional<std::size_t> departure_of(std::size_t arrival) const {
    return departure_of_[arrival];
  }
  [[nodiscard]] std::optional<std::size_t> arrival_of(std::size_t departure) const {
    const auto found = std::ranges::find(departure_of_, std::optional(departure));
    if (found == departure_of_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - departure_of_.begin());
  }

 private:
  void share_where_equal() {
    for (std::size_t departure = 0; departure < allowed_.front().size(); ++departure) {
      for (std::size_t arrival = 0; arrival < allowed_.size(); ++arrival) {
        if (departure_of_[arrival]) continue;
        departure_of_[arrival] = departure;
        if (all_as_allowed()) break;
        departure_of_[arrival].reset();
      }
    }
  }

  [[nodiscard]] bool all_as_allowed() const {
    return std::ranges::all_of(
               kVehicles,
               [&](Vehicle vehicle) {
                 return is_as_allowed([vehicle](VehicleSet set) { return set.contains(vehicle); });
               }) &&
           is_as_allowed([](VehicleSet set) { return set == VehicleSet::all(); });
  }

  template <class May>
  [[nodiscard]] bool is_as_allowed(const May& may) const {
    for (std::size_t arrival = 0; arrival < allowed_.size(); ++arrival) {
      const auto reached = find_reached(arrival, may);
      for (std::size_t departure = 0; departure < reached.size(); ++departure) {
        if (reached[departure] != may(allowed_[arrival][departure])) return false;
      }
    }
    return true;
  }

  /// Departures reached by turns and shared nodes.
  template <class May>
  [[nodiscard]] std::vector<bool> find_reached(std::size_t arrival, const May& may) const {
    std::vector<bool> reached(allowed_.front().size());
    std::vector<bool> seen(allowed_.size());
    std::vector<std::size_t> waiting = {arrival};
    seen[arrival] = true;
    while (!waiting.empty()) {
      const std::size_t at = waiting.back();
      waiting.pop_back();
      for (std::size_t departure = 0; departure < reached.size(); ++departure) {
        if (departure_of_[at] != departure && !may(allowed_[at][departure])) continue;
        reached[departure] = true;
        const auto shared = arrival_of(departure);
        if (!shared || seen[*shared]) continue;
        seen[*shared] = true;
        waiting.push_back(*shared);
      }
    }
    return reached;
  }

  VehicleTable allowed_;
  std::vector<std::optional<std::size_t>> departure_of_;  ///< by arrival
};

NodeIdx add_copy(NodeIdx junction, Network& network) {
  network.copy_of.push_back(junction);
  const Xy at = network.node_at[junction];
  return network.node_at.push_back(at);
}

/// A junction as it is taken apart: classes of its arms, and the nodes of the classes.
struct Parts {
  Classes in, out;
  VehicleTable allowed;  ///< by class of arrivals, then of departures
  std::vector<NodeIdx> arrivals, departures;
};

Parts find_parts(const Junction& junction) {
  const VehicleTable by_arm = find_allowed(junction);
  Parts parts{classify(by_arm), classify(transpose(by_arm)), {}, {}, {}};
  for (const std::size_t in : parts.in.first) {
    auto& row = parts.allowed.emplace_back();
    for (const std::size_t out : parts.out.first) row.push_back(by_arm[in][out]);
  }
  return parts;
}

/// The first class of arrivals keeps the junction itself.
void add_nodes(NodeIdx at, Parts& parts, Network& network) {
  const SharedNodes shared(parts.allowed);
  for (std::size_t a = 0; a < parts.in.first.size(); ++a) {
    parts.arrivals.push_back(a == 0 ? at : add_copy(at, network));
  }
  for (std::size_t d = 0; d < parts.out.first.size(); ++d) {
    const auto arrival = shared.arrival_of(d);
    parts.departures.push_back(arrival ? parts.arrivals[*arrival] : add_copy(at, network));
  }
}

void join_links(const Junction& junction, const Parts& parts, Network& network) {
  for (std::size_t arm = 0; arm < junction.arms.size(); ++arm) {
    const LinkWay in = junction.arms[arm].arriving();
    const LinkWay out = junction.arms[arm].departing();
    network.link_nodes[in.link].head[static_cast<std::size_t>(in.heading)] =
        parts.arrivals[parts.in.of_arm[arm]];
    network.link_nodes[out.link].tail[static_cast<std::size_t>(out.heading)] =
        parts.departures[parts.out.of_arm[arm]];
  }
}

void add_turns(const Parts& parts, Network& network) {
  for (std::size_t a = 0; a < parts.arrivals.size(); ++a) {
    for (std::size_t d = 0; d < parts.departures.size(); ++d) {
      if (parts.arrivals[a] == parts.departures[d]) continue;
      network.turn_from.push_back(parts.arrivals[a]);
      network.turn_to.push_back(parts.departures[d]);
      network.turn_open_to.push_back(parts.allowed[a][d]);
    }
  }
}

void take_apart(NodeIdx at, const Junction& junction, Network& network) {
  Parts parts = find_parts(junction);
  add_nodes(at, parts, network);
  join_links(junction, parts, network);
  add_turns(parts, network);
}

}  // namespace

void add_turn_copies(std::vector<LinkTurn> turns, Network& network) {
  if (turns.empty()) return;
  const auto junctions = gather_junctions(std::move(turns), network);
  IdxVector<LinkIdx, LinkNodes> nodes;
  nodes.reserve(network.n_links());
  for (const LinkIdx link : indices(network.from)) {
    const NodeIdx from = network.from[link];
    const NodeIdx to = network.to[link];
    nodes.push_back({.tail = {from, to}, .head = {to, from}});
  }
  network.link_nodes = std::move(nodes);
  for (const auto& [at, junction] : junctions) take_apart(at, junction, network);
}

}  // namespace pahunch::detail
