/// \file
/// The nearest open site for every place in sixteen states of the roads side by side, under one
/// profile and in one direction.
///
/// The answers are those of `RoadTrips` on the metric and the access that each state leaves
/// (road_state.h), with waiting and straight walks as `ModeEngine` adds them; found by the engine's
/// batches of draws (engine/draw_engine.h).
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "geo/network/engine/draw_engine.h"
#include "geo/network/entrances.h"
#include "geo/network/lane_ms.h"
#include "geo/network/road_hierarchy.h"
#include "geo/network/road_state.h"

namespace pahunch {

/// What sixteen states make of one place.
struct StateLanes {
  LaneMs time;  ///< `kFarMs`: unreachable
  std::array<std::uint32_t, engine::kLanes> site;
};

/// What batches share; immutable. `trips` and what it refers to must outlive it, as must the
/// hierarchy.
class StateSweeps {
 public:
  static constexpr std::size_t kStates = engine::kLanes;
  using SiteSet = std::vector<SiteIdx>;

  StateSweeps(const RoadTripInputs& trips, Sense sense, const RoadHierarchy& hierarchy,
              std::vector<SiteSet> sets);

  [[nodiscard]] std::size_t n_sets() const { return sets_.size(); }
  [[nodiscard]] std::size_t get_batch_bytes() const { return engine_->get_batch_bytes(); }

  /// One thread's scratch.
  class Batch {
   public:
    explicit Batch(const StateSweeps& sweeps);

    /// At most `kStates`; beyond them lanes hold the unchanged roads. They need not outlive this.
    void set_states(std::span<const RoadState> states);
    /// Asks for one of the sets; `arrive` then answers for it.
    void find_nearest(std::size_t set);
    [[nodiscard]] StateLanes arrive(PlaceIdx place) const;

   private:
    LaneMs& change(LinkIdx link);
    [[nodiscard]] const LaneMs* find_change(LinkIdx link) const;
    void fill(std::span<const std::uint32_t> arcs, engine::Ms* out) const;
    [[nodiscard]] LaneMs piece_times(LinkIdx link, double from_frac, double to_frac) const;
    void add_seeds(const Entrances::Entrance& entrance, engine::SeedTable& seeds) const;
    void arrive_by(const Attachment& at, StateLanes& best) const;
    void walk(PlaceIdx place, StateLanes& best) const;

    const StateSweeps& sweeps_;
    engine::DrawEngine::Batch batch_;
    IdxVector<LinkIdx, std::uint32_t> change_of_;  ///< 0: none, else one more than its place
    std::vector<LinkIdx> changed_;
    std::vector<LaneMs> changes_;                  ///< time of the whole link in each state
    std::vector<std::array<bool, kStates>> lost_;  ///< by site
    std::size_t set_ = 0;
    const engine::LabelField* field_ = nullptr;
  };

 private:
  [[nodiscard]] std::vector<std::vector<engine::Seed>> find_typical_seeds() const;

  RoadTripInputs trips_;
  Sense sense_;
  const RoadHierarchy& hierarchy_;
  std::vector<SiteSet> sets_;
  std::vector<IdxVector<SiteIdx, bool>> is_open_;  ///< by set
  std::vector<Entrances> entrances_;               ///< by set
  std::vector<engine::Ms> base_;                   ///< by arc
  std::unique_ptr<const engine::DrawEngine> engine_;
};

}  // namespace pahunch
