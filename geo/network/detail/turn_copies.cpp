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

/// Who may turn from which arm to which.
VehicleTable find_allowed(const Junction& junction) {
  const std::size_t n = junction.arms.size();
  VehicleTable allowed(n, std::vector<VehicleSet>(n, VehicleSet::all()));
  const auto& arms = junction.arms;
  for (const Vehicle vehicle : kVehicles) {
    if (vehicle == Vehicle::kFoot) continue;
    for (std::size_t in = 0; in < n; ++in) {
      std::vector<bool> forbidden(n, false);
      std::vector<bool> mandatory(n, false);
      for (const LinkTurn& turn : junction.turns) {
        if (!turn.vehicles.contains(vehicle) || !(turn.from == arms[in].arriving())) continue;
        for (std::size_t out = 0; out < n; ++out) {
          if (!(turn.to == arms[out].departing())) continue;
          (turn.kind == TurnKind::kNo ? forbidden : mandatory)[out] = true;
        }
      }
      const bool bound = std::ranges::find(mandatory, true) != mandatory.end();
      for (std::size_t out = 0; out < n; ++out) {
        if (forbidden[out] || (bound && !mandatory[out])) allowed[in][out].erase(vehicle);
      }
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

void take_apart(NodeIdx at, const Junction& junction, Network& network) {
  const VehicleTable by_arm = find_allowed(junction);
  const Classes in = classify(by_arm);
  const Classes out = classify(transpose(by_arm));
  VehicleTable allowed(in.first.size());
  for (std::size_t a = 0; a < allowed.size(); ++a) {
    for (const std::size_t arm : out.first) allowed[a].push_back(by_arm[in.first[a]][arm]);
  }
  const SharedNodes shared(allowed);
  std::vector<NodeIdx> arrivals;
  std::vector<NodeIdx> departures;
  for (std::size_t a = 0; a < allowed.size(); ++a) {
    arrivals.push_back(a == 0 ? at : add_copy(at, network));
  }
  for (std::size_t d = 0; d < out.first.size(); ++d) {
    const auto arrival = shared.arrival_of(d);
    departures.push_back(arrival ? arrivals[*arrival] : add_copy(at, network));
  }
  for (std::size_t arm = 0; arm < junction.arms.size(); ++arm) {
    const LinkWay arriving = junction.arms[arm].arriving();
    const LinkWay departing = junction.arms[arm].departing();
    network.link_nodes[arriving.link].head[static_cast<std::size_t>(arriving.heading)] =
        arrivals[in.of_arm[arm]];
    network.link_nodes[departing.link].tail[static_cast<std::size_t>(departing.heading)] =
        departures[out.of_arm[arm]];
  }
  for (std::size_t a = 0; a < allowed.size(); ++a) {
    for (std::size_t d = 0; d < departures.size(); ++d) {
      if (arrivals[a] == departures[d]) continue;
      network.turn_from.push_back(arrivals[a]);
      network.turn_to.push_back(departures[d]);
      network.turn_open_to.push_back(allowed[a][d]);
    }
  }
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
