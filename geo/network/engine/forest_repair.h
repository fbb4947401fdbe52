/// \file
/// Nearest seeds after small changes, by repairing the shortest-path forest of a base state
/// (Ramalingam, Reps: An incremental algorithm for a generalization of the shortest-path problem,
/// 1996): a few links slower, closed or faster; a seed added, moved or closed.
///
/// Nodes are numbered in preorder of the base forest, so that what hangs from a node is one range
/// of memory. A change invalidates the ranges below the arcs that became longer and the seeds that
/// closed; they are entered anew from around them, and improvements spread from there.
///
/// Cost: of the nodes that lie in invalid ranges or improve, and the arcs at them, with a
/// logarithm. Beyond about a tenth of the nodes a `DrawEngine` is faster.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "geo/network/engine/road_graph.h"
#include "geo/network/engine/seeds.h"

namespace pahunch::engine {

struct ArcChange {
  std::uint32_t arc = 0;  ///< of the graph given
  Ms weight = 0;          ///< at most kFarMs
};

/// What differs from the base state. To move a seed, close it and add it elsewhere.
struct StateChange {
  std::vector<ArcChange> arcs;  ///< each arc once
  std::vector<Seed> added;
  std::vector<std::uint32_t> closed;  ///< labels; all base seeds of that label close
};

class ForestRepair {
 public:
  /// Searches go from the seeds along the arcs; give the reversed graph for ways to the seeds.
  ForestRepair(const RoadGraph& graph, std::span<const Ms> base, std::span<const Seed> seeds);

  /// Answers become those of the base state with this change (and none of earlier ones).
  void apply(const StateChange& change);

  [[nodiscard]] Ms distance(std::uint32_t node) const {
    return static_cast<Ms>(best_[place_of_[node]] >> 32);
  }
  [[nodiscard]] std::optional<std::uint32_t> find_label(std::uint32_t node) const;
  /// Labels written by the last `apply`.
  [[nodiscard]] std::size_t n_touched() const { return undo_keys_.size(); }

 private:
  using Key = std::uint64_t;  // time in the upper half, label below
  using Range = std::pair<std::uint32_t, std::uint32_t>;
  struct Waiting {
    Key key;
    std::uint32_t node;
    friend bool operator>(const Waiting& a, const Waiting& b) { return a.key > b.key; }
  };

  void build_forest(const RoadGraph& graph, std::span<const Ms> base);
  void number_nodes(std::span<const std::uint32_t> settled, std::span<const std::uint32_t> parent);
  void undo();
  void change_weights(const StateChange& change);
  void close_seeds(const StateChange& change);
  [[nodiscard]] std::vector<Range> merge_invalid();
  void enter_anew(const std::vector<Range>& ranges);
  void spread();
  void improve(std::uint32_t node, Key key);
  void invalidate(std::uint32_t node) { invalid_.emplace_back(node, end_[node]); }

  std::vector<std::uint32_t> place_of_;  // preorder number of a node; all else is by that number
  RoadGraph graph_;
  std::vector<std::uint32_t> arc_of_given_;
  std::vector<Ms> weight_;
  std::vector<std::uint32_t> first_in_, in_arc_;  // arcs by their head
  std::vector<std::uint32_t> end_, via_;          // of the range below a node; the arc it hangs by
  std::vector<Seed> seeds_;                       // by place
  std::vector<std::uint8_t> has_seed_, closed_;   // by place; by seed
  std::vector<Key> best_;

  std::vector<Range> invalid_;
  std::vector<Waiting> heap_;
  std::vector<std::pair<std::uint32_t, Key>> undo_keys_;
  std::vector<std::pair<std::uint32_t, Ms>> undo_weights_;
};

}  // namespace pahunch::engine
