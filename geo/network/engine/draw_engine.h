/// \file
/// The nearest seed of every node in many metrics of one network: a thousand draws of road states.
///
/// Sixteen draws are worked on side by side. Nodes of low degree are eliminated, the core that
/// remains is solved by label-correcting sweeps in the order of a base metric's distances, and a
/// sweep down fills in the rest. Where the sweeps do not settle within their budget (one seed and
/// random closures, weights scattered over orders of magnitude) the whole hierarchy is customised
/// instead, which costs the same whatever the weights are. All ways give the same answers.
///
/// Seeds may be anywhere and differ from batch to batch; the order of sweeping suits those it was
/// made for best. Several seed sets of one draw share its elimination. The order that suits them
/// all is that of the sum of their distances: along the shortest paths of one set that of another
/// falls by no more than the first grows (on two-way roads), so that the sum never falls.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "geo/network/engine/core_sweeper.h"
#include "geo/network/engine/hierarchy_search.h"

namespace pahunch::engine {

/// What batches of draws share; immutable.
class DrawEngine {
 public:
  struct Inputs {
    const RoadGraph& graph;  ///< must outlive the engine
    const EliminationOrder& order;
    std::span<const Ms> base;                      ///< one weight an arc, typical of the draws
    std::span<const std::vector<Seed>> seed_sets;  ///< typical ones, all asked of each draw
    Flow flow = Flow::kToSeeds;
    Symmetry symmetry = Symmetry::kDirected;
    /// Budget of the sweeps. Six scans a core node cost about as much as the whole hierarchy does.
    std::uint32_t max_scans_per_node = 6;
  };
  explicit DrawEngine(const Inputs& inputs);

  /// The most that a batch ever holds, which it does once it needed the whole hierarchy.
  [[nodiscard]] std::size_t get_batch_bytes() const;

  /// One thread's scratch state. About 200 bytes a slot; twice that once the hierarchy was needed.
  class Batch {
   public:
    explicit Batch(const DrawEngine& engine);

    /// Sets the weights of `kLanes` draws. `fill` may be called again until the next draws.
    void set_draws(FillWeights fill);

    /// Distances and labels from `seeds` (`kLanes` lanes); valid until the next call.
    const LabelField& find_nearest(const SeedTable& seeds);

    [[nodiscard]] std::uint64_t n_scans() const { return sweeper_.n_scans(); }
    [[nodiscard]] std::uint64_t n_fallbacks() const { return n_fallbacks_; }
    [[nodiscard]] std::size_t n_bytes() const;

   private:
    bool sweep(const SeedTable& seeds);
    const LabelField& search_whole(const SeedTable& seeds);

    /// The whole hierarchy: made when first needed, customised once for each set of draws.
    struct Whole {
      explicit Whole(const DrawEngine& engine);
      SlotMetric metric;
      LabelField field;
      bool customised = false;
    };

    const DrawEngine& engine_;
    SlotMetric metric_;
    LabelField field_;
    CoreSweeper sweeper_;
    std::optional<Whole> whole_;
    FillWeights fill_;
    bool low_customised_ = false;
    std::uint64_t n_fallbacks_ = 0;
  };

 private:
  Elimination low_, all_;
  CoreGraph core_;
  Flow flow_;
  Symmetry symmetry_;
  std::uint64_t max_scans_;
};

}  // namespace pahunch::engine
